"""The newsroom from a command line: articles in, through approval, and out as a site."""
