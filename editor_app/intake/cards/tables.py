"""Tables of contacts as spreadsheets write them: CSV in any of the ways that are usual in Sweden."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor_app.domain.article import Contact, Phone
from editor_app.domain.card_table import SEPARATOR, without_guard
from editor_app.intake.cards.card_text import (
    CardFileProblem,
    CardSheet,
    Column,
    ColumnUse,
    ReadCard,
    SkippedCard,
    Unusable,
    UnusableCardFile,
)
from editor_app.intake.cards.headings import column_of

_DELIMITERS = ";,\t"
_SEVERAL = re.compile(rf"[{re.escape(SEPARATOR)}\r\n]+")
# Excel's own note on how the file is to be read.
_SEPARATOR_LINE = re.compile(r"sep=(?P<sign>.)\r?\n", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^:+\d(]{1,40}):\s*(?P<number>.+)")
Row = tuple[int, list[str]]


def read_table(text: str, path: Path) -> CardSheet:
    """Return the contacts of a table whose first line names its columns; raises UnusableCardFile."""
    columns, rows = _columns_and_rows(text, path)
    cards: list[ReadCard] = []
    skipped: list[SkippedCard] = []
    for line, cells in rows:
        words = ", ".join(filter(None, (cell.strip() for cell in cells)))
        if any(cell.strip() for cell in cells[len(columns) :]):
            skipped.append(SkippedCard(line, Unusable.TOO_MANY_CELLS, words))
            continue
        contact = _contact(columns, cells)
        if contact.name:
            cards.append(ReadCard(line, contact))
        else:
            skipped.append(SkippedCard(line, Unusable.NO_NAME, words))
    return CardSheet(tuple(cards), tuple(skipped), columns)


def read_names(text: str, path: Path) -> tuple[tuple[int, str], ...]:
    """Return line and name of each row in a table of categories; raises UnusableCardFile."""
    columns, rows = _columns_and_rows(text, path)
    place = next(place for place, use in enumerate(columns) if use.column is Column.NAME)
    names = ((line, _cell(cells[place])) for line, cells in rows if place < len(cells))
    return tuple((line, name) for line, name in names if name)


def _columns_and_rows(text: str, path: Path) -> tuple[tuple[ColumnUse, ...], list[Row]]:
    rows = list(_rows(text, path))
    if not rows:
        raise UnusableCardFile(path, CardFileProblem.NO_CARDS)
    line, headings = rows[0]
    columns = tuple(column_of(heading.strip()) for heading in headings)
    if not {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME} & {use.column for use in columns}:
        words = ", ".join(filter(None, (heading.strip() for heading in headings)))
        raise UnusableCardFile(path, CardFileProblem.NO_NAME_COLUMN, line, words)
    if len(rows) == 1:
        raise UnusableCardFile(path, CardFileProblem.NO_CARDS)
    return columns, rows[1:]


def _rows(text: str, path: Path) -> Iterator[Row]:
    """Give the rows in which something is written, each with the line that it begins in."""
    told = _SEPARATOR_LINE.match(text)
    above = 1 if told else 0
    body = text[told.end() :] if told else text
    sign = told["sign"] if told else _delimiter(body)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=sign, strict=True)
    line = above + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = above + reader.line_num + 1
    except csv.Error as error:
        raise UnusableCardFile(path, CardFileProblem.BROKEN, line) from error


def _delimiter(text: str) -> str:
    """Return the sign that parts the headings: a semicolon where Excel is Swedish, else a comma or tab."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(_DELIMITERS, key=bare.count)


def _contact(columns: Sequence[ColumnUse], cells: Sequence[str]) -> Contact:
    used = [(use, cell) for use, cell in zip(columns, cells, strict=False) if use.column is not None]

    def first_of(*wanted: Column) -> str:
        found = (
            next((_cell(cell) for use, cell in used if use.column is one and cell), "") for one in wanted
        )
        return " ".join(filter(None, found))

    def all_of(column: Column) -> Iterator[tuple[str, str]]:
        for use, cell in used:
            if use.column is column:
                yield from ((part, use.label) for part in map(_cell, _SEVERAL.split(cell)) if part)

    return Contact(
        id="",
        name=first_of(Column.NAME) or first_of(Column.FIRST_NAME, Column.LAST_NAME),
        roles=tuple(role for role, _label in all_of(Column.ROLE)),
        unit=first_of(Column.UNIT),
        organisation=first_of(Column.ORGANISATION),
        phones=tuple(_phone(*part) for part in all_of(Column.PHONE)),
        emails=tuple(email for email, _label in all_of(Column.EMAIL)),
    )


def _phone(text: str, label: str) -> Phone:
    labelled = _LABELLED.fullmatch(text)
    return Phone(labelled["number"], labelled["label"].strip()) if labelled else Phone(text, label)


def _cell(text: str) -> str:
    return without_guard(" ".join(text.split()))
