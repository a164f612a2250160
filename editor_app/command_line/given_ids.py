"""What is meant by the beginning of an id, or by the name of a card."""

from collections.abc import Callable, Mapping

from editor_app.command_line.arguments.types import LEAST_ID_LENGTH
from editor_app.desk.desk import Desk
from editor_app.desk.errors import ArticleMissing
from editor_app.domain.errors import EditorAppError


class IdTooShort(EditorAppError):
    """`given` has fewer characters than tell articles apart."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


class AmbiguousId(EditorAppError):
    """The ids of several articles, `matches`, begin with `given`."""

    def __init__(self, given: str, matches: tuple[str, ...]) -> None:
        super().__init__(given)
        self.given = given
        self.matches = matches


class CardNotFound(EditorAppError):
    """No contact or category, or several, is meant by `given`."""

    def __init__(self, given: str, names: tuple[str, ...]) -> None:
        super().__init__(given)
        self.given = given
        self.names = names


def find_card(names: Mapping[str, str], given: str) -> str:
    """Return the id of the one card, of `names` by their ids, whose id begins so or that is called so.

    Raises CardNotFound.
    """
    wanted = " ".join(given.split()).casefold()
    called = [id_ for id_, name in names.items() if name.casefold() == wanted]
    begins = [id_ for id_ in names if len(wanted) >= LEAST_ID_LENGTH and id_.casefold().startswith(wanted)]
    found = called or begins
    if len(found) != 1:
        raise CardNotFound(given, tuple(names[id_] for id_ in found))
    return found[0]


def find_article(desk: Desk, given: str) -> str:
    """Return the id of the one article whose id begins with `given`.

    Raises IdTooShort, ArticleMissing and AmbiguousId.
    """
    return _only_one(given, desk.ids_beginning)


def find_logged_article(desk: Desk, given: str) -> str:
    """Return the same of an article that the log tells of: it may be deleted, or disposed of."""
    return _only_one(given, desk.logged_ids_beginning)


def _only_one(given: str, ids_beginning: Callable[[str], tuple[str, ...]]) -> str:
    beginning = given.strip()
    if len(beginning) < LEAST_ID_LENGTH:
        raise IdTooShort(given)
    matches = ids_beginning(beginning)
    if not matches:
        raise ArticleMissing(given)
    if len(matches) > 1:
        raise AmbiguousId(given, matches)
    return matches[0]
