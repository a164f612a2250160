"""The output store: what an export wrote to a folder, and how the next replaces it whole or not at all."""
