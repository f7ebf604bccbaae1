"""Quantities, dates and names as English writes them; ``reader.py`` finds them, ``printing.py`` writes them."""
