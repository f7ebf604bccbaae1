"""Bytes of a data file -> plain values that remember file, line and column.

A row that a docstring names is one of docs/maintainers/hostile-inputs.md.
"""
