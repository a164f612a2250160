"""What somebody looks for again and again, kept by name in the person's own settings."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QSettings, Signal

from ui.widgets.folding import fold

KEY = "archive/saved_filters"


class SavedFilters(QObject):
    """Queries by their names, as they are typed; `changed` comes when there are others."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def queries(self) -> Mapping[str, str]:
        """The queries, in the order of their names."""
        kept = json.loads(str(self._settings.value(KEY, "{}")))
        return {name: kept[name] for name in sorted(kept, key=fold)}

    def save(self, name: str, query: str) -> None:
        """Keep `query` under `name`, in place of what is there."""
        tidy = " ".join(name.split())
        if tidy:
            self._store({**self.queries, tidy: query})

    def rename(self, name: str, other: str) -> None:
        """Call what is kept under `name` something else."""
        kept = dict(self.queries)
        tidy = " ".join(other.split())
        if tidy and name in kept:
            query = kept.pop(name)
            self._store({**kept, tidy: query})

    def remove(self, name: str) -> None:
        """Keep it no longer."""
        self._store({key: query for key, query in self.queries.items() if key != name})

    def _store(self, kept: Mapping[str, str]) -> None:
        self._settings.setValue(KEY, json.dumps(kept, ensure_ascii=False))
        self.changed.emit()
