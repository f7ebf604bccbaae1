"""Quantities, dates and names as Chinese writes them; ``reader.py`` finds them in a text."""
