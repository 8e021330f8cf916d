"""What the export makes: rows of every table, and from those the CSV and JSON files."""
