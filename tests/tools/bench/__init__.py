"""Benchmarks, which are run by `make bench` and `make bench-search`; small runs of both are tests."""
