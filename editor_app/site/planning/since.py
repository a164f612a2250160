"""What became of what a website is made from since an output was made, and what that touches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from editor_app.site.output.output import Output
from editor_app.site.output.values import State
from editor_app.site.planning.catalogue import FAMILIES
from editor_app.site.planning.families import ALL, Extent
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import ArticleChange, Cause, Reason, Unit, decode_known, known_of


class Since:
    """What happened between what `output` was made of and `state`.

    `cards` is what was remembered of the cards of contacts, see SiteRecord.
    """

    def __init__(self, site: Site, output: Output, state: State, cards: Mapping[str, str]) -> None:
        self._site = site
        self._source = site.source
        self._output = output
        self._before = output.state
        self._state = state
        self._cards = cards

    def reasons_for_all(self) -> tuple[Reason, ...]:
        """Return why every page may be another one, nothing where only some can."""
        return tuple(self._reasons_for_all())

    def changes(self) -> Sequence[ArticleChange]:
        """Return the articles of which something happened."""
        before = self._before
        if before is None:
            return ()
        first, last = sorted((before.moment, self._state.moment))
        ids = (*self._source.changed_since(before.head), *self._site.texts.crossing(first, last))
        ids = tuple(dict.fromkeys(ids))
        texts = self._source.whole(ids)
        after = {id_: known_of(text) for id_, text in texts.items()}
        return [ArticleChange(id_, decode_known(self._output.article(id_)), after.get(id_)) for id_ in ids]

    def shared_paths(self, changes: Iterable[ArticleChange]) -> Iterator[tuple[str, str, str]]:
        """Yield paths at which two public pages would be, each with the ids of two articles."""
        for change in changes:
            if change.after is not None:
                holders = self._site.texts.at_path(change.after.path, self._site.now)
                if len(holders) > 1:
                    yield change.after.path, holders[0], holders[-1]

    def touched(self, changes: Iterable[ArticleChange]) -> Iterator[tuple[Unit, Extent, Reason]]:
        """Yield what may look another way, and why; some of it several times."""
        for change in changes:
            if change.before == change.after is not None:
                continue
            for family in FAMILIES.values():
                for unit, extent in family.touched(self._site, change):
                    yield unit, extent, change.reason
        yield from self._touched_by_cards()

    def _touched_by_cards(self) -> Iterator[tuple[Unit, Extent, Reason]]:
        """Yield the pages of contacts that say something else of them; another name changes more."""
        if self._reasons_of_contacts():
            for id_, card in self._site.cards().items():
                if self._cards.get(id_) != card:
                    reason = Reason(Cause.CONTACTS, title=self._source.contacts[id_].name)
                    yield Unit("contact", id_), ALL, reason

    def _reasons_for_all(self) -> Iterator[Reason]:
        for cause in self._causes_for_all():
            contacts = self._reasons_of_contacts() if cause is Cause.CONTACTS else set()
            yield from sorted(contacts) or [Reason(cause)]

    def _causes_for_all(self) -> Iterator[Cause]:
        before = self._before
        if before is None:
            yield Cause.FIRST_EXPORT
        elif not self._source.goes_on_from(before.head):
            yield Cause.ANOTHER_HISTORY
        else:
            for name, fingerprint in self._state.fingerprints.items():
                if before.fingerprints.get(name) != fingerprint:
                    yield Cause(name)

    def _reasons_of_contacts(self) -> set[Reason]:
        if self._before is None:
            return set()
        names = self._source.cards_changed_since(self._before.head)
        return {Reason(Cause.CONTACTS, title=name) for name in names}
