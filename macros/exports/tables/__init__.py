"""Every table of the open data, one file for each or for a few that are alike: its columns and its rows."""
