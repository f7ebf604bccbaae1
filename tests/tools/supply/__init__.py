"""What the site is made with: locked packages, their licences, the bill of materials, links, and the way out."""
