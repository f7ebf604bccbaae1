"""How another bureau takes up the software: which files are whose, and a new repository made of them."""
