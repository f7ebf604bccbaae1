"""A document as it was read -> drafts of the records that it takes: what a person then decides on."""
