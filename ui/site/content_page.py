"""What the website has beside its articles: what is pinned, which pages there are, what they say."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor_app.domain.site_settings import SiteSettings
from editor_app.translation import _
from ui.pickers.related_picker import RelatedPicker, RelatedSource
from ui.theme.spacing import XS, L, M
from ui.widgets.folder_row import FolderRow
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import QuietLabel


class FrontPage(QWidget):
    """Shows which articles are pinned to the front page; `source` finds others."""

    def __init__(self, settings: SiteSettings, source: RelatedSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pinned = RelatedPicker(source)
        self.pinned.show_related(settings.pinned_ids, own_id="")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(
            QuietLabel(_("These stay at the top of the front page, in this order, while they are published."))
        )
        column.addWidget(self.pinned)


class ContentPage(QWidget):
    """Shows which pages there are beside the articles, the words about the site, and its templates."""

    def __init__(self, settings: SiteSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contact_pages = QCheckBox(_("A page for each contact"))
        self.contact_pages.setObjectName("has_contact_pages")
        self.contact_pages.setChecked(settings.has_contact_pages)
        self.ninjs = QCheckBox(_("Articles as ninjs too"))
        self.ninjs.setObjectName("has_ninjs")
        self.ninjs.setChecked(settings.has_ninjs)
        self.about = GrowingTextEdit(fewest=5, most=14)
        self.about.setObjectName("about")
        self.about.show_text(settings.about)
        self.templates = named_line("templates", settings.templates)
        self._lay_out()

    def _lay_out(self) -> None:
        title = _("Folder with templates of your own")
        self.templates.setAccessibleName(title)
        how = _("An empty line parts paragraphs; ## begins a heading and - a line of a list.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for choice, words in (
            (self.contact_pages, _("With the articles that they are named in.")),
            (self.ninjs, _("For news services and other programs.")),
        ):
            choice.setAccessibleDescription(words)
            column.addLayout(_with_hint(choice, words))
        column.addWidget(FormField(_("About the website"), self.about, how))
        none = _("Empty: the program's own. README tells which templates there are.")
        column.addWidget(FormField(title, FolderRow(self.templates, "choose_templates", title), none))


def _with_hint(choice: QCheckBox, words: str) -> QVBoxLayout:
    hint = QuietLabel(words)
    hint.setContentsMargins(L + XS, 0, 0, 0)
    column = QVBoxLayout()
    column.setSpacing(XS)
    column.addWidget(choice)
    column.addWidget(hint)
    return column
