"""Where an article stands, and the way from draft to approved."""
