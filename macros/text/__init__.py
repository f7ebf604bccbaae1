"""Texts in Chinese and English: languages, scripts, clauses, placeholders. Nothing here knows of this project."""
