"""Pictures of the records: bars beside the words of a table, for figures that may share a scale."""
