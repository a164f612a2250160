"""Approved articles for another content management system."""
