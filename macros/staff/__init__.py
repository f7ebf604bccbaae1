"""What staff see: editor schemas, field help, blank records, the public diff, and readiness to go live."""
