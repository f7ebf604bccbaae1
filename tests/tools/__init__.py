"""What is no test: comparisons, fuzzing, the audit of pages and of packages, and the bill of materials."""
