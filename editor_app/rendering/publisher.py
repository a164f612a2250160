"""Who publishes the site, and how machines are told the ids and the times of what is on it."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Struct

from editor_app.rendering.page_paths import FRONT_PAGE


class Publisher(Struct, frozen=True):
    """Who publishes, and the address that the site's paths follow, with a slash; empty where it has none."""

    name: str
    base: str = ""

    def address(self, path: str) -> str:
        """Return where the page or file at `path` is on the web, empty where that is not known."""
        return self.base + path.removesuffix(FRONT_PAGE) if self.base else ""


def urn(id_: str) -> str:
    """Return the lasting name of what has the UUID `id_`, or of what another word names."""
    try:
        return UUID(id_).urn
    except ValueError:
        return uuid5(NAMESPACE_URL, f"pressklar:{id_}").urn


def stamp(moment: datetime) -> str:
    """Return `moment` as RFC 3339 writes it, in UTC and to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
