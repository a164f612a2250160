"""Spelling in Swedish and English: which words are looked up, and which of them nobody knows."""
