"""Who uses the command line, where they do not say."""

import getpass
from argparse import Namespace

from editor_app.translation import _


def name_of(arguments: Namespace) -> str:
    """Return what --by says, else the name of whoever is logged in."""
    return arguments.by or login_name() or _("command line")


def login_name() -> str:
    """Return the name of whoever is logged in, empty for a user without one, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
