"""What is said about the open article: the list beside the text, and the marks in it."""
