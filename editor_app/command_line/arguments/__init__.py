"""What may be typed: the commands of each group, what they are for, and what follows them."""
