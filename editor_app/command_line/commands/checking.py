"""The command that checks an article by the editorial rules."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from editor_app.checks.findings import Finding, ReplaceText, Severity
from editor_app.checks.places import text_at
from editor_app.checks.rule_book import explanation, message
from editor_app.command_line.article_json import Json, as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.desk.desk import Desk
from editor_app.domain.article import Article
from editor_app.domain.dismissals import Dismissal
from editor_app.domain.errors import EditorAppError
from editor_app.domain.swedish_time import minute_text
from editor_app.translation import N_, _

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.BLOCKS: N_("Must be mended"),
    Severity.WARNS: N_("Should be mended"),
    Severity.HINTS: N_("Could be better"),
}


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


def check(desk: Desk, arguments: Namespace) -> ExitCode:
    """Print what the editorial rules find; what blocks an approval makes it PREVENTED."""
    article_id = find_article(desk, arguments.id)
    findings = desk.check(article_id)
    article = desk.open(article_id).article
    if arguments.json:
        print(as_json([_finding_json(finding, article) for finding in findings]))
    elif findings:
        print("\n".join(_lines(findings, article)))
    blocked = any(finding.severity is Severity.BLOCKS for finding in findings)
    return ExitCode.PREVENTED if blocked else ExitCode.DONE


def _lines(findings: Sequence[Finding], article: Article) -> Iterator[str]:
    for finding in findings:
        words = text_at(article, finding.place)
        severity = _(SEVERITY_WORDS[finding.severity])
        yield f"{finding.rule}  {severity}: {message(finding)} – {explanation(finding)}"
        if words:
            mended = f" → {finding.fix.text}" if isinstance(finding.fix, ReplaceText) else ""
            yield f"     {words}{mended}"


def _finding_json(finding: Finding, article: Article) -> Json:
    return {
        **msgspec.to_builtins(finding),
        "message": message(finding),
        "explanation": explanation(finding),
        "words": text_at(article, finding.place),
    }


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "check": check,
    "dismissals": dismissals,
    "dismiss-finding": dismiss_finding,
    "bring-back": bring_back_finding,
}
