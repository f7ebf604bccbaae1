"""Search without a server: what can be found, and the index files that a browser reads a few of."""
