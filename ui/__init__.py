"""The window."""

import builtins

import PySide6.QtCore  # noqa: F401 - what follows undoes what this has done

# PySide reads the source of every module that is imported after it, lest one ask for PySide's names
# in snake case: an eighth of the start, and 7 MB of source kept. Nobody here asks. A PySide that keeps
# no other import has replaced none.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
