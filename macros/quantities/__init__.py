"""Quantities, dates and names in Chinese and English: one grammar, and whether two languages say the same."""
