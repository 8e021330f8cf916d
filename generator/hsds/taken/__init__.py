"""What the import does: read tables or JSON of others, make records of them, and account for everything that did not come over."""
