"""Every rule over an article; what did not change since the last time is not looked at again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from editor_app.checks.context import Context
from editor_app.checks.findings import Finding, Part, Place, Severity
from editor_app.checks.passages import Passage, PlacedPassage, passages
from editor_app.checks.rule import ArticleRule, Found, PassageRule, ReadArticle, Rule, finding_of
from editor_app.domain.article import Article, Kind
from editor_app.domain.normalize import normalize

_SEVERITIES = tuple(Severity)
_PARTS = tuple(Part)


class Checker:
    """Checks article after article by `rules`; for one thread at a time."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._passage_rules = tuple(rule for rule in rules if isinstance(rule, PassageRule))
        self._article_rules = tuple(rule for rule in rules if isinstance(rule, ArticleRule))
        self._kept: dict[Passage, tuple[tuple[PassageRule, Found], ...]] = {}
        self._passages: dict[Passage, Passage] = {}
        self._context: Context | None = None
        self._read: tuple[PlacedPassage, ...] = ()

    @property
    def read(self) -> tuple[PlacedPassage, ...]:
        """The texts of the article that was checked last, which know their words and sentences."""
        return self._read

    def check(self, article: Article, context: Context) -> tuple[Finding, ...]:
        """Return what the rules find in `article`, the worst first and then in reading order."""
        if context != self._context:
            self._kept.clear()
            self._context = context
        body = normalize(article.body)
        self._read = tuple(map(self._known, passages(article, body)))
        read = ReadArticle(article, body, self._read)
        is_crisis = article.kind is Kind.CRISIS
        found = chain(self._in_passages(read, context), self._in_whole(read, context))
        kept = (finding_of(rule, place, one) for rule, place, one in found if not (is_crisis and rule.style))
        return tuple(sorted(kept, key=_order))

    def _known(self, placed: PlacedPassage) -> PlacedPassage:
        """Return the same with the passage of the last time, which knows its words and sentences by now."""
        passage = self._passages.setdefault(placed.passage, placed.passage)
        return PlacedPassage(placed.place, passage)

    def _in_passages(self, read: ReadArticle, context: Context) -> Iterator[tuple[Rule, Place, Found]]:
        known, self._kept = self._kept, {}
        self._passages = {placed.passage: placed.passage for placed in read.passages}
        for placed in read.passages:
            passage = placed.passage
            if passage not in self._kept:
                self._kept[passage] = (
                    known[passage] if passage in known else tuple(self._look_at(passage, context))
                )
            for rule, one in self._kept[passage]:
                yield rule, placed.within(one.start, one.end), one

    def _in_whole(self, read: ReadArticle, context: Context) -> Iterator[tuple[Rule, Place, Found]]:
        for rule in self._article_rules:
            for place, one in rule.find(read, context):
                yield rule, place, one

    def _look_at(self, passage: Passage, context: Context) -> Iterator[tuple[PassageRule, Found]]:
        for rule in self._passage_rules:
            if passage.kind not in rule.kinds:
                continue
            for found in rule.find(passage, context):
                if rule.swedish and not passage.is_swedish_at(found.start):
                    continue
                if rule.typographic or not passage.is_spoken_at(found.start):
                    yield rule, found
                elif not rule.rewords:
                    # What a person said is not ours to reword.
                    yield rule, replace(found, fix=None)


def _order(finding: Finding) -> tuple[int, int, int, tuple[int, int], int, str]:
    place = finding.place
    return (
        _SEVERITIES.index(finding.severity),
        _PARTS.index(place.part),
        -1 if place.block is None else place.block,
        place.cell or (-1, -1),
        place.start,
        finding.rule,
    )
