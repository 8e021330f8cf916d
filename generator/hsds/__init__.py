"""The sociale kaart as open data after HSDS 3.1 (Human Services Data Specification, Open Referral): written, and taken in.

`export` tells how the data are written (`written`), `importing` how data of others become records (`taken`). Both stand on `tables`: the
tables of the standard and how they hang together. `docs/hsds.md` says what becomes what, and what cannot be carried.
"""
