"""What stands in the way, as one line on stderr: what happened, and what to do next."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.command_line.arguments.types import LEAST_ID_LENGTH
from editor_app.command_line.commands.dismissing import NoSuchFinding
from editor_app.command_line.commands.quotes import NoSuchQuote
from editor_app.command_line.given_ids import AmbiguousId, CardNotFound, IdTooShort
from editor_app.desk.errors import ArticleMissing
from editor_app.desk.explain import explain
from editor_app.desk.export_progress import WouldDestroy
from editor_app.desk.publish_job import HostKeyUnknown, WouldOverwrite
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext


def complaint(error: EditorAppError) -> str:
    """Return the sentences for `error` in the interface language."""
    if own := _COMPLAINTS.get(type(error)):
        return " ".join(own(error))
    explanation = explain(error)
    return f"{explanation.what} {explanation.next_step}"


def _article_missing(error: ArticleMissing) -> tuple[str, str]:
    return _("There is no article with the id {id}.").format(id=error.article_id), _see_list()


def _ambiguous_id(error: AmbiguousId) -> tuple[str, str]:
    what = _("Several articles have an id that begins with {id}: {ids}.")
    return what.format(id=error.given, ids=", ".join(error.matches)), _("Give more of the id.")


def _id_too_short(error: IdTooShort) -> tuple[str, str]:
    what = _("{id} is too short for an id: give at least {count} characters.")
    return what.format(id=error.given, count=LEAST_ID_LENGTH), _see_list()


def _card_not_found(error: CardNotFound) -> tuple[str, str]:
    if error.names:
        what = _("Several cards are meant by {given}: {names}.").format(
            given=error.given, names=", ".join(error.names)
        )
    else:
        what = _("There is no card {given}.").format(given=error.given)
    return what, _("The act list shows all cards with their ids.")


def _no_such_quote(error: NoSuchQuote) -> tuple[str, str]:
    what = ngettext(
        "The article has no quote {number}: it has {count} quote.",
        "The article has no quote {number}: it has {count} quotes.",
        error.count,
    )
    return what.format(number=error.number, count=error.count), _("The command quotes lists them.")


def _no_such_finding(error: NoSuchFinding) -> tuple[str, str]:
    if error.words:
        what = _("{rule} has nothing to say of “{words}” in the article.")
    else:
        what = _("{rule} has nothing to say of the article.")
    next_step = _("The commands check and dismissals list what there is.")
    return what.format(rule=error.rule, words=error.words), next_step


def _host_key_unknown(error: HostKeyUnknown) -> tuple[str, str]:
    next_step = _(
        "Compare it with what whoever runs the server says. If the two are the same, accept it with"
        " --accept-host-key {fingerprint}"
    )
    return explain(error).what, next_step.format(fingerprint=error.fingerprint)


def _would_overwrite(error: WouldOverwrite) -> tuple[str, str]:
    return explain(error).what, _(
        "Nothing was changed. Move them elsewhere, or replace them with --overwrite."
    )


def _would_destroy(error: WouldDestroy) -> tuple[str, str]:
    explanation = explain(error)
    if not all(one.may_be_overwritten for one in error.conflicts):
        return explanation.what, explanation.next_step
    return explanation.what, _(
        "Nothing was changed. Move the files elsewhere, or replace them with --overwrite: they are kept."
    )


def _see_list() -> str:
    return _("The command list shows all ids.")


# What the window, where things are chosen, never says, or says otherwise.
_COMPLAINTS: Mapping[type[EditorAppError], Callable[[Any], tuple[str, str]]] = {
    ArticleMissing: _article_missing,
    AmbiguousId: _ambiguous_id,
    IdTooShort: _id_too_short,
    CardNotFound: _card_not_found,
    NoSuchQuote: _no_such_quote,
    NoSuchFinding: _no_such_finding,
    HostKeyUnknown: _host_key_unknown,
    WouldOverwrite: _would_overwrite,
    WouldDestroy: _would_destroy,
}
