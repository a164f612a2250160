"""The commands at the end of an article's time: delete, preserve, dispose, and check what was preserved."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from editor_app.command_line.article_json import as_json, builtins
from editor_app.command_line.complaints import complaint
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.desk.desk import Desk
from editor_app.desk.preservation_words import flaw_words, package_verdict
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _


def _delete(desk: Desk, arguments: Namespace) -> ExitCode:
    gone = desk.deletion(find_article(desk, arguments.id))
    desk.delete(
        gone.article_id, by=arguments.by, reason=arguments.reason or "", with_images=arguments.with_images
    )
    print(_("“{title}” is deleted. The log still tells of it.").format(title=gone.title))
    return ExitCode.DONE


def _retention(desk: Desk, arguments: Namespace) -> ExitCode:
    due = desk.due_for_disposal()
    if arguments.json:
        print(as_json(builtins(due)))
        return ExitCode.DONE
    for one in due:
        state = _("preserved") if one.is_preserved else _("not preserved")
        print(f"{one.id}  {one.due_on}  {state}  {one.title}")
    if not due:
        print(_("Nothing is due."))
    return ExitCode.DONE


def _dispose(desk: Desk, arguments: Namespace) -> ExitCode:
    ids = [one.id for one in desk.due_for_disposal()] if arguments.all_due else _ids(desk, arguments)
    if not ids:
        print(_("Nothing is due."))

    def dispose(article_id: str) -> None:
        title = desk.open(article_id).article.title
        desk.dispose(article_id, by=arguments.by)
        print(_("“{title}” is disposed of. The log still tells of it.").format(title=title))

    return _each(ids, dispose)


def _preserve(desk: Desk, arguments: Namespace) -> ExitCode:
    if arguments.all_due:
        ids = [one.id for one in desk.due_for_disposal() if not one.is_preserved]
        if not ids:
            print(_("Nothing is due that is not preserved."))
    else:
        ids = _ids(desk, arguments)

    def preserve(article_id: str) -> None:
        print(desk.preserve(article_id, arguments.out, by=arguments.by).path)

    return _each(ids, preserve)


def _check_package(desk: Desk, arguments: Namespace) -> ExitCode:
    outcome = ExitCode.DONE
    for path in arguments.files:
        report = desk.check_package(path)
        print(package_verdict(report))
        for flaw in report.flaws:
            print(f"  {flaw_words(flaw)}")
            outcome = ExitCode.PREVENTED
    return outcome


def _ids(desk: Desk, arguments: Namespace) -> list[str]:
    return [find_article(desk, given) for given in arguments.ids]


def _each(ids: list[str], act: Callable[[str], None]) -> ExitCode:
    """Do `act` with each article; what stands in the way of one is told, and the others go on."""
    outcome = ExitCode.DONE
    for article_id in ids:
        try:
            act(article_id)
        except EditorAppError as error:
            print(f"{article_id}: {complaint(error)}", file=sys.stderr)
            outcome = ExitCode.PREVENTED
    return outcome


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "delete": _delete,
    "retention": _retention,
    "dispose": _dispose,
    "preserve": _preserve,
    "check-package": _check_package,
}
