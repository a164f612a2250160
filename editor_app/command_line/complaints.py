"""What stands in the way, as one line on stderr: what happened, and what to do next."""

from editor_app.command_line.arguments.types import LEAST_ID_LENGTH
from editor_app.command_line.commands.quotes import NoSuchQuote
from editor_app.command_line.finding import AmbiguousId, CardNotFound, IdTooShort
from editor_app.desk.errors import ArticleMissing
from editor_app.desk.explain import explain
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext


def complaint(error: EditorAppError) -> str:
    """Return the sentences for `error` in the interface language."""
    if isinstance(error, ArticleMissing):
        what = _("There is no article with the id {id}.").format(id=error.article_id)
        return f"{what} {_see_list()}"
    if isinstance(error, AmbiguousId):
        what = _("Several articles have an id that begins with {id}: {ids}.").format(
            id=error.given, ids=", ".join(article.id for article in error.matches)
        )
        return f"{what} {_('Give more of the id.')}"
    if isinstance(error, IdTooShort):
        what = _("{id} is too short for an id: give at least {count} characters.").format(
            id=error.given, count=LEAST_ID_LENGTH
        )
        return f"{what} {_see_list()}"
    if isinstance(error, CardNotFound):
        what = (
            _("Several cards are meant by {given}: {names}.").format(
                given=error.given, names=", ".join(error.names)
            )
            if error.names
            else _("There is no card {given}.").format(given=error.given)
        )
        return f"{what} {_('The act list shows all cards with their ids.')}"
    if isinstance(error, NoSuchQuote):
        what = ngettext(
            "The article has no quote {number}: it has {count} quote.",
            "The article has no quote {number}: it has {count} quotes.",
            error.count,
        ).format(number=error.number, count=error.count)
        next_step = _("The command quotes lists them.")
        return f"{what} {next_step}"
    explanation = explain(error)
    return f"{explanation.what} {explanation.next_step}"


def _see_list() -> str:
    return _("The command list shows all ids.")
