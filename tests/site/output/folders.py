"""What is in folders, and short ways to write to them, for the tests of the output store."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from editor_app.domain.audit import Head
from editor_app.site.output.output import Output
from editor_app.site.output.paths import MANIFEST, SHARDS
from editor_app.site.output.values import State, Switched

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def state(number: int = 1) -> State:
    return State(Head(number, f"{number:064x}"), NOW, {"templates": "a"})


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the files in `folder` by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def pages(folder: Path) -> dict[str, str]:
    """Return the texts of the site in `folder` by path, without its manifest."""
    return {
        path: data.decode()
        for path, data in tree(folder).items()
        if path != MANIFEST and not path.startswith(f"{SHARDS}/")
    }


def export(target: Path, files: dict[str, str], *, number: int = 1, **options: Any) -> Switched:
    """Make the site at `target` consist of `files`, each its own owner, with what is remembered of each."""
    opening = {name: options.pop(name) for name in ("adopt", "releases") if name in options}
    with Output.open(target, **opening) as output:
        output.replace_all()
        for path, text in files.items():
            output.put(path, text.encode(), owner=path.partition("/")[0], revision=str(len(text)))
            output.remember([(path, text.encode())])
        return output.commit(state(number), **options)
