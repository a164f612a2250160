"""Quotes: that readers learn who said it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, Severity
from editor_app.checks.passages import Passage
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, ReadArticle, Rule
from editor_app.checks.rules.privacy import NAME_PART
from editor_app.checks.sources import PRESS_RULES
from editor_app.checks.swedish.words import is_blank
from editor_app.domain.document import Block, Paragraph, Quote, plain_text
from editor_app.translation import N_

SAYS = re.compile(
    r"\b(?:säg(?:er|a)|sa|sade|berätta(?:r|de)|mena(?:r|de)|tyck(?:er|te)|förklara(?:r|de)|konstatera(?:r|de)|"
    r"understryker|underströk|betona(?:r|de)|hälsa(?:r|de)|skriver|skrev|uppge(?:r|s)|uppgav|anser|ansåg|"
    r"tillägger|tillade|lägger .{0,40}\btill|fortsätter|fortsatte|avsluta(?:r|de)|kommentera(?:r|de)|"
    r"svara(?:r|de)|fråga(?:r|de)|undra(?:r|de)|påpeka(?:r|de)|poängtera(?:r|de)|framhåller|framhöll|tror|hoppas|"
    r"fyll(?:er|de) i|inled(?:er|de)|"
    r"skratta(?:r|de)|ler|intyga(?:r|de)|sammanfatta(?:r|de)|lyft(?:er|e)|vittna(?:r|de)|minns|lova(?:r|de)|uppmana(?:r|de)|tipsa(?:r|de)|"
    r"says?|said|explain(?:s|ed)|add(?:s|ed)|writes|wrote|notes|noted|stress(?:es|ed)|tells|told|asks|asked)\b",
    re.IGNORECASE,
)
# "– Den blir bra. Åsa Lind, projektledare" or a name alone at the end.
_SIGNED = re.compile(
    rf"[.!?”–,]\s*[–-]?\s*{NAME_PART}(?:[ \u00a0](?:(?:von|af|de) )?{NAME_PART})+(?:,[^.!?]*)?\W*$"
)


def _speaker_missing(read: ReadArticle, context: Context) -> Finds:
    spoken = {
        placed.place.block
        for placed in read.passages
        if placed.place.part is Part.BODY and _is_speech(placed.passage)
    }
    if not spoken:
        return
    names = [contact.name.casefold() for contact in context.contacts if contact.name.strip()]
    for index in sorted(block for block in spoken if block is not None):
        beside = read.body.blocks[_before(read.body.blocks, index) : index + 2]
        if not any(_tells(block, names) for block in beside) and not _announces(beside[0]):
            yield Place(Part.BODY, index), WHOLE


def _before(blocks: Sequence[Block], index: int) -> int:
    """Return the number of the block before a quote, of an interview that of the answer before."""
    before = max(0, index - 1)
    return max(0, before - 1) if before < index and _ends_in("?", blocks[before]) else before


def _announces(block: Block) -> bool:
    return isinstance(block, Paragraph) and _ends_in(":", block)


def _ends_in(sign: str, block: Block) -> bool:
    return plain_text(block).rstrip().endswith(sign)


def _is_speech(passage: Passage) -> bool:
    """Tell whether all of the passage is what somebody says."""
    return passage.spoken == ((0, len(passage.text)),) and not is_blank(passage.text)


def _tells(block: Block, names: Sequence[str]) -> bool:
    """Tell whether a quote, or the paragraph beside one, says who speaks."""
    if not isinstance(block, Quote | Paragraph):
        return False
    text = plain_text(block)
    return _says(text) or any(map(text.casefold().count, names))


# One block of many changes with each key.
@lru_cache(4096)
def _says(text: str) -> bool:
    return SAYS.search(text) is not None or _SIGNED.search(text) is not None


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "Y06",
        Severity.WARNS,
        N_("Who says this?"),
        N_("Words without a speaker seem to be the municipality's own; name who says them, here or beside."),
        PRESS_RULES,
        style=True,
        find=_speaker_missing,
    ),
)
