"""Benchmarks, which are run by `make bench` and are no tests."""
