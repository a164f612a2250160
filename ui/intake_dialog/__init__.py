"""Taking in a text from elsewhere: pasted, opened or dropped, and looked over before it is stored."""
