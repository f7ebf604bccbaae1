"""Building the site with MkDocs, whole or page by page."""
