"""What a page shows: records filled into the templates of overrides/, charts, and what a page's head tells machines."""
