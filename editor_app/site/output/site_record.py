"""What a ledger knows of a site as a whole."""

import msgspec
from msgspec import Struct

from editor_app.site.output.ledger import Ledger
from editor_app.site.output.values import State

_UNKNOWN_DIGITS = -1


class Site(Struct, frozen=True):
    """A site: what it was made of, how many files the ledger knows, and what its manifest tells of.

    `digits` is how long the names of the manifest's shards are, `content` what is equal for manifests that
    tell of the same files. A site that the ledger learnt from its manifest has neither state nor digits.
    """

    content: bytes
    count: int
    digits: int = _UNKNOWN_DIGITS
    state: State | None = None


def site_of(ledger: Ledger) -> Site | None:
    """Return the site that the ledger knows, None where it knows of none."""
    found = ledger.about("site")
    return None if found is None else msgspec.json.decode(found, type=Site)


def note_site(ledger: Ledger, site: Site) -> None:
    """Let the ledger know the site."""
    ledger.note("site", msgspec.json.encode(site))
