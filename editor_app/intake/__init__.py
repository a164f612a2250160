"""Text from elsewhere becomes an article, ready to correct."""
