"""Short municipal texts, and for each finding on them whether it is right."""
