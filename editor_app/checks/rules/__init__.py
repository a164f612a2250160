"""The rules of EDITORIAL_RULES, a module for each of its tables."""
