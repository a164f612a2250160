"""What can still be read of a damaged archive, in a copy: the damaged file is only ever read."""
