"""Lines of three patterns below words and beside blocks."""

import pytest
from PySide6.QtGui import QColor, QTextCursor

from editor_app.checks.findings import Severity
from editor_app.domain.document import Document, paragraph
from ui.editor.body_editor import BodyEditor
from ui.editor.underlines import Underline
from ui.theme.palette import DARK, LIGHT, make_palette

COLOURS = {Severity.BLOCKS: "danger", Severity.WARNS: "warning", Severity.HINTS: "accent"}


@pytest.fixture
def body(qtbot):
    body = BodyEditor()
    qtbot.addWidget(body)
    body.resize(500, 300)
    body.set_body(Document((paragraph("mmmmmmmmmmmmmmmmmmmmmmmm"), paragraph("nnn"))))
    body.show()
    return body


def underlined(body, severity, start=0, end=24, *, beside=False):
    cursor = QTextCursor(body.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    body.underlines.show([Underline(cursor, severity, beside)])
    return body.grab().toImage()


def coloured(image, colour):
    """Return the places of the pixels that are nearer to `colour` than to black, white or grey."""
    wanted = QColor(colour)
    return {
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if all(
            abs(part(image.pixelColor(x, y)) - part(wanted)) < 70
            for part in (QColor.red, QColor.green, QColor.blue)
        )
        and image.pixelColor(x, y).saturation() > 60
    }


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_each_severity_has_a_pattern_and_a_colour_of_its_own(body, scheme):
    body.setPalette(make_palette(scheme))
    drawn = {
        severity: coloured(underlined(body, severity), getattr(scheme, name))
        for severity, name in COLOURS.items()
    }

    rows = {severity: {y for _x, y in pixels} for severity, pixels in drawn.items()}
    columns = {severity: len({x for x, _y in pixels}) for severity, pixels in drawn.items()}
    has_gap = {severity: max(of) - min(of) + 1 > len(of) for severity, of in rows.items()}
    assert has_gap == {Severity.BLOCKS: True, Severity.WARNS: False, Severity.HINTS: False}
    assert columns[Severity.BLOCKS] > columns[Severity.WARNS] > columns[Severity.HINTS] > 20


def test_what_is_beside_stands_right_of_the_words(body):
    image = underlined(body, Severity.BLOCKS, 25, 28, beside=True)

    places = coloured(image, LIGHT.danger)

    assert min(x for x, _y in places) > body.width() - 60
    assert len({y for _x, y in places}) > 10


def test_a_line_follows_the_words_that_are_typed_before_it(qtbot, body):
    cursor = QTextCursor(body.document())
    underlined(body, Severity.WARNS, 25, 28)

    cursor.insertText("ny ")

    assert body.underlines.shown()[0].cursor.selectedText() == "nnn"
