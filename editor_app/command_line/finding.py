"""Articles by the first characters of their ids."""

from editor_app.command_line.parser import LEAST_ID_LENGTH
from editor_app.desk.desk import Desk
from editor_app.desk.errors import ArticleMissing
from editor_app.desk.values import ArticleSummary
from editor_app.domain.errors import EditorAppError


class IdTooShort(EditorAppError):
    """`given` has fewer characters than tell articles apart."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


class AmbiguousId(EditorAppError):
    """Several articles, `matches`, have an id that begins with `given`."""

    def __init__(self, given: str, matches: tuple[ArticleSummary, ...]) -> None:
        super().__init__(given)
        self.given = given
        self.matches = matches


def find_article(desk: Desk, given: str) -> str:
    """Return the id of the one article whose id begins with `given`.

    Raises IdTooShort, ArticleMissing and AmbiguousId.
    """
    beginning = given.strip().casefold()
    if len(beginning) < LEAST_ID_LENGTH:
        raise IdTooShort(given)
    matches = tuple(article for article in desk.articles() if article.id.casefold().startswith(beginning))
    if not matches:
        raise ArticleMissing(given)
    if len(matches) > 1:
        raise AmbiguousId(given, matches)
    return matches[0].id
