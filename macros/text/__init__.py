"""Text and numbers in Chinese and English: scripts, numerals, placeholders. Nothing here knows of this project."""
