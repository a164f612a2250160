"""The check that every link of a site leads to a file or an anchor that is there."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.check_site.findings import Verdict


class _Page(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"}:
                self.addresses.append(value or "")
            elif name == "id" and value:
                self.ids.add(value)


def check_links(site: Path) -> list[Verdict]:
    """Return a verdict for each page of the site."""
    pages = {path: _Page(path) for path in sorted(site.rglob("*.html"))}
    verdicts = []
    for path, page in pages.items():
        broken = tuple(
            f"{address} leads nowhere" for address in page.addresses if not _resolves(path, address, pages)
        )
        verdicts.append(Verdict(f"{site.name}/{path.relative_to(site)}", "links", broken))
    return verdicts


def _resolves(path: Path, address: str, pages: dict[Path, _Page]) -> bool:
    parts = urlsplit(address)
    if parts.scheme:
        return bool(parts.netloc or parts.path)
    aim = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not aim.is_file():
        return False
    return not parts.fragment or (aim in pages and parts.fragment in pages[aim].ids)
