"""What an article must have before somebody is asked to approve it."""
