"""Contacts and categories from files that other programs wrote: vCard and CSV."""
