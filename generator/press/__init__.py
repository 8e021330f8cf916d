"""The press: lays out what stands on a flyer, and prints it as a PDF. It gets all words from `channels/flyer.py`."""
