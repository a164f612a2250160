"""An article as HTML: the one renderer for preview and export."""
