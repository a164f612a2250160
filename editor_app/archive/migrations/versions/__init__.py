"""One file for each step; its revision is the version that it leads to."""
