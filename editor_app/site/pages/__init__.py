"""The pages of the website that are no article."""
