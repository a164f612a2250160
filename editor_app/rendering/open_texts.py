"""Texts that are made once for good, with gaps for what only the site knows on which they appear.

They are kept as parts: what stands between the gaps, and every second one the name of a gap, which tells
in its first word how a text is written there.
"""

import re
from collections.abc import Mapping, Sequence

OpenText = tuple[str, ...]

# No text has these characters: `normalize_text` takes them away. A string of JSON has them in words.
GAP = re.compile("\x02gap (\\w+)\x03")
_IN_JSON = re.compile(r"(?:\x02|\\u0002)gap (\w+)(?:\x03|\\u0003)")


def gap(name: str) -> str:
    """Return what stands in a text for what is put there afterwards."""
    return f"\x02gap {name}\x03"


def parts_of_html(made: str) -> OpenText:
    """Return the parts of what was made with gaps in its texts; their names begin with `html`."""
    return _parts(GAP, made, "html")


def parts_of_json(made: str) -> OpenText:
    """Return the parts of JSON with gaps in its strings, or instead of values; names begin with `json`."""
    return _parts(_IN_JSON, made, "json")


def joined(first: OpenText, second: OpenText) -> OpenText:
    """Return the parts of one text that is followed by another."""
    return (*first[:-1], first[-1] + second[0], *second[1:])


def fill(parts: Sequence[str], values: Mapping[str, bytes]) -> bytes:
    """Return the text in UTF-8 with `values`, written as they stand there, in its gaps."""
    filled = [b""] * len(parts)
    filled[0::2] = [part.encode() for part in parts[0::2]]
    filled[1::2] = [values[name] for name in parts[1::2]]
    return b"".join(filled)


def _parts(gaps: re.Pattern[str], made: str, kind: str) -> OpenText:
    parts = gaps.split(made)
    parts[1::2] = [f"{kind} {name}" for name in parts[1::2]]
    return tuple(parts)
