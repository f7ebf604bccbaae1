"""Tests of the search, most of them in a real browser."""
