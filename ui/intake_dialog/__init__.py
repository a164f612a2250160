"""Taking in a news page that was copied as text."""
