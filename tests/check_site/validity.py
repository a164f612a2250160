"""The Nu HTML checker over pages, stylesheets and drawings."""

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.check_site.findings import Verdict

CHECKED = (".html", ".css", ".svg")
# For this checker a file has no origin, so that nothing beside it is "self". The browser, which
# shows the pages with their policy on, tells otherwise.
NOT_SERVED = "Resource violates Content Security Policy (meta tag)"
# Linked data is no script by the HTML standard, so that no policy is asked about it; the checker asks.
NO_SCRIPT = "Inline script violates Content Security Policy (meta tag)"


def check_validity(vnu: Path, site: Path) -> list[Verdict]:
    """Return a verdict for each page, stylesheet and drawing of the site."""
    files = [path for path in sorted(site.rglob("*")) if path.suffix in CHECKED]
    command = ["java", "-jar", str(vnu), "--format", "json", "--also-check-css", "--also-check-svg"]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    by_page: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for message in messages:
        page = Path(unquote(urlsplit(message.get("url", "")).path))
        by_page[str(page.relative_to(site)) if page.is_relative_to(site) else "the checker"].append(message)
    names = {str(path.relative_to(site)) for path in files} | by_page.keys()
    return [_verdict(f"{site.name}/{name}", by_page[name]) for name in sorted(names)]


def _verdict(page: str, messages: list[dict[str, Any]]) -> Verdict:
    errors = tuple(_sentence(message) for message in messages if message["type"] != "info")
    warnings = tuple(
        _sentence(message)
        for message in messages
        if message["type"] == "info" and not message["message"].startswith((NOT_SERVED, NO_SCRIPT))
    )
    return Verdict(page, "valid", errors, warnings)


def _sentence(message: dict[str, Any]) -> str:
    return f"line {message.get('lastLine', '?')}: {message['message']}"
