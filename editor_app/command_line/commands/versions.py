"""The commands that work on an article's versions."""

from argparse import Namespace
from collections.abc import Callable, Mapping

import msgspec

from editor_app.command_line.article_json import as_json, comparison_json, version_json
from editor_app.command_line.comparison_text import comparison_lines
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.command_line.version_text import event_lines, version_lines
from editor_app.desk.desk import Desk
from editor_app.domain.article import Article
from editor_app.translation import _


def _history(desk: Desk, arguments: Namespace) -> ExitCode:
    if arguments.events:
        return _events(desk, arguments)
    versions = desk.versions(find_article(desk, arguments.id))
    if arguments.json:
        print(as_json([version_json(version) for version in versions]))
    elif versions:
        print("\n".join(version_lines(versions)))
    return ExitCode.DONE


def _events(desk: Desk, arguments: Namespace) -> ExitCode:
    events = desk.story(find_article(desk, arguments.id))
    if arguments.json:
        print(as_json(msgspec.to_builtins(events)))
    else:
        print("\n".join(event_lines(events)))
    return ExitCode.DONE


def _compare(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)

    def text(number: int | None) -> int | Article:
        return desk.open(article_id).article if number is None else number

    comparison = desk.compare(article_id, text(arguments.old), text(arguments.new))
    if arguments.json:
        print(as_json(comparison_json(comparison)))
    else:
        print("\n".join(comparison_lines(comparison)))
    return ExitCode.DONE


def _restore(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.open(find_article(desk, arguments.id))
    restored = desk.restore(copy.article.id, arguments.number, version=copy.version, by=arguments.by)
    words = _("Version {number} is the present text now; the history keeps what stood there.")
    print("\n".join((words.format(number=arguments.number), *restored.notes)))
    return ExitCode.DONE


def _save_version(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.open(find_article(desk, arguments.id))
    desk.save_version(copy.article.id, version=copy.version, by=arguments.by, name=arguments.name)
    newest = desk.versions(copy.article.id)[0]
    print(_("Version {number} is called “{name}”.").format(number=newest.number, name=newest.name))
    return ExitCode.DONE


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "history": _history,
    "compare": _compare,
    "restore": _restore,
    "save-version": _save_version,
}
