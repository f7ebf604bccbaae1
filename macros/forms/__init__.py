"""What the record classes say, written out for people: editor schemas, the field reference, blank records."""
