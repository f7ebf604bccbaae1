"""Quantities, dates and names as Chinese and English write them, and whether both languages say the same."""
