"""Words that the dictionaries lack, which this archive adds to them."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from editor_app.archive.tables import words


class Words:
    """The words in the archive, by the language of a passage."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words of each language that has any, in the order of their letters."""
        found: dict[str, list[str]] = {}
        for language, word in self._connection.execute(select(words.c.language, words.c.word)):
            found.setdefault(language, []).append(word)
        return {language: tuple(sorted(some, key=str.casefold)) for language, some in found.items()}

    def has(self, language: str, word: str) -> bool:
        """Tell whether `word`, written with just these letters, is there."""
        query = select(words).where(words.c.language == language, words.c.word == word)
        return self._connection.execute(query).first() is not None

    def add(self, language: str, word: str) -> None:
        """Store a word that is not there."""
        self._connection.execute(words.insert().values(language=language, word=word))

    def remove(self, language: str, word: str) -> None:
        """Take a word away, where it is there."""
        query = words.delete().where(words.c.language == language, words.c.word == word)
        self._connection.execute(query)
