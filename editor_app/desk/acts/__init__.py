"""What an editor does, by what it is done to; the desk is all of it together."""
