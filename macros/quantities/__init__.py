"""Quantities, dates and names as Chinese and English write them: one grammar, and whether two languages say the same."""
