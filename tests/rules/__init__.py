"""Each rule against a bureau of the tests' own: what it lets pass and what it refuses."""
