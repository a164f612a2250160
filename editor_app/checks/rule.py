"""A rule: what it is called, what it says, and the small function that looks for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from editor_app.checks.context import Context
from editor_app.checks.findings import Finding, Fix, Place, Severity
from editor_app.checks.passages import Passage, PlacedPassage, TextKind
from editor_app.domain.article import Article
from editor_app.domain.document import Document


@dataclass(frozen=True)
class Found:
    """What a rule found in a passage, from code point `start` to `end`.

    `severity` is None where it is the rule's own, `wording` empty where its message is.
    """

    start: int
    end: int
    values: dict[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    severity: Severity | None = None
    wording: str = ""


@dataclass(frozen=True)
class ReadArticle:
    """An article with its normalised body and its texts, as the rules for the whole of it want it."""

    article: Article
    body: Document
    passages: tuple[PlacedPassage, ...]


# What a rule for the whole article yields: each time where, and what is there.
Finds = Iterator[tuple[Place, Found]]
WHOLE = Found(0, 0)


@dataclass(frozen=True)
class Rule:
    """What all rules have.

    `message` says what is wrong, `explanation` in one sentence why that matters and what to do; both
    are message ids of the catalogue, the gaps of `message` filled by a finding's values. `source` names
    what it rests on. A rule of `style` is not asked of a crisis notice, and one
    that `rewords` not of what somebody said; there only a `typographic` one offers its fix.
    """

    id: str
    severity: Severity
    message: str
    explanation: str
    source: str
    is_safe: bool = False
    style: bool = False
    rewords: bool = False

    @property
    def typographic(self) -> bool:
        """Whether its fix leaves every word as it is."""
        return self.id[0] in "YC"


@dataclass(frozen=True)
class PassageRule(Rule):
    """A rule that looks at one text at a time, those of `kinds`, and needs to know of nothing else.

    With `swedish`, what it finds counts in Swedish text only.
    """

    find: Callable[[Passage, Context], Iterator[Found]] = field(kw_only=True)
    kinds: frozenset[TextKind] = frozenset(TextKind)
    swedish: bool = True


@dataclass(frozen=True)
class ArticleRule(Rule):
    """A rule that looks at the whole article."""

    find: Callable[[ReadArticle, Context], Finds] = field(kw_only=True)


def finding_of(rule: Rule, place: Place, found: Found) -> Finding:
    """Return `found` as what the window, the archive and the command line show."""
    return Finding(
        rule=rule.id,
        severity=found.severity or rule.severity,
        place=place,
        values=found.values,
        fix=found.fix,
        is_safe=rule.is_safe and found.fix is not None,
        wording=found.wording,
    )
