"""What axe-core finds in the page, as findings beside those of the rules."""

import re
from collections.abc import Iterator, Sequence

from editor_app.checks.findings import Finding, Part, Place, Severity
from editor_app.domain.article import Article
from editor_app.domain.document import Block, Figure, Table, plain_text
from ui.preview.accessibility import Fault, Unit

RULE_PREFIX = "axe "
GRAVE = frozenset({"critical", "serious"})
PARTS = {"title": Part.TITLE, "lead": Part.LEAD, "hero": Part.HERO, "body": Part.BODY}
# Said of the article by rules of ours, which know more of it and stop its approval.
OURS = frozenset({"heading-order", "empty-heading", "image-alt"})
WEB_CONTENT = "WCAG 2.2"
# What axe recommends beyond the law.
GOOD_PRACTICE = "axe-core"

_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")
# Their messages name elements as they are written, which a tooltip would take for markup.
_TAG = re.compile(r"<(/?\w+)>")
# A quote begins with the dash of speech on the page.
_DASH = "– "


def is_of_page(finding: Finding) -> bool:
    """Tell whether `finding` is about the page as it is shown, not about the words alone."""
    return finding.rule.startswith(RULE_PREFIX)


def page_findings(article: Article, faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """Return `faults` of the page of `article` as findings, without those that a rule of ours tells.

    Their values are what is wrong, why (`why`), the `source`, the `target` that selects the element in
    the page, and the `words` there.
    """
    return tuple(
        _finding(article, fault) for fault in faults if fault.rule not in OURS or fault.part not in PARTS
    )


def _finding(article: Article, fault: Fault) -> Finding:
    return Finding(
        RULE_PREFIX + fault.rule,
        Severity.WARNS if fault.impact in GRAVE else Severity.HINTS,
        _place(article, fault),
        {
            "what": _tidy(fault.help),
            "why": " ".join(f"{_tidy(reason)}." for reason in fault.reasons),
            "source": _source(fault.tags),
            "target": fault.target,
            "words": fault.words,
        },
        wording="{what}",
    )


def _tidy(words: str) -> str:
    return _TAG.sub(r"\1", " ".join(words.split())).removesuffix(".")


def _source(tags: Sequence[str]) -> str:
    criteria = [".".join(found.groups()) for tag in tags if (found := _CRITERION.fullmatch(tag))]
    return f"{WEB_CONTENT}, {', '.join(criteria)}" if criteria else GOOD_PRACTICE


def _place(article: Article, fault: Fault) -> Place:
    part = PARTS.get(fault.part, Part.DETAILS)
    if part is not Part.BODY:
        return Place(part)
    blocks = list(_like(article.body.blocks, fault.unit))
    return Place(part, blocks[fault.unit.number] if fault.unit.number < len(blocks) else None)


def _like(blocks: Sequence[Block], unit: Unit) -> Iterator[int]:
    """Yield the numbers of the blocks that the page shows as `unit` is, in reading order."""
    for number, block in enumerate(blocks):
        if isinstance(block, Figure):
            is_like = unit.kind == "figure"
        elif isinstance(block, Table):
            is_like = unit.kind == "table"
        else:
            words = " ".join(plain_text(block).split())
            is_like = unit.kind == "text" and unit.text.removeprefix(_DASH) == words
        if is_like:
            yield number
