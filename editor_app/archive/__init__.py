"""Where articles live: one SQLite file."""
