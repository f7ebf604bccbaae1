"""Bytes of a data file -> plain values that remember file, line and column.

What must happen to whatever may be typed into one is listed in docs/maintainers/hostile-inputs.md.
"""
