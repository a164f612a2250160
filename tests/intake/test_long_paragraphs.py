"""No paragraph of a file is too long to be laid out, whatever its format."""

from pathlib import Path

import pytest

from editor_app.domain.document import plain_text
from editor_app.domain.long_blocks import LONGEST
from editor_app.intake.sources import read_data

ENDLESS = "Ord och mera. " * 2_000


@pytest.mark.parametrize("name", ["sida.txt", "sida.md", "sida.html"])
def test_an_endless_paragraph_is_parted_and_keeps_its_words(name):
    start = "<h1>Rubrik</h1><p>Ingress.</p><p>" if name.endswith("html") else "Rubrik\n\nIngress.\n\n"

    taken = read_data((start + ENDLESS).encode(), Path(name))

    said = [plain_text(block) for block in taken.body.blocks]
    assert " ".join(said).split().count("mera.") == 2_000
    assert max(map(len, said)) <= LONGEST
