"""How much a reader on a phone has to load before a page can be read."""

import gzip
import re
from pathlib import Path

from tests.check_site.findings import Verdict

# Of the page and its stylesheets: as servers send them, and as they are on the disk, where the article
# that shows every block below three notices is the heaviest.
MOST_SENT, MOST_STORED = 10_000, 30_000
_STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT = re.compile(r"<script([^>]*)>")


def check_weights(site: Path) -> list[Verdict]:
    """Return a verdict on each page of an article that the website has."""
    return [
        Verdict(f"{site.name}/{path.relative_to(site)}", "weight", tuple(_findings(path, html)))
        for path in sorted(site.rglob("*.html"))
        if "<article" in (html := path.read_text(encoding="utf-8")) and _STYLESHEET.search(html)
    ]


def _findings(path: Path, html: str) -> list[str]:
    sheets = ((path.parent / address).read_bytes() for address in _STYLESHEET.findall(html))
    files = [html.encode(), *sheets]
    stored = sum(map(len, files))
    sent = sum(len(gzip.compress(file)) for file in files)
    found = [
        f"{weight} bytes of HTML and CSS {how}, {most} are the most"
        for weight, most, how in ((sent, MOST_SENT, "sent"), (stored, MOST_STORED, "stored"))
        if weight > most
    ]
    blocking = [tag for tag in _SCRIPT.findall(html) if "defer" not in tag and "application/" not in tag]
    return [*found, *(f"a script holds up the page:{tag}" for tag in blocking)]
