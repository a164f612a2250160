"""The commands that let a finding be, and bring it back."""

from argparse import Namespace
from collections.abc import Callable, Mapping

import msgspec

from editor_app.checks.places import text_at
from editor_app.command_line.article_json import as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.desk.desk import Desk
from editor_app.domain.dismissals import Dismissal
from editor_app.domain.errors import EditorAppError
from editor_app.domain.swedish_time import minute_text


class NoSuchFinding(EditorAppError):
    """The article has no finding of `rule` with those words, or none that was let be."""

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.words = words


def dismiss_finding(desk: Desk, arguments: Namespace) -> ExitCode:
    """Let the findings of a rule be, those on certain words where words are given."""
    article = desk.open(find_article(desk, arguments.id)).article
    meant = [
        finding
        for finding in desk.check(article.id)
        if _is_meant(arguments, finding.rule, text_at(article, finding.place))
    ]
    if not meant:
        raise NoSuchFinding(arguments.rule, arguments.words)
    for finding in meant:
        noted = desk.dismiss_finding(article, finding, reason=arguments.reason, by=arguments.by)
        print(_dismissal_line(noted))
    return ExitCode.DONE


def bring_back_finding(desk: Desk, arguments: Namespace) -> ExitCode:
    """Let a rule say again what was let be, on certain words where words are given."""
    article_id = find_article(desk, arguments.id)
    meant = [one for one in desk.dismissals(article_id) if _is_meant(arguments, one.rule, one.words)]
    if not meant:
        raise NoSuchFinding(arguments.rule, arguments.words)
    for dismissal in meant:
        desk.bring_back_finding(dismissal, by=arguments.by)
    return ExitCode.DONE


def dismissals(desk: Desk, arguments: Namespace) -> ExitCode:
    """Print what was let be in an article, or in one of its versions."""
    found = desk.dismissals(find_article(desk, arguments.id), arguments.number or 0)
    if arguments.json:
        print(as_json(msgspec.to_builtins(found)))
    elif found:
        print("\n".join(map(_dismissal_line, found)))
    return ExitCode.DONE


def _is_meant(arguments: Namespace, rule: str, words: str) -> bool:
    return rule == arguments.rule.upper() and (not arguments.words or arguments.words == words)


def _dismissal_line(dismissal: Dismissal) -> str:
    words = f"  {dismissal.words}" if dismissal.words else ""
    return f"{dismissal.rule}{words}\n     {minute_text(dismissal.at)}  {dismissal.by}: {dismissal.reason}"


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "dismissals": dismissals,
    "dismiss-finding": dismiss_finding,
    "bring-back": bring_back_finding,
}
