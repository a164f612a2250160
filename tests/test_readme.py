"""README tells what whoever writes templates or hands the program on has to know."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from editor_app.resource_files import RESOURCES

README = Path(__file__).resolve().parent.parent / "README.md"
# They make no page of the website.
ELSEWHERE = {"review.html", "single_file.html"}


def test_readme_names_every_template_that_may_be_replaced_and_no_other():
    table = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = {name for line in table for name in re.findall(r"`(\w+\.html)`", line.split("|")[1])}

    there = {path.name for path in (RESOURCES / "templates").glob("*.html")}
    assert named == there - ELSEWHERE


def installed_beside(names):
    """Return what packages are installed because Pressklar wants those called `names`."""
    found, waiting = {}, list(names)
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        if name in found or (wanted.marker is not None and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        waiting += found[name].requires or []
    return found


def licence(package):
    told = package.metadata
    classifiers = [line for line in told.get_all("Classifier") or () if line.startswith("License")]
    return " ".join((told.get("License-Expression") or "", (told.get("License") or "")[:80], *classifiers))


def test_readme_names_every_package_whose_licence_asks_something_of_whoever_hands_it_on():
    project = tomllib.loads((README.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = installed_beside(project["dependencies"])

    asking = {name for name, one in packages.items() if re.search("GPL|EPL|MPL|Artistic", licence(one))}

    # PySide6 comes in several packages that are under one licence.
    families = {name for name in asking if not name.startswith(("pyside6-", "shiboken6"))}
    told = README.read_text(encoding="utf-8").partition("## Licences")[2].lower()
    assert {"asyncssh", "hunspell-sv", "pyside6"} <= families
    assert {name for name in families if name not in told} == set()
