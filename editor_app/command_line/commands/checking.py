"""The command that checks an article by the editorial rules."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from editor_app.checks.findings import Field, Finding, Part, Place, ReplaceText, Severity
from editor_app.checks.rule_book import explanation, message
from editor_app.command_line.article_json import Json, as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.desk.desk import Desk
from editor_app.domain.article import Article
from editor_app.domain.document import Block, Figure, Table, plain_text
from editor_app.domain.normalize import normalize
from editor_app.translation import N_, _

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.BLOCKS: N_("Must be mended"),
    Severity.WARNS: N_("Should be mended"),
    Severity.HINTS: N_("Could be better"),
}


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


def text_at(article: Article, place: Place) -> str:
    """Return the words at a place, empty for one among the details."""
    return _whole_text(article, place)[place.start : place.end]


def _whole_text(article: Article, place: Place) -> str:
    if place.part in {Part.TITLE, Part.LEAD}:
        return article.title if place.part is Part.TITLE else article.lead
    block: Block | None = article.hero if place.part is Part.HERO else None
    if place.block is not None:
        block = normalize(article.body).blocks[place.block]
    if block is None:
        return ""
    if isinstance(block, Figure):
        return {Field.ALT: block.alt, Field.CREDIT: block.credit}.get(place.field, block.caption)
    if isinstance(block, Table) and place.cell is not None:
        row, column = place.cell
        return "".join(span.text for span in block.rows[row][column])
    return block.caption if isinstance(block, Table) else plain_text(block)
