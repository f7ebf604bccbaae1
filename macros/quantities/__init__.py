"""Quantities, dates and names as Chinese and English write them, and whether two languages say the same."""
