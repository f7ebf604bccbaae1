"""Whether the quantities, dates and names of a Chinese text and its English are the same; see ``disagreements.py``."""
