"""The article editor: title, lead and body as typed documents."""
