"""Markup as bounded as what programs write, so that parsers built for browsers stay quick.

Both parsers take time that grows with the square of the nesting and of the attributes of one tag:
100,000 `<div>` took 12 s. What is cut here is markup alone; the words between the tags stay.
"""

import re
from html import unescape

from msgspec import Struct

from editor_app.intake.html.names import names

MOST_NESTED = 120
# Parsers open these anew in each block that follows, so that few can become many.
MOST_FORMATTING = 12
_LONG_TAG = 600
_LONGEST_VALUE = 2_000
MOST_DATA = 60_000_000

# Left out with all they hold: nothing in them is a word that a reader sees.
UNSEEN = names(
    "script style title template noscript noembed noframes iframe svg math xml object audio video "
    "canvas select textarea datalist"
)
KEPT_ATTRIBUTES = names(
    "style class id href src alt lang role hidden width height colspan rowspan scope start type cite "
    "name aria-level aria-hidden data-list data-indent data-aria-level data-stringify-type"
)
_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
_VOID = names("area base br col embed hr img input link meta param source track wbr")
_ENDS_PARAGRAPH = names(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup li main menu nav ol p pre section summary "
    "table ul"
)
_SCOPES = frozenset({"table", "td", "th", "caption"})
# An opening tag closes the last of the first set, unless one of the second stands between them.
_IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _SCOPES | {"ul", "ol", "menu", "dir"}),
    "dt": (frozenset({"dt", "dd"}), _SCOPES | {"dl"}),
    "dd": (frozenset({"dt", "dd"}), _SCOPES | {"dl"}),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
}

_NAME = r"[A-Za-z][^\s/>]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s>"']++)"""
_ATTRIBUTES = rf"""(?:\s++[^\s=>"'/]++(?:\s*+=\s*+{_VALUE})?+)*+"""
_REGULAR_TAG = re.compile(rf"<({_NAME})({_ATTRIBUTES})\s*+(/?)>")
_ANY_TAG = re.compile(rf"<(/?{_NAME})((?:[^>=]++|=\s*+{_VALUE}?+)*+)>")
_ATTRIBUTE = re.compile(rf"([^\s=>\"'/<]++)\s*+=\s*+({_VALUE})")
_BARE_HIDDEN = re.compile(r"\shidden(?=[\s/>]|$)")
# Three tell the gap behind a bullet as well as thousands, each of which takes its time to be escaped.
_NO_BREAK_RUN = re.compile("(?:&nbsp;|&#160;|\xa0){4,}+")
_LETTER = re.compile(r"/?[A-Za-z]")


class Tamed(Struct, frozen=True):
    """Bounded HTML; image data lies in `data`, and `src="data:,3"` stands where the fourth belongs."""

    html: str
    data: tuple[str, ...]


def tame(html: str) -> Tamed:
    """Return `html` without comments and unseen elements, with bounded nesting and attributes."""
    return _Tamer(_NO_BREAK_RUN.sub("\xa0\xa0\xa0", html)).tamed()


class _Tamer:
    """One pass over the tags of one text; linear, whatever stands in it."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._kept: list[str] = []
        self._copied = 0
        self._open: list[str] = []
        self._formatting = 0
        self._data: list[str] = []
        self._data_size = 0
        self._unclosed: set[str] = set()

    def tamed(self) -> Tamed:
        html, start = self._html, self._html.find("<")
        while start >= 0:
            if _LETTER.match(html, start + 1):
                end = self._tag(start)
            elif html.startswith(("<!", "<?", "</"), start):
                end = self._drop(start, self._end_of_comment(start))
            else:
                end = start + 1
            start = html.find("<", end)
        self._kept.append(html[self._copied :])
        return Tamed("".join(self._kept), tuple(self._data))

    def _end_of_comment(self, start: int) -> int:
        html = self._html
        mark = ">"
        if html.startswith("<!--", start):
            if html.startswith((">", "->"), start + 4):
                return html.index(">", start) + 1
            mark = "-->"
        end = html.find(mark, start)
        return len(html) if end < 0 else end + len(mark)

    def _tag(self, start: int) -> int:
        regular = _REGULAR_TAG.match(self._html, start)
        if regular is not None:
            return self._opening(start, regular.end(), regular[1].lower(), regular[2], is_regular=True)
        tag = _ANY_TAG.match(self._html, start)
        if tag is None:
            # No tag ends any more, so the rest is words.
            self._replace(start, len(self._html), self._html[start:].replace("<", "&lt;"))
            return len(self._html)
        if tag[1].startswith("/"):
            return self._closing(start, tag.end(), tag[1][1:].lower())
        return self._opening(start, tag.end(), tag[1].lower(), tag[2], is_regular=False)

    def _opening(self, start: int, end: int, name: str, attributes: str, *, is_regular: bool) -> int:
        if name in UNSEEN:
            return self._drop(start, self._end_of_unseen(name, end))
        if name not in _VOID and not self._nests(name):
            # What is nested no deeper still begins a line of its own.
            return self._replace(start, end, "<br>" if name in _ENDS_PARAGRAPH else "")
        if not is_regular or end - start > _LONG_TAG or (name == "img" and "data:" in attributes):
            return self._replace(start, end, self._rebuilt(name, attributes))
        return end

    def _nests(self, name: str) -> bool:
        """Note that `name` is open now, and tell whether it may be."""
        if name in _ENDS_PARAGRAPH and "p" in self._open:
            self._imply_end(frozenset({"p"}), _SCOPES)
        if name in _IMPLIED_ENDS:
            self._imply_end(*_IMPLIED_ENDS[name])
        if len(self._open) >= MOST_NESTED:
            return False
        if name in _FORMATTING:
            if self._formatting >= MOST_FORMATTING:
                return False
            self._formatting += 1
        self._open.append(name)
        return True

    def _imply_end(self, closes: frozenset[str], barriers: frozenset[str]) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index] in closes:
                # Formatting goes on in what follows.
                self._open[index:] = [name for name in self._open[index:] if name in _FORMATTING]
                return
            if self._open[index] in barriers:
                return

    def _closing(self, start: int, end: int, name: str) -> int:
        if name not in self._open:
            return end if name in {"p", "br"} else self._drop(start, end)
        index = len(self._open) - 1 - self._open[::-1].index(name)
        if name in _FORMATTING:
            self._formatting -= 1
            del self._open[index]
        else:
            self._open[index:] = [inner for inner in self._open[index:] if inner in _FORMATTING]
        return end

    def _end_of_unseen(self, name: str, start: int) -> int:
        """Return where the element ends; one that never does holds the rest only if it is no text."""
        if name in self._unclosed:
            return start
        depth = 1
        for tag in re.compile(rf"<(/?){name}(?=[\s/>])[^>]*+>?", re.IGNORECASE).finditer(self._html, start):
            if tag[1]:
                depth -= 1
            elif name in {"svg", "math", "template", "object"} and not tag[0].endswith("/>"):
                depth += 1
            if depth == 0:
                return tag.end()
        self._unclosed.add(name)
        return len(self._html) if name in {"script", "style"} else start

    def _rebuilt(self, name: str, attributes: str) -> str:
        kept: dict[str, str] = {}
        for written, value in _ATTRIBUTE.findall(attributes):
            key = written.lower()
            if key in KEPT_ATTRIBUTES and key not in kept:
                kept[key] = value.strip("\"'") if value[0] in "\"'" else value
        if name == "img" and kept.get("src", "").lstrip()[:5].lower() == "data:":
            kept["src"] = self._stash(kept["src"])
        if _BARE_HIDDEN.search(attributes):
            kept["hidden"] = ""
        parts = (f' {key}="{_bounded(value)}"' for key, value in kept.items())
        return f"<{name}{''.join(parts)}>"

    def _stash(self, uri: str) -> str:
        self._data_size += len(uri)
        if self._data_size > MOST_DATA:
            return "data:"
        self._data.append(unescape(uri.strip()))
        return f"data:,{len(self._data) - 1}"

    def _drop(self, start: int, end: int) -> int:
        return self._replace(start, end, "")

    def _replace(self, start: int, end: int, markup: str) -> int:
        self._kept += (self._html[self._copied : start], markup)
        self._copied = end
        return end


def _bounded(value: str) -> str:
    return value[:_LONGEST_VALUE].replace('"', "&quot;")
