"""Files as they were received, read as lines of text."""
