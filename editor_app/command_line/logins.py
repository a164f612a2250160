"""Who uses the command line, where they do not say."""

import getpass
from argparse import Namespace

from editor_app.translation import _


def name_of(arguments: Namespace) -> str:
    """Return what --by says, else the name of whoever is logged in."""
    return arguments.by if arguments.by is not None else _login_name()


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A user without a name, as in some containers.
        return _("command line")
