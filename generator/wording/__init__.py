"""Composes the one wording of each record: words, order, what is shown, and how dates, amounts and hours read."""
