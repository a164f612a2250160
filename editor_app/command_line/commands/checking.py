"""The command that checks an article, a document or a whole archive by the editorial rules."""

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from editor_app.checks.findings import Finding, ReplaceText, Severity
from editor_app.checks.places import text_at
from editor_app.checks.rule_book import RULES_BY_ID, explanation, general_message, message
from editor_app.checks.word_lists import BrokenLine, words_of
from editor_app.command_line.article_json import Json, as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.command_line.sarif import sarif
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.desk.file_check import check_file
from editor_app.domain.article import Article
from editor_app.translation import N_, _

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.BLOCKS: N_("Must be mended"),
    Severity.WARNS: N_("Should be mended"),
    Severity.HINTS: N_("Could be better"),
}


class Checked(NamedTuple):
    """What was found in `article`; `address` tells other tools which it is."""

    address: str
    article: Article
    findings: tuple[Finding, ...]


def check(desk: Desk, arguments: Namespace) -> ExitCode:
    """Print what the rules find in an article, or in all articles with how often each rule fires."""
    _tell_broken(desk.broken_words())
    if arguments.target is not None:
        return _print_one(_checked(desk, find_article(desk, arguments.target)), arguments)
    checked = (_checked(desk, summary.id) for summary in desk.articles())
    return _print_all(checked, arguments)


def is_of_file(arguments: Namespace) -> bool:
    """Tell whether `arguments` ask for the check of a document, which needs no archive."""
    target = arguments.target
    return target is not None and ("." in target or os.sep in target or Path(target).exists())


def check_document(arguments: Namespace) -> ExitCode:
    """Print what the rules find in a document; raises what reading it raises."""
    path = Path(arguments.target)
    _tell_broken(words_of(arguments.words).broken)
    article, findings = check_file(path, utc_now(), arguments.words)
    return _print_one(Checked(_address(path), article, findings), arguments)


def _address(path: Path) -> str:
    """Return the URI of a file, relative as it was given: other tools take no spaces and no å."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _tell_broken(lines: Iterable[BrokenLine]) -> None:
    for one in lines:
        place = f"{one.file}:{one.line}" if one.line else one.file
        words = f" ({one.words})" if one.words else ""
        print(f"{place}: {_(one.reason)}{words}", file=sys.stderr)


def _checked(desk: Desk, article_id: str) -> Checked:
    return Checked(f"article:{article_id}", desk.open(article_id).article, desk.check(article_id))


def _print_one(checked: Checked, arguments: Namespace) -> ExitCode:
    if arguments.json or arguments.format == "json":
        print(as_json([_finding_json(finding, checked.article) for finding in checked.findings]))
    elif arguments.format == "sarif":
        print(as_json(sarif([checked])))
    elif checked.findings:
        print("\n".join(_lines(checked.findings, checked.article)))
    return _exit_code(finding.severity for finding in checked.findings)


def _print_all(checked: Iterable[Checked], arguments: Namespace) -> ExitCode:
    """Print what was found in each article, one by one, and then how often each rule fires."""
    is_text = not arguments.json and arguments.format == "text"
    fired, articles, kept = Counter[tuple[str, Severity]](), 0, []
    for one in checked:
        articles += 1
        fired.update((finding.rule, finding.severity) for finding in one.findings)
        if not is_text:
            kept.append(one)
        elif one.findings:
            lines = _lines(one.findings, one.article)
            print("\n".join((f"{one.article.id}  {one.article.title}", *lines, "")), flush=True)
    if arguments.format == "sarif":
        print(as_json(sarif(kept)))
    elif not is_text:
        print(as_json(_archive_json(kept, fired)))
    else:
        print("\n".join(_counts(fired, articles)))
    return _exit_code(severity for _rule, severity in fired)


def _exit_code(severities: Iterable[Severity]) -> ExitCode:
    found = set(severities)
    if Severity.BLOCKS in found:
        return ExitCode.PREVENTED
    return ExitCode.WARNED if Severity.WARNS in found else ExitCode.DONE


def _counts(fired: Counter[tuple[str, Severity]], articles: int) -> Iterator[str]:
    yield _("How often each rule fires, in {count} articles:").format(count=articles)
    for (rule, severity), count in fired.most_common():
        words = f"{_(SEVERITY_WORDS[severity])}: {general_message(RULES_BY_ID[rule])}"
        yield f"{rule}  {count:6}  {words}"


def _archive_json(checked: Sequence[Checked], fired: Counter[tuple[str, Severity]]) -> Json:
    return {
        "articles": [
            {
                "id": one.article.id,
                "title": one.article.title,
                "findings": [_finding_json(finding, one.article) for finding in one.findings],
            }
            for one in checked
        ],
        "rules": [
            {"rule": rule, "severity": severity.value, "count": count}
            for (rule, severity), count in fired.most_common()
        ],
    }


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


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {"check": check}
