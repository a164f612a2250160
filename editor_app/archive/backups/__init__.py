"""Copies of the archive: made while it is in use, named, thinned out and put back."""
