"""Antwoordkaart: one record, one answer, every channel.

The modules are the stations of the pipeline, in the order in which a record passes them::

    source → records → catalogue → answer → channels → build → parity
"""

__version__ = "0.1.0"
