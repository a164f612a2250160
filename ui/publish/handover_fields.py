"""The fields of a hand-over as they are copied one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment

from editor_app.domain.languages import LANGUAGE_WORDS
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import _

if TYPE_CHECKING:
    from editor_app.desk.handover_values import Kit, KitImage


@dataclass(frozen=True)
class CopyField:
    """What one press of a button copies: plain words, and where there is `html` that beside them."""

    label: str
    text: str
    html: str = ""

    def copy(self) -> None:
        """Put it on the clipboard."""
        data = QMimeData()
        data.setText(self.text)
        if self.html:
            data.setHtml(self.html)
        QGuiApplication.clipboard().setMimeData(data)

    def copy_source(self) -> None:
        """Put the HTML itself on the clipboard, for the source view of the other system."""
        QGuiApplication.clipboard().setText(self.html)


def text_fields(kit: "Kit") -> Iterator[CopyField]:
    """Yield title, lead, body without its images, and contacts; what is empty is left out."""
    yield from _filled(
        CopyField(_("Title"), kit.title),
        CopyField(_("Lead"), kit.lead),
        _with_html(_("Body text"), kit.text),
        _with_html(_("Contacts"), kit.contacts),
    )


def image_fields(image: "KitImage") -> Iterator[CopyField]:
    """Yield what is written beside an image; what is empty is left out."""
    yield from _filled(
        CopyField(_("Alt text"), image.alt),
        CopyField(_("Caption"), image.caption),
        CopyField(_("Photographer"), image.credit),
    )


def fact_fields(kit: "Kit") -> Iterator[CopyField]:
    """Yield what is known of the article; what is empty is left out."""
    yield from _filled(
        CopyField(_("Kind"), _(KIND_WORDS[kit.kind])),
        CopyField(_("Category"), kit.category),
        CopyField(_("Language"), _language(kit.language)),
        CopyField(_("To be published"), _moment(kit.publish_at)),
        CopyField(_("Take down"), _moment(kit.unpublish_at)),
        CopyField(_("Part of the address"), kit.slug),
        CopyField(_("Record number"), kit.record_number),
        CopyField(_("Address of the page"), kit.address),
    )


def _filled(*fields: CopyField) -> Iterator[CopyField]:
    return (field for field in fields if field.text)


def _with_html(label: str, html: str) -> CopyField:
    return CopyField(label, QTextDocumentFragment.fromHtml(html).toPlainText(), html)


def _language(tag: str) -> str:
    return f"{_(LANGUAGE_WORDS[tag])} ({tag})" if tag in LANGUAGE_WORDS else tag


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{wall_time(moment):%Y-%m-%d %H:%M}"
