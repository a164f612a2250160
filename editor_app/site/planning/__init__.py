"""Which files the website is to have, and which of them can have changed since it was written last."""
