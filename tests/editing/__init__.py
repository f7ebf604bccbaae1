"""The local editor, tried with real requests, a real browser and processes that are really killed."""
