"""Choosing the category of an article, or adding one in place."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.domain.article import Category
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.pickers.callbacks import AddCategory
from ui.theme.spacing import XS
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.ranking import Ranking
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

_ADD = "add"


class CategoryPicker(QWidget):
    """One category, searched as you type; `changed` comes when somebody chose another or none.

    `category_added` carries a category that was made here.
    """

    changed = Signal()
    category_added = Signal(object)

    def __init__(self, add_category: AddCategory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._add_category = add_category
        self._categories: dict[str, Category] = {}
        self._retired: frozenset[str] = frozenset()
        self._chosen: str | None = None
        self._before: str | None = None
        self._request = 0
        self.field = SuggestionField(_("Choose a category"), self._find)
        self.field.setObjectName("category_field")
        self._problem = Problem()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        column.addWidget(self._problem)
        self.field.picked.connect(self._pick)
        self.field.abandoned.connect(lambda: self._choose(self._before))
        self.field.left.connect(self._settle)
        self.field.textEdited.connect(self._note_typing)

    def chosen(self) -> str | None:
        """Return the id of the chosen category, also one that is not among the categories."""
        return self._chosen

    def problem(self) -> str:
        """Return the sentence on what went wrong, empty where nothing did."""
        return self._problem.text()

    def set_categories(self, categories: Iterable[Category], retired: Collection[str] = ()) -> None:
        """Offer `categories` but for the `retired` ones, by id; what is chosen stays chosen."""
        self._categories = {category.id: category for category in categories}
        self._retired = frozenset(retired)
        if not self.field.isModified():
            self._show_name()

    def show_category(self, category_id: str | None) -> None:
        """Show what is chosen, without telling anybody."""
        self._request += 1
        self._chosen = self._before = category_id
        self._problem.show_sentence("")
        self._show_name()

    def _find(self, typed: str) -> list[Suggestion]:
        offered = (one for one in self._categories.values() if one.id not in self._retired)
        ranking = Ranking((one.id, (one.name,)) for one in offered)
        found = [Suggestion(key, self._categories[key].name) for key in ranking.find(typed)]
        name = " ".join(typed.split())
        if name and not self._named(name):
            found.append(Suggestion(_ADD, _("Add “{name}”").format(name=name)))
        return found

    def _named(self, name: str) -> Category | None:
        same = (each for each in self._categories.values() if each.name.casefold() == name.casefold())
        return next(same, None)

    def _note_typing(self, text: str) -> None:
        self._problem.show_sentence("")
        if not text:
            self._choose(None, keep_way_back=True)
            self.field.setModified(True)

    def _pick(self, key: str) -> None:
        if key == _ADD:
            self._add(" ".join(self.field.text().split()))
        else:
            self._choose(key)

    def _choose(self, category_id: str | None, *, keep_way_back: bool = False) -> None:
        before, self._chosen = self._chosen, category_id
        if not keep_way_back:
            self._before = category_id
        self._show_name()
        if category_id != before:
            self.changed.emit()

    def _settle(self) -> None:
        """The focus has gone: take a name that was typed in full, and show what is chosen."""
        if self.field.isReadOnly():
            return
        named = self._named(" ".join(self.field.text().split())) if self.field.isModified() else None
        self._choose(named.id if named else self._chosen)

    def _show_name(self) -> None:
        self.field.setReadOnly(False)
        if self._chosen is None:
            self.field.clear()
        elif self._chosen in self._categories:
            self.field.setText(self._categories[self._chosen].name)
        else:
            self.field.setText(_("A category that is not in the archive"))
        self.field.setCursorPosition(0)
        self.field.setToolTip(self.field.text())

    def _add(self, name: str) -> None:
        self._request += 1
        request = self._request
        self.field.setReadOnly(True)

        def done(category: Category) -> None:
            self._categories[category.id] = category
            if request == self._request:
                self._choose(category.id)
            self.category_added.emit(category)

        def failed(error: EditorAppError) -> None:
            if request == self._request:
                self._show_name()
                self._problem.show_sentence(explained(error))

        self._add_category(name, done, failed)
