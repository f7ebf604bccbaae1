"""Rules that need more than one record. One rule, one small function; every rule yields problems."""
