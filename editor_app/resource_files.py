"""Where the files that ship with the program are, and which version of it they belong to."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def program_version() -> str:
    """Return the version that pyproject.toml names."""
    # Few ask, and the window's start does not wait for this library.
    import tomllib

    project = tomllib.loads((RESOURCES.parent / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
