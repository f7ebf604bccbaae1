"""What helps translators: earlier translations, the words of the bureau, PO files, and what may be out of date."""
