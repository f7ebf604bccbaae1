"""Attempts to make the site say what its sources do not: each is refused, or stands in the public diff."""
