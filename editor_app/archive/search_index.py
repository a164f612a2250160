"""What only SQLite knows of search: the full-text index, kept current with each change of an article."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, bindparam, column, delete, func, select, table
from sqlalchemy.sql.expression import ColumnElement, TableClause

from editor_app.archive.tables import search_rows, search_words, working_copies
from editor_app.domain.article import Article
from editor_app.domain.codec import BrokenText, NewerSchema, decode_article
from editor_app.domain.searched_text import SearchedText, searched_text

WHOLE_TEXT = "search_index"
BEGINNINGS = "search_titles"
_COLUMNS = SearchedText.__struct_fields__
_TITLE_COLUMNS = ("title", "lead")
# How much a word counts by where it stands, in the order of _COLUMNS.
WEIGHTS = (10.0, 4.0, 1.0, 3.0, 0.5)

# The words come folded and with spaces between them; beyond ASCII this tokenizer splits nothing. The
# texts are not kept a second time: to take a row out, its words are made again of the article. Titles
# and leads are indexed by how words begin too, which makes a search while somebody types instant.
_CREATE = (
    f"CREATE VIRTUAL TABLE {WHOLE_TEXT} USING fts5({', '.join(_COLUMNS)}, content='', tokenize='ascii')",
    f"CREATE VIRTUAL TABLE {BEGINNINGS} USING fts5({', '.join(_TITLE_COLUMNS)}, content='',"
    " tokenize='ascii', columnsize=0, prefix='1 2 3 4')",
)
_COUNT = (
    f"INSERT INTO {search_words.name} (word, articles) VALUES (?, ?)"
    " ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles"
)
_AT_A_TIME = 500


def make_index(connection: Connection) -> None:
    """Make the index of all articles anew; takes some milliseconds per article."""
    for name in (WHOLE_TEXT, BEGINNINGS):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in _CREATE:
        connection.exec_driver_sql(statement)
    connection.execute(delete(search_rows))
    connection.execute(delete(search_words))
    counts: Counter[str] = Counter()
    for number, (article_id, text) in enumerate(_texts(connection), start=1):
        _add(connection, number, article_id, text)
        counts.update(_words(text))
    if counts:
        connection.exec_driver_sql(_COUNT, sorted(counts.items()))
    for name in (WHOLE_TEXT, BEGINNINGS):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


class SearchIndex:
    """Keeps the index of an archive; articles have numbers there, higher ones for later changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, article: Article) -> None:
        """Let a new article be found."""
        text = searched_text(article)
        self._insert(article.id, text)
        self._count(_words(text), 1)

    def replace(self, article: Article, before: str) -> None:
        """Let an article be found by its new words; `before` is its working copy as it was stored."""
        number = self._number(article.id)
        if number is None:
            self.add(article)
            return
        old, new = _read(before), searched_text(article)
        if old is None or not self._is_what_was_indexed(number, old):
            # To take out other words than were put in would break the index without a trace.
            make_index(self._connection)
            return
        self._take_out(number, old)
        self._insert(article.id, new)
        self._count(_words(new) - _words(old), 1)
        self._count(_words(old) - _words(new), -1)

    def remove(self, article: Article) -> None:
        """Let an article that is as it was stored be found no more; do so before its row is deleted."""
        number = self._number(article.id)
        if number is None:
            return
        text = searched_text(article)
        if self._is_what_was_indexed(number, text):
            self._take_out(number, text)
            self._count(_words(text), -1)
        # Without its number a row that stays in the index is found by nobody.
        self._connection.execute(delete(search_rows).where(search_rows.c.number == number))

    def _number(self, article_id: str) -> int | None:
        query = select(search_rows.c.number).where(search_rows.c.article_id == article_id)
        number: int | None = self._connection.scalar(query)
        return number

    def _is_what_was_indexed(self, number: int, text: SearchedText) -> bool:
        query = select(search_rows.c.checksum).where(search_rows.c.number == number)
        return self._connection.scalar(query) == _checksum(text)

    def _insert(self, article_id: str, text: SearchedText) -> None:
        # Of the index itself: a row whose words could not be taken out keeps its number for good.
        newest = self._connection.exec_driver_sql(f"SELECT max(id) FROM {WHOLE_TEXT}_docsize").scalar() or 0
        _add(self._connection, newest + 1, article_id, text)

    def _take_out(self, number: int, text: SearchedText) -> None:
        values = msgspec.structs.astuple(text)
        _write(self._connection, WHOLE_TEXT, _COLUMNS, number, values, command="delete")
        _write(self._connection, BEGINNINGS, _TITLE_COLUMNS, number, values[:2], command="delete")
        self._connection.execute(delete(search_rows).where(search_rows.c.number == number))

    def _count(self, words: Iterable[str], change: int) -> None:
        rows = [(word, change) for word in words]
        if rows:
            self._connection.exec_driver_sql(_COUNT, rows)


def found_in(name: str) -> TableClause:
    """Return the index `name`, WHOLE_TEXT or BEGINNINGS, to select numbers of articles from."""
    return table(name, column("rowid"), column(name))


def matches(index: TableClause, expression: str) -> ColumnElement[bool]:
    """Return the condition that a row of `index` has what `expression` asks for."""
    return index.c[index.name].op("MATCH", is_comparison=True)(bindparam(None, expression))


def relevance(index: TableClause) -> ColumnElement[float]:
    """Return what sorts the rows of the whole text that match, the best first."""
    return func.bm25(index.c[index.name], *WEIGHTS)


def numbers_with(connection: Connection, word: str) -> list[int]:
    """Return the numbers of the articles that have a word, or a stem: letters and figures alone."""
    rows = connection.exec_driver_sql(
        f"SELECT rowid FROM {WHOLE_TEXT} WHERE {WHOLE_TEXT} MATCH ?", (f'"{word}"',)
    )
    return [row[0] for row in rows.all()]


def _add(connection: Connection, number: int, article_id: str, text: SearchedText) -> None:
    values = msgspec.structs.astuple(text)
    _write(connection, WHOLE_TEXT, _COLUMNS, number, values)
    _write(connection, BEGINNINGS, _TITLE_COLUMNS, number, values[:2])
    connection.execute(
        search_rows.insert().values(number=number, article_id=article_id, checksum=_checksum(text))
    )


def _write(
    connection: Connection,
    name: str,
    columns: tuple[str, ...],
    number: int,
    values: tuple[str, ...],
    *,
    command: str = "",
) -> None:
    names, row = ("rowid", *columns), (number, *values)
    if command:
        names, row = (name, *names), (command, *row)
    places = ", ".join("?" * len(row))
    connection.exec_driver_sql(f"INSERT INTO {name}({', '.join(names)}) VALUES ({places})", row)


def _texts(connection: Connection) -> Iterator[tuple[str, SearchedText]]:
    """Yield the words of each article that can be read, those changed last at the end."""
    # Only what every version since the first has: a migration may call this.
    order = connection.exec_driver_sql("SELECT id FROM articles ORDER BY updated_at, id").scalars().all()
    query = select(working_copies.c.article_id, working_copies.c.content)
    for start in range(0, len(order), _AT_A_TIME):
        some = order[start : start + _AT_A_TIME]
        rows = connection.execute(query.where(working_copies.c.article_id.in_(some)))
        contents = {row.article_id: row.content for row in rows}
        for article_id in some:
            text = _read(contents.get(article_id, ""))
            if text is not None:
                yield article_id, text


def _read(content: str) -> SearchedText | None:
    try:
        return searched_text(decode_article(content.encode()))
    except (BrokenText, NewerSchema):
        # What cannot be read cannot be found, and is no reason to keep the rest from being found.
        return None


def _words(text: SearchedText) -> frozenset[str]:
    """Return what tells the article from others: its words and their stems."""
    return frozenset(f"{text.title} {text.lead} {text.body} {text.stems}".split())


def _checksum(text: SearchedText) -> int:
    return zlib.crc32("\n".join(msgspec.structs.astuple(text)).encode())
