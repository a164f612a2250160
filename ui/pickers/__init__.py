"""Choosing what an article refers to: its category, contacts, images and related articles."""
