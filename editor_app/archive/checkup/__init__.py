"""Whether an archive is sound: its file, what it holds and the place where it lies; nothing is changed."""
