"""What the finished site needs to be published: policy, headers, compressed copies, and how anyone can verify it."""
