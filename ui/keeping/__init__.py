"""How the window keeps its archive: backups, the way back to one, and a look at whether all is well."""
