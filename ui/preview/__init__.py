"""The phone: the exported page itself, in a browser engine, following the typing."""
