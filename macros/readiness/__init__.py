"""Whether the site may go live: what ``make ready`` and the page of readiness tell."""
