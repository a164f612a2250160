"""The archive's list of articles."""
