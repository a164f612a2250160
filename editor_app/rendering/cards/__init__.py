"""Contacts and categories as files for other programs: vCard and CSV."""
