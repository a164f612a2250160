"""The composition root: `python main.py` opens the window, `python main.py --help` names the commands."""

import gc
import sys
from pathlib import Path

from editor_app.command_line.running import run
from editor_app.desk.archive_place import default_archive_path

# After how many new objects garbage is looked for. A command loads some 100,000, none of it garbage: to
# look after every 700 takes a fifth of its start.
NEW_OBJECTS = 50_000


def main() -> int:
    """Do what the command line asks and return the exit code."""
    gc.set_threshold(NEW_OBJECTS)
    return run(sys.argv[1:], show_window=show_window, demonstrate=demonstrate)


# Each way in imports what it needs and no more: the window is painted before the database libraries
# are loaded, and no command loads Qt.


def show_window(archive: Path | None, language: str | None) -> int:
    """Open the window on `archive`, or on the person's own, which has samples in it the first time."""
    # What is loaded now stays: to look for garbage in it takes a sixth of the start. The window lets
    # it be looked for again when the archive is open.
    gc.disable()
    from ui.application import start
    from ui.archive_opening import opener

    path = archive or default_archive_path()
    return start(opener(path, create=True, with_samples=archive is None), path, language)


def demonstrate(out: Path, archive: Path | None, language: str | None) -> int:
    """Do the main job in a window off the screen and leave pictures of it in `out`."""
    from ui.demonstration import demonstrate as demonstrate_in_window

    return demonstrate_in_window(out, archive, language)


if __name__ == "__main__":
    sys.exit(main())
