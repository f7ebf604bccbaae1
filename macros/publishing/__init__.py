"""Publishing: what a build records of itself, what was ever published, verifying a live site, and swapping it whole."""
