"""What each command does, by the same groups as its arguments."""
