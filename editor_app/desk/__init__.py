"""What an editor does, for the window and the command line alike."""
