"""Both built sites in a real Chromium, and their HTML read file by file."""
