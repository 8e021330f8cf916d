"""Search: what of an answer can be found, the files that the browser reads of it, and how a question is understood and answered."""
