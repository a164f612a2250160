"""The audit log: read, checked and written to a file."""
