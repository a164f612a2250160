"""README tells what whoever writes templates has to know."""

import re
from pathlib import Path

from editor_app.resource_files import RESOURCES

README = Path(__file__).resolve().parent.parent / "README.md"
# They make no page of the website.
ELSEWHERE = {"review.html", "single_file.html"}


def test_readme_names_every_template_that_may_be_replaced_and_no_other():
    table = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    named = {name for line in table for name in re.findall(r"`(\w+\.html)`", line.split("|")[1])}

    there = {path.name for path in (RESOURCES / "templates").glob("*.html")}
    assert named == there - ELSEWHERE
