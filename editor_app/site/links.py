"""The check that no page or stylesheet leads to something that is not there."""

import posixpath
import re
from collections.abc import Container
from html import unescape
from urllib.parse import unquote

from editor_app.site.errors import BrokenSite

# Our templates put attributes in double quotes and escape those in texts, so nothing else matches.
_HTML_ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')
_HTML_CHOICES = re.compile(r'\ssrcset="([^"]*)"')
_HTML_ID = re.compile(r'\sid="([^"]*)"')
_CSS_ADDRESS = re.compile(r'url\("([^"]*)"\)')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_links(path: str, data: bytes, paths: Container[str]) -> None:
    """Raise BrokenSite if the file at `path` leads to a file outside `paths`, or to an id it lacks."""
    suffix = posixpath.splitext(path)[1]
    if suffix == ".html":
        text = data.decode()
        addresses, ids = _HTML_ADDRESS.findall(text), set(_HTML_ID.findall(text))
        for choices in _HTML_CHOICES.findall(text):
            addresses += (choice.split()[0] for choice in choices.split(", "))
    elif suffix == ".css":
        addresses, ids = _CSS_ADDRESS.findall(data.decode()), set()
    else:
        return
    for address in map(unescape, addresses):
        if not _SCHEME.match(address):
            _check_address(path, address, ids, paths)


def _check_address(path: str, address: str, ids: Container[str], paths: Container[str]) -> None:
    file, _, anchor = address.partition("#")
    aim = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
    if aim not in paths or (anchor and aim == path and anchor not in ids):
        raise BrokenSite(path, f"the link {address} leads nowhere")
