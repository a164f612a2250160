"""Changes of cards: what each would do to articles and pages, and doing it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from editor_app.archive.archive import Holdings
from editor_app.archive.card_uses import CardKind
from editor_app.archive.categories import Categories
from editor_app.archive.contacts import Contacts
from editor_app.desk.card_errors import CardInUse, CardMissing, CardsChangedMeanwhile, NameTaken
from editor_app.desk.card_values import (
    BringBackCards,
    CardChange,
    CardRequest,
    DeleteCards,
    MergeCategories,
    MergeContacts,
    MovedAddress,
    RenameCategory,
    RetireCards,
    SaveContacts,
)
from editor_app.desk.contact_pages import PageMoves, keep_leading_on, page_moves
from editor_app.desk.errors import Named, require_name
from editor_app.desk.filing import fetch
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Article, Category, Contact, Phone, new_id
from editor_app.domain.audit import Act
from editor_app.domain.contact_details import format_phone
from editor_app.domain.normalize import normalize_text
from editor_app.domain.workflow import Action, State, next_standing
from editor_app.rendering.page_paths import section_path


class _Plan(Struct, frozen=True):
    """What doing a request takes: `ids` are the cards whose words change in the articles that have them.

    `act` changes the cards, `article` what their articles name. The log gets `entry` with what is `told`,
    unless nothing is.
    """

    kind: CardKind
    entry: Act
    told: Mapping[str, str]
    act: Callable[[], object]
    ids: tuple[str, ...] = ()
    moved: tuple[MovedAddress, ...] = ()
    article: Callable[[Article], Article] = lambda article: article


def preview(holdings: Holdings, request: CardRequest) -> CardChange:
    """Return what doing `request` would change; raises as `do`."""
    return _change(holdings, request, _plan(holdings, request))


def do(
    holdings: Holdings, request: CardRequest, *, by: str, now: datetime, shown: CardChange | None = None
) -> CardChange:
    """Change cards, and return what changed with them; articles beyond a draft become drafts again.

    Raises NameMissing, NameTaken, CardMissing, CardInUse, and CardsChangedMeanwhile where it would do
    something else than what was `shown`.
    """
    plan = _plan(holdings, request)
    change = _change(holdings, request, plan)
    if shown is not None and shown != change:
        raise CardsChangedMeanwhile
    plan.act()
    if plan.told:
        holdings.log.append(plan.entry, by=by, at=now, details=plan.told)
    for use in change.uses:
        if use.in_text and _follow(holdings, use.article_id, plan):
            holdings.log.append(Act.EDITED, by=by, at=now, article_id=use.article_id, details=plan.told)
    return change


def save_contact(holdings: Holdings, contact: Contact, *, by: str, now: datetime) -> Contact:
    """Store a new or changed contact, its texts trimmed and its phone numbers grouped."""
    tidy = tidy_contact(contact)
    do(holdings, SaveContacts((tidy,)), by=by, now=now)
    return tidy


def tidy_contact(contact: Contact) -> Contact:
    """Return `contact` as it is stored, with an id; raises NameMissing."""
    return Contact(
        id=contact.id or new_id(),
        name=require_name(normalize_text(contact.name), Named.CONTACT),
        roles=_distinct(contact.roles),
        unit=_tidy(contact.unit),
        organisation=_tidy(contact.organisation),
        phones=_distinct_phones(contact.phones),
        emails=_distinct(contact.emails),
    )


def _change(holdings: Holdings, request: CardRequest, plan: _Plan) -> CardChange:
    return CardChange(request, holdings.card_uses.of(plan.kind, plan.ids), plan.moved)


def _follow(holdings: Holdings, article_id: str, plan: _Plan) -> bool:
    """Let an article follow the cards; tell whether that changed anything of it."""
    stored = fetch(holdings, article_id)
    state = next_standing(stored.standing, Action.EDIT).copy
    followed = msgspec.structs.replace(
        stored,
        article=plan.article(stored.article),
        state=state,
        submitted_by=stored.submitted_by if stored.state is State.DRAFT else "",
    )
    if followed == stored:
        return False
    # The version stays: no editor's words are older for it, and none shall meet a conflict.
    holdings.articles.replace(followed, version=stored.version)
    return True


def _plan(holdings: Holdings, request: CardRequest) -> _Plan:
    return _PLANS[type(request)](holdings, request)


def _plan_saving(holdings: Holdings, request: SaveContacts) -> _Plan:
    tidy = tuple(map(tidy_contact, request.contacts))
    present = {contact.id: contact for contact in holdings.contacts.in_order(one.id for one in tidy)}
    changed = tuple(one.id for one in tidy if present.get(one.id, one) != one)
    stored = tuple(one for one in tidy if present.get(one.id) != one)

    moves = page_moves(holdings, stored)

    def act() -> None:
        for contact in stored:
            holdings.contacts.put(contact)
        keep_leading_on(holdings, moves)

    told = _names(stored)
    return _Plan(CardKind.CONTACT, Act.CONTACTS_SAVED, told, act, changed, moves.moved)


def _plan_renaming(holdings: Holdings, request: RenameCategory) -> _Plan:
    before = _category(holdings, request.category_id)
    name = require_name(normalize_text(request.name), Named.CATEGORY)
    namesake = holdings.categories.named(name)
    if namesake is not None and namesake.id != before.id:
        raise NameTaken(namesake.name)
    slug = make_slug(name, _slugs_of_others(holdings, before)) if request.moves_address else before.slug
    after = Category(before.id, name, slug)
    changed = (before.id,) if after != before else ()
    moved = (_moved(before, after),) if slug != before.slug else ()
    told = {"old": before.name, "new": after.name} if changed else {}
    return _Plan(
        CardKind.CATEGORY,
        Act.CATEGORY_RENAMED,
        told,
        lambda: holdings.categories.replace(after),
        changed,
        moved,
    )


def _plan_retiring(holdings: Holdings, request: RetireCards) -> _Plan:
    repository, told = _repository(holdings, request.kind), _names_of(holdings, request)
    return _Plan(request.kind, Act.CARDS_RETIRED, told, lambda: repository.retire(request.ids))


def _plan_bringing_back(holdings: Holdings, request: BringBackCards) -> _Plan:
    repository, told = _repository(holdings, request.kind), _names_of(holdings, request)
    return _Plan(
        request.kind,
        Act.CARDS_BROUGHT_BACK,
        told,
        lambda: repository.retire(request.ids, is_retired=False),
    )


def _plan_deleting(holdings: Holdings, request: DeleteCards) -> _Plan:
    if holdings.card_uses.were_ever_used(request.kind, request.ids):
        raise CardInUse
    repository, told = _repository(holdings, request.kind), _names_of(holdings, request)
    is_contact = request.kind is CardKind.CONTACT
    moves = page_moves(holdings, deleted=request.ids) if is_contact else PageMoves()

    def act() -> None:
        repository.remove(request.ids)
        keep_leading_on(holdings, moves)

    return _Plan(request.kind, Act.CARDS_DELETED, told, act, moved=moves.moved)


def _plan_merging_contacts(holdings: Holdings, request: MergeContacts) -> _Plan:
    survivor = tidy_contact(request.survivor)
    present = {contact.id: contact for contact in holdings.contacts.in_order(request.ids)}
    if set(present) != set(request.ids) or survivor.id not in present:
        raise CardMissing
    merged = tuple(id_ for id_ in request.ids if id_ != survivor.id)
    changed = merged if present[survivor.id] == survivor else request.ids
    moves = page_moves(holdings, (survivor,), merged=merged, into=survivor.id)

    def act() -> None:
        holdings.contacts.put(survivor)
        holdings.contacts.merge(merged, survivor.id)
        keep_leading_on(holdings, moves)

    def article(article: Article) -> Article:
        ids = (survivor.id if id_ in merged else id_ for id_ in article.contact_ids)
        return msgspec.structs.replace(article, contact_ids=tuple(dict.fromkeys(ids)))

    told = {**_names(present[id_] for id_ in merged), "into": survivor.name}
    return _Plan(CardKind.CONTACT, Act.CARDS_MERGED, told, act, changed, moves.moved, article)


def _plan_merging_categories(holdings: Holdings, request: MergeCategories) -> _Plan:
    present = {category.id: category for category in holdings.categories.all()}
    if not {*request.ids, request.survivor_id} <= set(present) or request.survivor_id not in request.ids:
        raise CardMissing
    survivor = present[request.survivor_id]
    merged = tuple(id_ for id_ in request.ids if id_ != survivor.id)

    def article(article: Article) -> Article:
        id_ = survivor.id if article.category_id in merged else article.category_id
        return msgspec.structs.replace(article, category_id=id_)

    return _Plan(
        CardKind.CATEGORY,
        Act.CARDS_MERGED,
        {**_names(present[id_] for id_ in merged), "into": survivor.name},
        lambda: holdings.categories.merge(merged, survivor.id),
        merged,
        tuple(_moved(present[id_], survivor, waits=True) for id_ in merged),
        article,
    )


_PLANS: Mapping[type[Any], Callable[[Holdings, Any], _Plan]] = {
    SaveContacts: _plan_saving,
    RenameCategory: _plan_renaming,
    RetireCards: _plan_retiring,
    BringBackCards: _plan_bringing_back,
    DeleteCards: _plan_deleting,
    MergeContacts: _plan_merging_contacts,
    MergeCategories: _plan_merging_categories,
}


def _repository(holdings: Holdings, kind: CardKind) -> Contacts | Categories:
    return holdings.contacts if kind is CardKind.CONTACT else holdings.categories


def _names_of(holdings: Holdings, request: RetireCards | BringBackCards | DeleteCards) -> dict[str, str]:
    """Return the names of the cards; raises CardMissing where one is not there."""
    cards: dict[str, Contact | Category] = {
        card.id: card for card in _repository(holdings, request.kind).all()
    }
    if not set(request.ids) <= set(cards):
        raise CardMissing
    return _names(cards[id_] for id_ in request.ids)


def _names(cards: Iterable[Contact | Category]) -> dict[str, str]:
    names = ", ".join(card.name for card in cards)
    return {"names": names} if names else {}


def _category(holdings: Holdings, category_id: str) -> Category:
    category = holdings.categories.get(category_id)
    if category is None:
        raise CardMissing
    return category


def _slugs_of_others(holdings: Holdings, category: Category) -> frozenset[str]:
    own = {slug for slug, id_ in holdings.categories.former_slugs().items() if id_ == category.id}
    ever = {one.slug for one in holdings.categories.ever() if one.id != category.id}
    return holdings.categories.slugs() - ((own | {category.slug}) - ever)


def _moved(before: Category, after: Category, *, waits: bool = False) -> MovedAddress:
    return MovedAddress(section_path(before), section_path(after), waits)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_tidy, texts))))


def _distinct_phones(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Return the phones that have a number, each number grouped and once."""
    tidy = [Phone(format_phone(_tidy(phone.number)), _tidy(phone.label)) for phone in phones]
    # The first of equal numbers stays, with what it is for.
    by_number = {phone.number: phone for phone in reversed(tidy) if phone.number}
    return tuple(phone for phone in tidy if by_number.get(phone.number) is phone)


def _tidy(text: str) -> str:
    return " ".join(normalize_text(text).split())
