"""Writing: new articles and the autosave."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import StoredArticle
from editor_app.desk.errors import EditConflict
from editor_app.desk.filing import canonical, fetch, tidy, working_copy
from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article, new_id
from editor_app.domain.audit import Act
from editor_app.domain.workflow import Action, State, next_standing, same_name


def file_new(
    holdings: Holdings,
    article: Article,
    *,
    by: str,
    now: datetime,
    act: Act = Act.CREATED,
    details: Mapping[str, str] | None = None,
) -> WorkingCopy:
    """Store `article` as a new draft, without an address as yet; `act` is how it came."""
    fresh = msgspec.structs.replace(_filed(holdings, article), slug="")
    name = tidy(by)
    stored = StoredArticle(fresh, State.DRAFT, 1, now, name, created_at=now, created_by=name)
    holdings.articles.add(stored)
    holdings.log.append(act, by=name, at=now, article_id=fresh.id, details=details)
    return working_copy(holdings, stored)


def file_copy(holdings: Holdings, article: Article, *, by: str, now: datetime) -> WorkingCopy:
    """Store the words of `article` as a new draft with an id of its own."""
    copy = msgspec.structs.replace(article, id=new_id())
    return file_new(holdings, copy, by=by, now=now, act=Act.COPIED, details={"of": article.id})


def save(holdings: Holdings, article: Article, *, version: int, by: str, now: datetime) -> WorkingCopy:
    """Store `article` in place of `version`; raises EditConflict where somebody else was faster.

    A change of the page makes it a draft again; a note is not on the page. Words are stored even
    where `by` is blank: nothing typed is lost for want of a name.
    """
    stored = fetch(holdings, article.id)
    # The address stays what it was when the article was first submitted.
    edited = msgspec.structs.replace(_filed(holdings, article), slug=stored.article.slug)
    if edited == stored.article:
        return working_copy(holdings, stored)
    if version != stored.version:
        raise EditConflict(working_copy(holdings, stored))
    if _without_note(edited) == _without_note(stored.article):
        changed = msgspec.structs.replace(stored, article=edited, version=version + 1, updated_at=now)
    else:
        name = tidy(by)
        _log_edit(holdings, stored, by=name, now=now)
        changed = msgspec.structs.replace(
            stored,
            article=edited,
            state=next_standing(stored.standing, Action.EDIT).copy,
            version=version + 1,
            updated_at=now,
            updated_by=name,
            submitted_by="",
        )
    holdings.articles.replace(changed, version=version)
    return working_copy(holdings, changed)


def _filed(holdings: Holdings, article: Article) -> Article:
    """Return `article` in its canonical form, without a category that the archive has not.

    An older copy of the archive may have been put in its place: the words matter more. Cards that were
    merged meanwhile are those that stand for them.
    """
    category = None if article.category_id is None else holdings.categories.get(article.category_id)
    return msgspec.structs.replace(
        canonical(article),
        category_id=None if category is None else category.id,
        contact_ids=holdings.contacts.present_ids(article.contact_ids),
    )


def _without_note(article: Article) -> Article:
    """Return what counts as the page: space around a title or a lead is not seen there."""
    return msgspec.structs.replace(
        article, internal_note="", title=article.title.strip(), lead=article.lead.strip()
    )


def _log_edit(holdings: Holdings, stored: StoredArticle, *, by: str, now: datetime) -> None:
    """Note who edits, once for all that they save until something else happens to the article."""
    latest = holdings.log.latest_of(stored.article.id)
    if latest is None or latest.act != Act.EDITED or same_name(latest.by) != same_name(by):
        holdings.log.append(Act.EDITED, by=by, at=now, article_id=stored.article.id)
