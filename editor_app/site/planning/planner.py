"""From what an output knows to what the website is to be: all of it, or what depends on a change."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct

from editor_app.domain.lost_link import Lost
from editor_app.domain.site_lists import Listing
from editor_app.site.errors import SameAddress
from editor_app.site.output.output import Output
from editor_app.site.output.values import ChangeKind, State
from editor_app.site.paging import PAGE_LENGTH
from editor_app.site.planning.articles import ARTICLE, Images
from editor_app.site.planning.catalogue import FAMILIES, all_units
from editor_app.site.planning.families import ALL, Extent
from editor_app.site.planning.feeds import MONTH_MAP
from editor_app.site.planning.since import Since
from editor_app.site.planning.site import Site
from editor_app.site.planning.source import Source
from editor_app.site.planning.stretches import Made, OpenSource, Stretch, made_of
from editor_app.site.planning.values import (
    ArticleChange,
    PlannedChange,
    Reason,
    SiteRecord,
    Unit,
    decode_record,
    encode_known,
    encode_record,
)

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# Below, a process would not even have started when the pages are made.
LEAST_ARTICLES = 2000
# How many articles are held in memory at a time.
STRETCH = 64
# Under this name an output remembers the site itself, beside its articles.
SITE = ""
HTML = ".html"
_DIFFERENCE = {ChangeKind.ADDED: 1, ChangeKind.CHANGED: 0, ChangeKind.REMOVED: -1}
# What the numbered pages of lists are called.
_NUMBERED = "/sida-"

# Hears how many articles and lists are done, and how many there are; it may raise to stop.
Tell = Callable[[int, int], None]


class Plan(Struct):
    """What a run has put, and why.

    Of `images`, paths of renditions, the bytes are still to be put. `is_idle` tells that nothing can
    have changed, so that there is nothing to commit either.
    """

    state: State
    record: SiteRecord
    images: list[str]
    why_all: tuple[Reason, ...] = ()
    why: dict[str, set[Reason]] = {}
    is_idle: bool = False

    def changes(self, output: Output) -> Iterator[PlannedChange]:
        """Yield what a commit would do, and why, by path."""
        for change in output.changes():
            reasons = self.why_all or tuple(sorted(self.why.get(change.owner, ())))
            yield PlannedChange(change.path, change.kind, reasons, change.owner)


def plan(
    source: Source,
    output: Output,
    tell: Tell,
    open_source: OpenSource | None = None,
    other_process: "ProcessPoolExecutor | None" = None,
) -> Plan:
    """Put into `output` what is to be on the website at the moment of `source`.

    What is put depends on the source alone, not on what was there before: that only decides what need
    not be made again. `open_source` opens the same source in another process, for large sites: in
    `other_process` where one stands by. Raises SameAddress, HashMismatch and BrokenTemplate.
    """
    return _Planner(source, output, tell, open_source, other_process).run()


class _Planner:
    def __init__(
        self,
        source: Source,
        output: Output,
        tell: Tell,
        open_source: OpenSource | None,
        other_process: "ProcessPoolExecutor | None",
    ) -> None:
        self._open_source = open_source
        self._other_process = other_process
        self._source = source
        self._output = output
        self._tell = tell
        self._site = Site(source)
        state = State(source.head, source.now, self._site.fingerprints())
        self._plan = Plan(state, decode_record(output.article(SITE)), [], why={})
        self._since = Since(self._site, output, state, self._plan.record.cards)

    def run(self) -> Plan:
        self._plan.why_all = self._since.reasons_for_all()
        if self._plan.why_all:
            self._put_all()
            return self._plan
        changes = self._since.changes()
        units = self._touched(changes)
        if not units:
            self._plan.is_idle = True
            return self._plan
        for path, first, second in self._since.shared_paths(changes):
            raise SameAddress(path, first, second)
        self._put_some(changes, units)
        return self._plan

    # Everything

    def _put_all(self) -> None:
        for path, first, second in self._site.texts.shared_paths(self._site.now):
            raise SameAddress(path, first, second)
        self._output.replace_all()
        self._site.is_made_whole = True
        self._forget_others()
        pages: Counter[str] = Counter()
        whole, done = self._site.count(Listing()), 0
        units = self._put_units(pages)
        # Where somebody stops it, the other process has to end before its files are taken away.
        with closing(self._articles(whole, units)) as articles:
            for some in articles:
                self._output.take_over([file for made in some for file in made.files])
                self._output.remember([(made.article_id, made.remembered) for made in some])
                done += len(some)
                self._tell(done, whole)
        for number, _unit in enumerate(units, start=1):
            if not number % STRETCH:
                self._tell(whole, whole)
        lost = self._site.texts.lost(self._site.now)
        self._note_record(done + pages.total(), pages["withdrawn"], lost)

    def _put_units(self, pages: Counter[str]) -> Iterator[Unit]:
        """Put all that is made of many articles, and yield each; `pages` counts the pages of each family."""
        for unit in all_units(self._site):
            for path in self._put_unit(unit, ALL):
                pages[unit.family] += path.endswith(HTML)
            yield unit

    def _articles(self, whole: int, units: Iterator[Unit]) -> Generator[Sequence[Made], None, None]:
        """Yield all articles, some at a time, made here or where there are many also in another process.

        While that makes some, `units` are put here.
        """
        stretches = self._stretches()
        if whole < LEAST_ARTICLES or self._open_source is None:
            stage = self._output.stage
            yield from (list(made_of(self._site, stretch, stage)) for stretch in stretches)
            return
        # Few exports need what this brings.
        from editor_app.site.planning.crew import Crew

        with Crew(self._open_source, self._output.place, self._source.head, self._other_process) as crew:
            yield from crew.make(stretches, self._site, units)

    def _stretches(self) -> Iterator[Stretch]:
        for listing in (Listing(None), *(Listing(section.id) for section in self._site.sections)):
            count = self._site.count(listing)
            yield from (Stretch(listing, first, STRETCH) for first in range(0, count, STRETCH))

    def _forget_others(self) -> None:
        """Forget the articles that are on the site no more."""
        gone = [id_ for id_ in self._output.article_ids() if self._site.listed(id_) is None]
        self._output.remember([(id_, None) for id_ in gone])

    # What depends on a change

    def _touched(self, changes: Iterable[ArticleChange]) -> dict[Unit, Extent]:
        units: dict[Unit, Extent] = {}
        for unit, extent, reason in self._since.touched(changes):
            units[unit] = units[unit].join(extent) if unit in units else extent
            self._plan.why.setdefault(unit.owner, set()).add(reason)
        return units

    def _put_some(self, changes: Iterable[ArticleChange], units: Mapping[Unit, Extent]) -> None:
        newest = self._plan.record.newest
        self._site.known_newest = {one: newest[one] for one in newest if Unit(MONTH_MAP, one) not in units}
        left: list[str] = []
        withdrawn = self._plan.record.withdrawn
        for done, (unit, extent) in enumerate(units.items()):
            paths = FAMILIES[unit.family].paths(self._site, unit)
            known = self._output.paths_of(unit.owner)
            for _path in self._put_unit(unit, _widened(extent, known, paths)):
                pass
            left += (path for path in known if path not in paths)
            if unit.family == "withdrawn":
                withdrawn += len(paths) - len(known)
            self._tell(done + 1, len(units))
        # Only now is known what others have at these paths.
        for path in left:
            self._output.remove(path)
        for change in changes:
            after = None if change.after is None else encode_known(change.after)
            if after is not None or change.before is not None:
                self._output.remember([(change.article_id, after)])
        pages = self._plan.record.pages
        for change_of_file in self._output.changes():
            if change_of_file.path.endswith(HTML):
                pages += _DIFFERENCE[change_of_file.kind]
        self._note_record(pages, withdrawn, self._lost_after(changes))

    def _put_unit(self, unit: Unit, extent: Extent) -> Iterator[str]:
        """Put the files of a unit, and yield their paths."""
        family = FAMILIES[unit.family]
        if isinstance(family, Images):
            self._put_image(unit)
            return
        revision = self._revision(unit)
        for path, data in family.files(self._site, unit, extent):
            self._output.put(path, data, owner=unit.owner, revision=revision)
            yield path

    def _revision(self, unit: Unit) -> str:
        listed = self._site.listed(unit.subject) if unit.family == ARTICLE else None
        return "" if listed is None else listed.revision_hash

    def _put_image(self, unit: Unit) -> None:
        path = unit.subject
        if self._plan.why_all or FAMILIES[unit.family].paths(self._site, unit):
            if self._output.file(path) is None:
                self._plan.images.append(path)
            else:
                self._output.keep(path)

    def _lost_after(self, changes: Iterable[ArticleChange]) -> tuple[Lost, ...]:
        """Return the links that lead nowhere; those between articles that are as before were known."""
        changed = {change.article_id for change in changes}
        known = (lost for lost in self._plan.record.lost_links if changed.isdisjoint(lost))
        return tuple(sorted({*known, *self._site.texts.lost_of(changed, self._site.now)}))

    def _note_record(self, pages: int, withdrawn: int, lost: tuple[Lost, ...]) -> None:
        not_due = self._site.texts.not_public(self._site.now)
        newest, cards = self._site.known_newest, self._site.cards()
        record = SiteRecord(pages, withdrawn, not_due, lost, cards, newest)
        self._plan.record = record
        self._output.remember([(SITE, encode_record(record))])


def _widened(extent: Extent, known: Iterable[str], paths: Iterable[str]) -> Extent:
    """Return `extent` with the pages of a list on which the way to the next one is another.

    That are those from the last on that is numbered before and now, where their number is another.
    """
    before, now = (sum(_NUMBERED in path for path in some) for some in (known, paths))
    if before == now:
        return extent
    return extent.join(Extent(max(0, min(before, now) - 1) * PAGE_LENGTH))
