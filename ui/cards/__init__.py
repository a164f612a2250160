"""The card file in the window: contacts and categories, and what a change of them does."""
