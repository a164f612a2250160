"""How Swedish is written: what the checks know of words, sentences and numbers."""
