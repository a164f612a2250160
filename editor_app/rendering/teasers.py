"""What leads to articles, in lists and at the end of pages: the template is asked once for all of a sort."""

import dataclasses
from typing import Any

from msgspec import structs

from editor_app.rendering.place import Teaser
from editor_app.rendering.shapes import Parts, gap
from editor_app.rendering.templates import Templates

TEMPLATE = "teasers.html"
_GAPS = ("title", "href", "date", "day")
_GAPS_OF_IMAGE = ("src", "srcset", "width", "height")

_Sort = tuple[str, str, bool, bool, bool, bool]


class Teasers:
    """Elements that a macro of the template makes of a teaser and of `values`."""

    def __init__(self, templates: Templates, macro: str, *values: object) -> None:
        self._templates = templates
        self._macro = macro
        self._values = values
        self._made: dict[_Sort, Parts] = {}

    def html(self, item: Teaser) -> str:
        """Return the element that leads to an article."""
        if not self._templates.is_own(TEMPLATE):
            # Somebody else's template may do anything with a value, so it has to see it.
            return self._make(item)
        sort = _sort(item)
        parts = self._made.get(sort)
        if parts is None:
            parts = self._made[sort] = Parts(self._make(_with_gaps(item)))
        return parts.filled(_texts(item))

    def _make(self, item: Teaser) -> str:
        return str(self._templates.macro(TEMPLATE, self._macro, item, *self._values))


def _sort(item: Teaser) -> _Sort:
    """Return all that lets the template make another element than with other texts in the same places."""
    image = item.image
    has_choice = image is not None and bool(image.srcset)
    return item.kind, item.attributes, item.is_crisis, bool(item.lead), image is not None, has_choice


def _with_gaps(item: Teaser) -> Teaser:
    image, lead = item.image, gap("lead") if item.lead else ""
    if image is not None:
        gaps: dict[str, Any] = {name: gap(name) for name in _GAPS_OF_IMAGE if getattr(image, name)}
        image = dataclasses.replace(image, **gaps)
    return structs.replace(item, **{name: gap(name) for name in _GAPS}, lead=lead, image=image)


def _texts(item: Teaser) -> dict[str, str]:
    texts = {"title": item.title, "href": item.href, "date": item.date, "day": item.day, "lead": item.lead}
    image = item.image
    if image is not None:
        texts |= {"src": image.src, "srcset": image.srcset}
        texts |= {"width": str(image.width), "height": str(image.height)}
    return texts
