"""What other programs read of the website: feeds for readers, maps for search engines, news for exchange."""
