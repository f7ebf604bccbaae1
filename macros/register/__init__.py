"""What may be published: the data folder loaded, checked and put together, and which pages and rows that makes."""
