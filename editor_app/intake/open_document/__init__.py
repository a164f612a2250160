"""OpenDocument texts (.odt) as pieces of text, read from their XML as it stands."""
