"""An article's versions: kept, named, looked at and restored."""

from datetime import datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.desk.errors import VersionMissing, require_name
from editor_app.desk.filing import (
    fetch,
    fetch_version,
    present_snapshot,
    replace_stored,
    says,
    tidy,
    working_copy,
)
from editor_app.desk.values import WorkingCopy
from editor_app.desk.version_values import Restored, VersionSummary
from editor_app.domain.article import Article, new_id
from editor_app.domain.audit import Act
from editor_app.domain.codec import decode_snapshot, encode
from editor_app.domain.document import Document, Figure
from editor_app.domain.revision import Occasion, Revision, Snapshot, content_hash, verify
from editor_app.domain.workflow import Action, State, next_standing
from editor_app.translation import _


def versions(holdings: Holdings, article_id: str) -> tuple[VersionSummary, ...]:
    """Return what a list shows of each version, the newest first; raises ArticleMissing."""
    stored = fetch(holdings, article_id)
    entries = holdings.revisions.entries(article_id)
    published = holdings.publications.live(article_id)
    live = 0 if published is None else published.revision.number
    submitted = max((entry.number for entry in entries if entry.occasion is Occasion.SUBMITTED), default=0)
    in_review = stored.state is State.IN_REVIEW
    present = _hash_of_present(holdings, stored.article)
    return tuple(
        VersionSummary(
            number=entry.number,
            name=entry.name,
            occasion=entry.occasion,
            hash=entry.hash,
            created_at=entry.created_at,
            created_by=entry.created_by,
            approvals=tuple((approval.approved_by, approval.approved_at) for approval in entry.approvals),
            is_live=entry.number == live,
            is_in_review=in_review and entry.number == submitted,
            is_present=entry.hash == present,
        )
        for entry in entries
    )


def version_text(holdings: Holdings, article_id: str, number: int) -> Snapshot:
    """Return what version `number` says; raises VersionMissing and HashMismatch."""
    revision = _fetch_revision(holdings, article_id, number)
    verify(revision, revision.hash)
    return decode_snapshot(revision.content)


def save_version(
    holdings: Holdings, article_id: str, *, version: int, by: str, name: str, now: datetime
) -> WorkingCopy:
    """Keep the article's words as a version; the newest one, if it says the same, only gets the name.

    Raises NameMissing, ArticleMissing, and EditConflict where the article is no longer at `version`.
    """
    stored = fetch_version(holdings, article_id, version)
    keeper = require_name(by)
    snapshot = present_snapshot(holdings, stored.article)
    revision = holdings.revisions.latest(article_id)
    title = tidy(name)
    if revision is None or not says(revision, snapshot):
        revision = keep(holdings, snapshot, Occasion.SAVED, by=keeper, now=now, name=title)
    elif title:
        holdings.revisions.rename(revision.id, title)
    holdings.log.append(
        Act.VERSION_SAVED,
        by=keeper,
        at=now,
        article_id=article_id,
        revision_hash=revision.hash,
        details={"name": title} if title else None,
    )
    return working_copy(holdings, stored)


def rename_version(
    holdings: Holdings, article_id: str, number: int, name: str, *, by: str, now: datetime
) -> None:
    """Call a version `name`, or nothing where that is blank; raises VersionMissing."""
    revision = _fetch_revision(holdings, article_id, number)
    title = tidy(name)
    if title == revision.name:
        return
    holdings.revisions.rename(revision.id, title)
    holdings.log.append(
        Act.VERSION_RENAMED,
        by=tidy(by),
        at=now,
        article_id=article_id,
        revision_hash=revision.hash,
        details={"old": revision.name, "new": title},
    )


def restore(
    holdings: Holdings, article_id: str, number: int, *, version: int, by: str, now: datetime
) -> Restored:
    """Make what version `number` says the present text, a draft; what stood there is kept as a version.

    The internal note and the address stay. What the archive no longer has is left out, and said.
    Raises NameMissing, VersionMissing, HashMismatch, and EditConflict where the article is no longer
    at `version`.
    """
    stored = fetch_version(holdings, article_id, version)
    name = require_name(by)
    snapshot = version_text(holdings, article_id, number)
    notes: list[str] = []
    article = _restored(holdings, stored.article, snapshot, notes)
    if article == stored.article:
        return Restored(working_copy(holdings, stored), tuple(notes))
    _keep_present(holdings, stored.article, by=name, now=now)
    holdings.log.append(
        Act.RESTORED, by=name, at=now, article_id=article_id, details={"version": str(number)}
    )
    restored = replace_stored(
        holdings,
        stored,
        article=article,
        state=next_standing(stored.standing, Action.EDIT).copy,
        submitted_by="",
        updated_at=now,
        updated_by=name,
    )
    return Restored(restored, tuple(notes))


def keep(
    holdings: Holdings, snapshot: Snapshot, occasion: Occasion, *, by: str, now: datetime, name: str = ""
) -> Revision:
    """Store `snapshot` as the newest version of its article, and return that."""
    latest = holdings.revisions.latest(snapshot.article_id)
    number = 1 if latest is None else latest.number + 1
    content = encode(snapshot)
    revision = Revision(
        new_id(),
        snapshot.article_id,
        number,
        content,
        content_hash(content),
        created_at=now,
        created_by=by,
        occasion=occasion,
        name=name,
    )
    holdings.revisions.add(revision)
    holdings.dismissals.keep_with(snapshot.article_id, number)
    return revision


def _keep_present(holdings: Holdings, article: Article, *, by: str, now: datetime) -> None:
    kept = {entry.hash for entry in holdings.revisions.entries(article.id)}
    if _hash_of_present(holdings, article) not in kept:
        keep(holdings, present_snapshot(holdings, article), Occasion.BEFORE_RESTORE, by=by, now=now)


def _hash_of_present(holdings: Holdings, article: Article) -> str:
    """Return the hash of what the article says, that of the newest version where it says the same."""
    snapshot = present_snapshot(holdings, article)
    latest = holdings.revisions.latest(article.id)
    # An older program wrote the same words in other bytes.
    if latest is not None and says(latest, snapshot):
        return latest.hash
    return content_hash(encode(snapshot))


def _restored(holdings: Holdings, present: Article, snapshot: Snapshot, notes: list[str]) -> Article:
    category = None if snapshot.category is None else holdings.categories.get(snapshot.category.id)
    if snapshot.category is not None and category is None:
        words = _("The category “{name}” is no longer in the archive.")
        notes.append(words.format(name=snapshot.category.name))
    return msgspec.structs.replace(
        present,
        kind=snapshot.kind,
        title=snapshot.title,
        lead=snapshot.lead,
        body=Document(
            tuple(
                block
                for block in snapshot.body.blocks
                if not isinstance(block, Figure) or _is_there(holdings, block, notes)
            )
        ),
        language=snapshot.language,
        category_id=None if category is None else category.id,
        contact_ids=_known_contacts(holdings, snapshot, notes),
        hero=snapshot.hero if snapshot.hero and _is_there(holdings, snapshot.hero, notes) else None,
        related_ids=snapshot.related_ids,
        publish_at=snapshot.publish_at,
        embargo_until=snapshot.embargo_until,
        unpublish_at=snapshot.unpublish_at,
        record_number=snapshot.record_number,
        stays_online=snapshot.stays_online,
        corrections=snapshot.corrections,
        version_of=snapshot.version_of,
    )


def _known_contacts(holdings: Holdings, snapshot: Snapshot, notes: list[str]) -> tuple[str, ...]:
    present = {}
    for contact in snapshot.contacts:
        (found,) = holdings.contacts.in_order((contact.id,)) or (None,)
        if found is None:
            notes.append(_("The contact “{name}” is no longer in the archive.").format(name=contact.name))
            continue
        present[found.id] = found
        if found.id != contact.id:
            words = _("“{name}” was merged with “{survivor}”, which stands here now.")
            notes.append(words.format(name=contact.name, survivor=found.name))
        elif found != contact:
            notes.append(_("“{name}” has other contact details today.").format(name=contact.name))
    return tuple(present)


def _is_there(holdings: Holdings, figure: Figure, notes: list[str]) -> bool:
    if holdings.images.get(figure.image_id) is not None:
        return True
    words = figure.caption or figure.alt or _("without words")
    notes.append(_("An image is no longer in the archive: {words}").format(words=words))
    return False


def _fetch_revision(holdings: Holdings, article_id: str, number: int) -> Revision:
    revision = holdings.revisions.numbered(article_id, number)
    if revision is None:
        raise VersionMissing(article_id, number)
    return revision
