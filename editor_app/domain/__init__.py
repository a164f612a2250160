"""What an article is and what may happen to it: plain values, no input or output."""
