"""What many pages share of a template: made once, with gaps for what differs."""

from collections.abc import Mapping
from typing import Any, Protocol

from markupsafe import Markup

from editor_app.rendering import open_texts
from editor_app.rendering.place import Place
from editor_app.rendering.plain import escaped


class Shape(Protocol):
    """A template of which only the gaps are still open."""

    def fill(self, place: Place, **gaps: str) -> str:
        """Return what the template makes at `place` where `gaps` stand; what is no Markup is escaped."""

    def fill_encoded(self, place: Place, **gaps: str | bytes) -> bytes:
        """Return the same in UTF-8; bytes in `gaps` are such HTML already."""


def make_shape(place: Place, name: str, gaps: tuple[str, ...], values: Mapping[str, Any]) -> Shape:
    """Return what the template `name` makes of `values`, with `gaps` in it that are still to be filled.

    It may look another way where a gap is to be left empty: then `values` have it as empty. `place` is one
    from which all is reached as it is from where the gaps will be filled.
    """
    if not place.templates.is_own(name):
        return _Whole(name, values)
    marks = {name: gap(name) if values.get(name, True) else "" for name in gaps}
    return _Made(Parts(place.render(name, **{**values, **marks})))


def gap(name: str) -> Markup:
    """Return what stands in a template for a text that is put there afterwards."""
    return Markup(open_texts.gap(name))


class Parts:
    """What a template of the program made of gaps: it puts them out, and does nothing else with them."""

    def __init__(self, made: str) -> None:
        parts = open_texts.GAP.split(made)
        self._between = parts[0::2]
        self._names = parts[1::2]
        self._encoded = [part.encode() for part in self._between]

    def filled(self, texts: Mapping[str, str]) -> str:
        """Return what was made with `texts` in its gaps; what is no Markup is escaped."""
        parts = [""] * (len(self._between) + len(self._names))
        parts[0::2] = self._between
        parts[1::2] = [escaped(texts[name]) for name in self._names]
        return "".join(parts)

    def filled_encoded(self, texts: Mapping[str, str | bytes]) -> bytes:
        """Return the same in UTF-8; bytes are such HTML already."""
        parts = [b""] * (len(self._between) + len(self._names))
        parts[0::2] = self._encoded
        given = (texts[name] for name in self._names)
        parts[1::2] = [one if isinstance(one, bytes) else escaped(one).encode() for one in given]
        return b"".join(parts)


class _Made:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def fill(self, place: Place, **gaps: str) -> str:
        del place
        return self._parts.filled(gaps)

    def fill_encoded(self, place: Place, **gaps: str | bytes) -> bytes:
        del place
        return self._parts.filled_encoded(gaps)


class _Whole:
    """Somebody else's template may do anything with a value, so it has to see it."""

    def __init__(self, name: str, values: Mapping[str, Any]) -> None:
        self._name = name
        self._values = values

    def fill(self, place: Place, **gaps: str) -> str:
        return place.render(self._name, **{**self._values, **gaps})

    def fill_encoded(self, place: Place, **gaps: str | bytes) -> bytes:
        texts = {name: Markup(one.decode()) if isinstance(one, bytes) else one for name, one in gaps.items()}
        return self.fill(place, **texts).encode()
