"""Where the forms get images from, and where they put new ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor_app.desk.values import StoredImage
from ui.desk_worker import Failed


@dataclass(frozen=True)
class ImageSource:
    """The archive's images, asked for and answered later.

    `add_file` stores a file, `stored` lists what is there, `load` gives the bytes of an image by
    its id, in a format that Qt reads: the one that the page shows.
    """

    add_file: Callable[[Path, Callable[[StoredImage], Any], Failed], Any]
    stored: Callable[[Callable[[Sequence[StoredImage]], Any], Failed], Any]
    load: Callable[[str, Callable[[bytes], Any], Failed], Any]
