"""How the window looks: colours, spacing, icons and type."""
