"""Approved articles as a website."""
