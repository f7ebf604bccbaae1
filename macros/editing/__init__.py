"""The local editor: a person selects words of a document in a browser, and the program writes the records."""
