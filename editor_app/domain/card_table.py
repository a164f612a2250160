"""How cells of a table that leaves for a spreadsheet are written, and read when they come back."""

import re

# Between several values in one cell.
SEPARATOR = "|"
# A spreadsheet would compute what begins so, whatever it does.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def with_guard(cell: str) -> str:
    """Return `cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def without_guard(cell: str) -> str:
    """Return what `with_guard` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
