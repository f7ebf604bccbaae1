"""Bytes of a data file -> plain values that remember file, line and column."""
