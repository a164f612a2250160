"""HTML from anywhere becomes blocks: clipboards of other programs, saved pages, converted files."""
