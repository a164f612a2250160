"""What only SQLite knows of search: the full-text index, kept current with each change of an article."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count

import msgspec
from sqlalchemy import Connection, bindparam, column, delete, func, select, table
from sqlalchemy.sql.expression import ColumnElement, TableClause

from editor_app.archive.tables import articles, search_rows, search_words, working_copies
from editor_app.domain.article import Article
from editor_app.domain.article_words import read_words, words_in
from editor_app.domain.codec import BrokenText, NewerSchema
from editor_app.domain.search_words import words_of
from editor_app.domain.searched_text import SearchedText, searched_text

WHOLE_TEXT = "search_index"
BEGINNINGS = "search_titles"
# Which of the words each index holds.
_INDEXED = {WHOLE_TEXT: SearchedText.__struct_fields__, BEGINNINGS: ("title", "lead")}
# The body first: what stands in the first column takes the least room.
# How much a word counts by where it stands, in the order of the columns.
WEIGHTS = (1.0, 10.0, 4.0, 3.0, 0.5)

# The words come folded and with spaces between them; beyond ASCII this tokenizer splits nothing. The
# texts are not kept a second time: to take a row out, its words are made again of the article. Titles
# and leads are indexed by how words begin too, which makes a search while somebody types instant.
_CREATE = (
    f"CREATE VIRTUAL TABLE {WHOLE_TEXT} USING fts5({', '.join(_INDEXED[WHOLE_TEXT])},"
    " content='', tokenize='ascii')",
    f"CREATE VIRTUAL TABLE {BEGINNINGS} USING fts5({', '.join(_INDEXED[BEGINNINGS])},"
    " content='', tokenize='ascii', columnsize=0, prefix='1 2 3 4')",
)
_COUNT = (
    f"INSERT INTO {search_words.name} (word, articles) VALUES (?, ?)"
    " ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles"
)
# The index can tell it too, which takes a look at all of it.
_COUNT_ALL = (
    f"CREATE VIRTUAL TABLE temp.every_word USING fts5vocab(main, {WHOLE_TEXT}, row)",
    f"INSERT INTO {search_words.name} (word, articles) SELECT term, doc FROM temp.every_word",
    "DROP TABLE temp.every_word",
)
_AT_A_TIME = 500
# How much of an index SQLite keeps in memory before it writes a piece of it: while all of it is made,
# which saves most of the merging, and what it does by itself.
_BYTES_TO_SORT, _USUAL_BYTES = 64 << 20, 1 << 20


def make_index(connection: Connection) -> None:
    """Make the index of all articles anew; takes half a millisecond per article."""
    for name in (WHOLE_TEXT, BEGINNINGS):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in _CREATE:
        connection.exec_driver_sql(statement)
    connection.execute(delete(search_rows))
    connection.execute(delete(search_words))
    numbers = count(1)
    with _in_few_pieces(connection):
        for some in _texts(connection):
            _add(connection, [(next(numbers), *one) for one in some])
    for statement in _COUNT_ALL:
        connection.exec_driver_sql(statement)


def has_present_columns(connection: Connection) -> bool:
    """Tell whether the index is one of those that this program makes."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({WHOLE_TEXT})")
    return tuple(row.name for row in rows) == _INDEXED[WHOLE_TEXT]


def make_index_of_titles(connection: Connection) -> None:
    """Let all articles be found by the words of their titles alone: that takes no look at any text."""
    query = select(articles.c.id, articles.c.title).order_by(articles.c.updated_at, articles.c.id)
    titles = [(number, *row) for number, row in enumerate(connection.execute(query), start=1)]
    words = [(number, " ".join(words_of(title))) for number, _id, title in titles]
    if titles:
        for name in (WHOLE_TEXT, BEGINNINGS):
            connection.exec_driver_sql(f"INSERT INTO {name}(rowid, title) VALUES (?, ?)", words)
        rows = [{"number": number, "article_id": id_, "checksum": 0} for number, id_, _title in titles]
        connection.execute(search_rows.insert(), rows)


def misses_words(connection: Connection, tell: Callable[[int, int], object]) -> bool:
    """Tell whether the index has other words than the articles; `tell` hears of how many of how many."""
    rows = connection.execute(select(search_rows.c.article_id, search_rows.c.checksum))
    indexed: dict[str, int] = {row.article_id: row.checksum for row in rows}
    total = connection.scalar(select(func.count()).select_from(working_copies)) or 0
    for done, some in enumerate(_texts(connection), start=1):
        if any(indexed.get(article_id) != _checksum(text) for article_id, text in some):
            return True
        tell(min(done * _AT_A_TIME, total), total)
    return False


class SearchIndex:
    """Keeps the index of an archive; articles have numbers there, higher ones for later changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, article: Article) -> None:
        """Let a new article be found."""
        text = searched_text(words_in(article))
        self._insert(article.id, text)
        self._count(text.different, 1)

    def replace(self, article: Article, before: str) -> None:
        """Let an article be found by its new words; `before` is its working copy as it was stored."""
        number = self._number(article.id)
        if number is None:
            self.add(article)
            return
        old, new = _read(before), searched_text(words_in(article))
        if old is None or not self._is_what_was_indexed(number, old):
            # To take out other words than were put in would break the index without a trace.
            make_index(self._connection)
            return
        self._take_out(number, old)
        self._insert(article.id, new)
        self._count(new.different - old.different, 1)
        self._count(old.different - new.different, -1)

    def remove(self, article: Article) -> None:
        """Let an article that is as it was stored be found no more; do so before its row is deleted."""
        number = self._number(article.id)
        if number is None:
            return
        text = searched_text(words_in(article))
        if self._is_what_was_indexed(number, text):
            self._take_out(number, text)
            self._count(text.different, -1)
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
        _add(self._connection, [(newest + 1, article_id, text)])

    def _take_out(self, number: int, text: SearchedText) -> None:
        for name, columns in _INDEXED.items():
            places = ", ".join("?" * (len(columns) + 2))
            self._connection.exec_driver_sql(
                f"INSERT INTO {name}({name}, rowid, {', '.join(columns)}) VALUES ({places})",
                ("delete", number, *_values(text, columns)),
            )
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


def newest_but(connection: Connection, expression: str, number: int) -> int:
    """Return which row of the whole text that matches is the newest after `number` newer ones, 0 for none."""
    statement = (
        f"SELECT rowid FROM {WHOLE_TEXT} WHERE {WHOLE_TEXT} MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
    )
    return connection.exec_driver_sql(statement, (expression, number)).scalar() or 0


def best_numbers(connection: Connection, expression: str, *, after: int, most: int | None) -> Sequence[int]:
    """Return the rows of the whole text after the row `after` that match, the best first, `most` of them."""
    statement = (
        f"SELECT rowid FROM {WHOLE_TEXT} WHERE {WHOLE_TEXT} MATCH ? AND rowid > ?"
        f" ORDER BY bm25({WHOLE_TEXT}, {', '.join(map(str, WEIGHTS))}), rowid DESC LIMIT ?"
    )
    values = (expression, after, -1 if most is None else most)
    return connection.exec_driver_sql(statement, values).scalars().all()


def words_beginning(connection: Connection, beginning: str, limit: int) -> list[str]:
    """Return words and stems of the index that begin with letters and figures, the first `limit` of them."""
    word = search_words.c.word
    # No word has a character after this one.
    query = select(word).where(word >= beginning, word < f"{beginning}\U0010ffff").limit(limit)
    return [*connection.scalars(query)]


def about_how_many(connection: Connection) -> int:
    """Return how many articles are in the index, with those whose words could not be taken out: at once."""
    return connection.exec_driver_sql(f"SELECT count(*) FROM {WHOLE_TEXT}_docsize").scalar() or 0


def closest_numbers(
    connection: Connection, finding: Mapping[str, float], backing: Mapping[str, float], most: int
) -> Sequence[int]:
    """Return the numbers of the articles with the most of the words or stems, by what each of them counts.

    At least one of those that are `finding` is in each; what is `backing` counts where one of these is.
    The words are of letters and figures alone.
    """
    if not finding:
        return ()
    any_of = " OR ".join(f'"{word}"' for word in finding)
    asked = [(f'"{word}"', weight) for word, weight in finding.items()]
    asked += [(f'"{word}" AND ({any_of})', weight) for word, weight in backing.items()]
    one = f"SELECT rowid AS number, ? AS weight FROM {WHOLE_TEXT} WHERE {WHOLE_TEXT} MATCH ?"
    statement = (
        f"SELECT number FROM ({' UNION ALL '.join([one] * len(asked))})"
        " GROUP BY number ORDER BY sum(weight) DESC, number DESC LIMIT ?"
    )
    values = [value for expression, weight in asked for value in (weight, expression)]
    return connection.exec_driver_sql(statement, (*values, most)).scalars().all()


@contextmanager
def _in_few_pieces(connection: Connection) -> Iterator[None]:
    """Let what is put into the index be sorted in memory, and in the end be one piece."""
    for name in _INDEXED:
        connection.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES ('hashsize', {_BYTES_TO_SORT})")
    yield
    for name in _INDEXED:
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")
        connection.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES ('hashsize', {_USUAL_BYTES})")


def _add(connection: Connection, some: Sequence[tuple[int, str, SearchedText]]) -> None:
    """Put articles into the index: their numbers, ids and words."""
    if not some:
        return
    for name, columns in _INDEXED.items():
        places = ", ".join("?" * (len(columns) + 1))
        connection.exec_driver_sql(
            f"INSERT INTO {name}(rowid, {', '.join(columns)}) VALUES ({places})",
            [(number, *_values(text, columns)) for number, _, text in some],
        )
    connection.execute(
        search_rows.insert(),
        [
            {"number": number, "article_id": article_id, "checksum": _checksum(text)}
            for number, article_id, text in some
        ],
    )


def _values(text: SearchedText, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(getattr(text, column) for column in columns)


def _texts(connection: Connection) -> Iterator[list[tuple[str, SearchedText]]]:
    """Yield the words of each article that can be read, some at a time, those changed last at the end."""
    # Only what every version since the first has: a migration may call this.
    order = connection.exec_driver_sql("SELECT id FROM articles ORDER BY updated_at, id").scalars().all()
    query = select(working_copies.c.article_id, working_copies.c.content)
    for start in range(0, len(order), _AT_A_TIME):
        some = order[start : start + _AT_A_TIME]
        rows = connection.execute(query.where(working_copies.c.article_id.in_(some)))
        contents = {row.article_id: row.content for row in rows}
        texts = ((article_id, _read(contents.get(article_id, ""))) for article_id in some)
        yield [(article_id, text) for article_id, text in texts if text is not None]


def _read(content: str) -> SearchedText | None:
    try:
        return searched_text(read_words(content.encode()))
    except (BrokenText, NewerSchema):
        # What cannot be read cannot be found, and is no reason to keep the rest from being found.
        return None


def _checksum(text: SearchedText) -> int:
    return zlib.crc32("\n".join(msgspec.structs.astuple(text)).encode())
