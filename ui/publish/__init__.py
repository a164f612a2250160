"""The export: what will leave the archive, and what did."""
