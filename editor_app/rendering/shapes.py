"""What many pages share of a template: made once, with gaps for what differs."""

import re
from collections.abc import Mapping
from typing import Any, Protocol

from markupsafe import Markup

from editor_app.rendering.place import Place
from editor_app.rendering.plain import escaped

# No text has these characters: `normalize_text` takes them away.
_GAP = re.compile("\x02gap (\\w+)\x03")


class Shape(Protocol):
    """A template of which only the gaps are still open."""

    def fill(self, place: Place, **gaps: str) -> str:
        """Return what the template makes at `place` where `gaps` stand; what is no Markup is escaped."""


def make_shape(place: Place, name: str, gaps: tuple[str, ...], values: Mapping[str, Any]) -> Shape:
    """Return what the template `name` makes of `values`, with `gaps` in it that are still to be filled.

    It may look another way where a gap is to be left empty: then `values` have it as empty. `place` is one
    from which all is reached as it is from where the gaps will be filled.
    """
    if not place.templates.is_own(name):
        return _Whole(name, values)
    marks = {gap: Markup(f"\x02gap {gap}\x03") if values.get(gap, True) else "" for gap in gaps}
    return _Parts(place.render(name, **{**values, **marks}))


class _Parts:
    """What a template of the program made: it puts what is in gaps out, and does nothing else with it."""

    def __init__(self, made: str) -> None:
        self._parts = _GAP.split(made)

    def fill(self, place: Place, **gaps: str) -> str:
        del place
        parts = self._parts.copy()
        parts[1::2] = [escaped(gaps[name]) for name in parts[1::2]]
        return "".join(parts)


class _Whole:
    """Somebody else's template may do anything with a value, so it has to see it."""

    def __init__(self, name: str, values: Mapping[str, Any]) -> None:
        self._name = name
        self._values = values

    def fill(self, place: Place, **gaps: str) -> str:
        return place.render(self._name, **{**self._values, **gaps})
