"""What the dialog of a table offers to do with rows and columns, for its toolbar, menu and keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from editor_app.domain.document import Table
from editor_app.translation import _
from ui.editor.table_edits import (
    Place,
    columns_of,
    insert_column,
    insert_row,
    move_column,
    move_row,
    remove_columns,
    remove_rows,
)
from ui.editor.table_grid import TableGrid
from ui.editor.table_model import TableModel
from ui.theme.icons import icon

Change = Callable[[Table, Place, Sequence[Place]], tuple[Table, Place]]


@dataclass(frozen=True)
class _Spec:
    name: str
    text: str
    icon: str
    keys: str
    change: Change


def table_actions(grid: TableGrid, model: TableModel) -> list[QAction | None]:
    """Return the actions on `grid`, None being a separator; each is one step to undo."""
    actions: list[QAction | None] = []
    for spec in _specs():
        actions.append(None if spec is None else _make(spec, grid, model))
    return actions


def _specs() -> Sequence[_Spec | None]:
    return (
        _Spec("row_above", _("Insert row above"), "row-insert-top", "Alt+Shift+Up", _row_above),
        _Spec("row_below", _("Insert row below"), "row-insert-bottom", "Alt+Shift+Down", _row_below),
        _Spec("column_left", _("Insert column left"), "column-insert-left", "Alt+Shift+Left", _column_left),
        _Spec(
            "column_right", _("Insert column right"), "column-insert-right", "Alt+Shift+Right", _column_right
        ),
        None,
        _Spec("remove_row", _("Delete row"), "row-remove", "Alt+Del", _without_rows),
        _Spec("remove_column", _("Delete column"), "column-remove", "Alt+Shift+Del", _without_columns),
        None,
        _Spec("row_up", _("Move row up"), "arrow-up", "Alt+Up", _row_moved(-1)),
        _Spec("row_down", _("Move row down"), "arrow-down", "Alt+Down", _row_moved(1)),
        _Spec("column_back", _("Move column left"), "arrow-left", "Alt+Left", _column_moved(-1)),
        _Spec("column_on", _("Move column right"), "arrow-right", "Alt+Right", _column_moved(1)),
    )


def _make(spec: _Spec, grid: TableGrid, model: TableModel) -> QAction:
    action = QAction(icon(spec.icon), spec.text, grid)
    action.setObjectName(spec.name)
    action.setShortcut(QKeySequence(spec.keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{spec.text} ({keys})")

    def act() -> None:
        grid.finish_cell()
        grid.change(*spec.change(model.table(), grid.place(), grid.selected_places()))

    action.triggered.connect(act)
    return action


def _row_above(table: Table, place: Place, _selected: Sequence[Place]) -> tuple[Table, Place]:
    return insert_row(table, place[0]), place


def _row_below(table: Table, place: Place, _selected: Sequence[Place]) -> tuple[Table, Place]:
    return insert_row(table, place[0] + 1), (place[0] + 1, place[1])


def _column_left(table: Table, place: Place, _selected: Sequence[Place]) -> tuple[Table, Place]:
    return insert_column(table, place[1]), place


def _column_right(table: Table, place: Place, _selected: Sequence[Place]) -> tuple[Table, Place]:
    return insert_column(table, place[1] + 1), (place[0], place[1] + 1)


def _without_rows(table: Table, place: Place, selected: Sequence[Place]) -> tuple[Table, Place]:
    rows = {row for row, _column in selected}
    # A whole column that is selected touches every row and means none of them.
    left = remove_rows(table, {place[0]} if len(rows) == len(table.rows) else rows)
    return left, (min(*rows, len(left.rows) - 1), place[1])


def _without_columns(table: Table, place: Place, selected: Sequence[Place]) -> tuple[Table, Place]:
    columns = {column for _row, column in selected}
    left = remove_columns(table, {place[1]} if len(columns) == columns_of(table) else columns)
    return left, (place[0], min(*columns, columns_of(left) - 1))


def _row_moved(steps: int) -> Change:
    def change(table: Table, place: Place, _selected: Sequence[Place]) -> tuple[Table, Place]:
        to = min(max(place[0] + steps, 0), len(table.rows) - 1)
        return move_row(table, place[0], to), (to, place[1])

    return change


def _column_moved(steps: int) -> Change:
    def change(table: Table, place: Place, _selected: Sequence[Place]) -> tuple[Table, Place]:
        to = min(max(place[1] + steps, 0), columns_of(table) - 1)
        return move_column(table, place[1], to), (place[0], to)

    return change
