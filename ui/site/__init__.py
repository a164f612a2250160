"""What is set for the website: who publishes it, how it looks and what it says on every page."""
