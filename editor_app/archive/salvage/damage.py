"""What is known of the damage of an archive."""

from pathlib import Path

from msgspec import Struct


class Damage(Struct, frozen=True):
    """How much of the archive at `path` was read, and what was not.

    `torn` names the tables of which rows could not be read, `mended` counts values and relations that
    nobody can have written and that stand otherwise in the copy, `rebuilt` the articles of which only the
    text was left. Without `finds_whole_texts` a search knows titles only.
    """

    path: Path
    articles: int
    revisions: int
    torn: tuple[str, ...] = ()
    mended: int = 0
    rebuilt: int = 0
    finds_whole_texts: bool = True
