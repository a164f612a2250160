"""What other programs put on the clipboard, each beside the blocks that an editor would expect."""

from pathlib import Path

import pytest

from editor_app.domain.normalize import normalize
from editor_app.intake.html.reading import read_html
from tests.intake.html.outline import outline

CLIPBOARDS = sorted((Path(__file__).parents[1] / "clipboard").glob("*.html"))


@pytest.mark.parametrize("clipboard", CLIPBOARDS, ids=lambda path: path.stem)
def test_a_clipboard_of_another_program_becomes_blocks(clipboard):
    expected = clipboard.with_suffix(".expected").read_text(encoding="utf-8")

    read = read_html(clipboard.read_text(encoding="utf-8"))

    assert outline(read) == expected
    assert read.document == normalize(read.document)


@pytest.mark.parametrize("clipboard", CLIPBOARDS, ids=lambda path: path.stem)
def test_a_clipboard_cut_off_anywhere_is_read(clipboard):
    html = clipboard.read_text(encoding="utf-8")

    for end in range(0, len(html), max(len(html) // 25, 1)):
        read = read_html(html[:end])

        assert read.document == normalize(read.document)
