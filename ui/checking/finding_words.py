"""What the window says of findings: groups, counts, passages and readability."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from editor_app.checks.findings import (
    Field,
    Finding,
    MarkLanguage,
    Part,
    ReplaceText,
    SetLanguage,
    Severity,
)
from editor_app.domain.article import Article
from editor_app.domain.document import Block, Figure, Heading, Table, plain_text
from editor_app.translation import N_, _, ngettext
from ui.checking.page_findings import is_of_page
from ui.editor.language_menu import language_words
from ui.widgets.number_words import number

if TYPE_CHECKING:
    from editor_app.checks.swedish.lix import Lix

# So much of a passage is shown, in characters.
MOST_SHOWN = 80
SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.BLOCKS: N_("Stops the approval"),
    Severity.WARNS: N_("Worth a look"),
    Severity.HINTS: N_("Hints"),
}
_FIELD_WORDS = {
    Field.CAPTION: N_("The caption"),
    Field.ALT: N_("The alt text"),
    Field.CREDIT: N_("The photographer"),
}
# By the names of the bands: the rules are not loaded before they are needed.
_BAND_WORDS = {
    "very_easy": N_("very easy"),
    "easy": N_("easy"),
    "medium": N_("medium"),
    "hard": N_("hard"),
    "very_hard": N_("very hard"),
}


def group_words(severity: Severity, count: int) -> str:
    """Return the heading of a group of `count` findings."""
    return _("{severity} ({count})").format(severity=_(SEVERITY_WORDS[severity]), count=number(count))


def count_words(findings: Sequence[Finding]) -> str:
    """Return how many there are of each severity, or that there are none."""
    counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    stops, warns, hints = (counts[severity] for severity in Severity)
    words = (
        ngettext("{count} stops the approval", "{count} stop the approval", stops) if stops else "",
        ngettext("{count} is worth a look", "{count} are worth a look", warns) if warns else "",
        ngettext("{count} hint", "{count} hints", hints) if hints else "",
    )
    said = [one.format(count=number(count)) for one, count in zip(words, counts.values(), strict=True) if one]
    return ", ".join(said) or _("Nothing to remark on")


def passage_words(article: Article, finding: Finding) -> str:
    """Return the words that `finding` is about, or what it is about where that has none."""
    place = finding.place
    if is_of_page(finding):
        shown = finding.values["words"]
        return _("“{words}”").format(words=shown) if shown else _("The page as it is shown")
    words = _text_at(article, finding)[place.start : place.end].strip()
    if words:
        shown = " ".join(words.split())
        return _("“{words}”").format(words=shown if len(shown) <= MOST_SHOWN else shown[:MOST_SHOWN] + "…")
    if place.field is not Field.TEXT:
        return _(_FIELD_WORDS[place.field])
    if place.part is Part.BODY:
        return _("The text")
    if place.part is Part.DETAILS and "name" in finding.values:
        return finding.values["name"]
    return {
        Part.TITLE: _("The title"),
        Part.LEAD: _("The lead"),
        Part.HERO: _("The image at the top"),
        Part.DETAILS: _("The details"),
    }[place.part]


def fix_words(finding: Finding) -> str:
    """Return what the button says that mends `finding`."""
    fix = finding.fix
    if isinstance(fix, ReplaceText):
        return _replacement_words(fix.text)
    if isinstance(fix, MarkLanguage):
        return _("Mark as {language}").format(language=language_words(fix.tag))
    if isinstance(fix, SetLanguage):
        return _("Choose {language}").format(language=language_words(fix.tag))
    return "" if fix is None else _block_words(fix.blocks)


def _replacement_words(text: str) -> str:
    shown = " ".join(text.split())
    if not shown:
        return _("Put one space there") if text else _("Take it out")
    return _("Change to “{words}”").format(words=shown if len(shown) <= 30 else shown[:30] + "…")


def _block_words(blocks: Sequence[Block]) -> str:
    """Return what becomes of the blocks in whose place `blocks` are put."""
    if not blocks:
        return _("Take it out")
    if isinstance(blocks[0], Heading):
        return _("Make it a subheading {level}").format(level=number(blocks[0].level))
    if isinstance(blocks[0], Table):
        return _("Let the first row be headings")
    return _("Make it a list")


def lix_words(lix: "Lix | None") -> str:
    """Return the readability index with its band, empty where the text is too short for it."""
    if lix is None:
        return ""
    return _("LIX {value} ({band})").format(value=number(round(lix.value)), band=_(_BAND_WORDS[lix.band]))


def _text_at(article: Article, finding: Finding) -> str:
    place = finding.place
    if place.part is Part.TITLE:
        return article.title
    if place.part is Part.LEAD:
        return article.lead
    block: Block | None = article.hero if place.part is Part.HERO else None
    if place.part is Part.BODY and place.block is not None and place.block < len(article.body.blocks):
        block = article.body.blocks[place.block]
    if block is None:
        return ""
    if isinstance(block, Figure):
        texts = {Field.CAPTION: block.caption, Field.ALT: block.alt, Field.CREDIT: block.credit}
        return texts.get(place.field, block.caption or block.alt)
    if isinstance(block, Table):
        if place.cell is not None:
            row, column = place.cell
            return "".join(span.text for span in block.rows[row][column])
        return block.caption
    return plain_text(block)
