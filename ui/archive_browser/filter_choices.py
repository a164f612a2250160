"""What the filters of the list can be set to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ui.archive_browser.saved_filters import SavedFilters


@dataclass(frozen=True)
class FilterChoices:
    """`names` gives the names of categories, contacts and persons, by the fields of a query."""

    saved: SavedFilters
    names: Callable[[], Mapping[str, Iterable[str]]]
    today: Callable[[], date]
