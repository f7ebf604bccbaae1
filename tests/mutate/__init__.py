"""Ways to spoil a data folder. Each takes a seeded generator, so that every case can be repeated."""
