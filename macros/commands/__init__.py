"""The commands of ``python -m macros``."""
