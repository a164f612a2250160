"""How much a reader on a phone has to load before a page can be read."""

import gzip
import re
from pathlib import Path

from tests.check_site.findings import Verdict

# Of the page and its stylesheet: as servers send them, and as they are on the disk, where the article
# that shows every block below three notices is the heaviest.
MOST_SENT, MOST_STORED = 12_000, 36_000
STYLESHEET = "assets/site.css"
_SCRIPT = re.compile(r"<script([^>]*)>")


def check_weights(site: Path) -> list[Verdict]:
    """Return a verdict on each page of an article that the website has."""
    if not (site / STYLESHEET).is_file():
        return []
    style = (site / STYLESHEET).read_bytes()
    return [
        Verdict(f"{site.name}/{path.relative_to(site)}", "weight", tuple(_findings(path, style)))
        for path in sorted(site.rglob("*.html"))
        if "<article" in path.read_text(encoding="utf-8")
    ]


def _findings(path: Path, style: bytes) -> list[str]:
    html = path.read_text(encoding="utf-8")
    stored = len(html.encode()) + len(style)
    sent = len(gzip.compress(html.encode())) + len(gzip.compress(style))
    found = [
        f"{weight} bytes of HTML and CSS {how}, {most} are the most"
        for weight, most, how in ((sent, MOST_SENT, "sent"), (stored, MOST_STORED, "stored"))
        if weight > most
    ]
    blocking = [tag for tag in _SCRIPT.findall(html) if "defer" not in tag and "application/" not in tag]
    return [*found, *(f"a script holds up the page:{tag}" for tag in blocking)]
