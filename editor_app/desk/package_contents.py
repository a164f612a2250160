"""What a package for preservation holds: read from the archive at one moment, then written as files."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import Release, RevisionEntry, StoredArticle
from editor_app.archive.tables import WORKING_COPY
from editor_app.desk.card_file import site_profile
from editor_app.desk.filing import fetch, present_snapshot
from editor_app.desk.values import StoredImage
from editor_app.domain.audit import Entry, Head
from editor_app.domain.codec import decode_snapshot, encode
from editor_app.domain.comment import Comment
from editor_app.domain.dismissals import Dismissal
from editor_app.domain.image_details import Persons
from editor_app.domain.publication import Publication
from editor_app.domain.quotes import QuoteApproval
from editor_app.domain.revision import Revision, Snapshot, figures, verify
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.withdrawal import Withdrawal
from editor_app.rendering.renditions import Rendition
from editor_app.rendering.single_file import render_single_file

SUFFIXES: Mapping[str, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/tiff": "tif",
    "image/bmp": "bmp",
}


class Contents(Struct, frozen=True):
    """All that belongs to one article, as the archive had it at one moment.

    `dismissals` are by the number of the revision that they were kept with, and of the working copy.
    """

    stored: StoredArticle
    present: Snapshot
    profile: SiteProfile
    entries: tuple[RevisionEntry, ...]
    revisions: tuple[Revision, ...]
    releases: tuple[Release, ...]
    withdrawals: tuple[Withdrawal, ...]
    comments: tuple[Comment, ...]
    quote_approvals: tuple[QuoteApproval, ...]
    dismissals: dict[int, tuple[Dismissal, ...]]
    images: dict[str, StoredImage]
    originals: dict[str, bytes]
    log: tuple[Entry, ...]
    head: Head

    @property
    def article_id(self) -> str:
        """Which article this is."""
        return self.stored.article.id

    @property
    def newest(self) -> Snapshot:
        """What the article says now."""
        return self.present

    @property
    def title(self) -> str:
        """What the article is called now."""
        return self.present.title


def gather(holdings: Holdings, article_id: str) -> Contents:
    """Return all that belongs to the article.

    Raises ArticleMissing, ImageMissing, and HashMismatch where a version is not what was kept.
    """
    stored = fetch(holdings, article_id)
    present = present_snapshot(holdings, stored.article)
    entries = holdings.revisions.entries(article_id)[::-1]
    found = (holdings.revisions.numbered(article_id, entry.number) for entry in entries)
    revisions = tuple(revision for revision in found if revision is not None)
    for revision in revisions:
        verify(revision, revision.hash)
    texts = (present, *(decode_snapshot(revision.content) for revision in revisions))
    image_ids = dict.fromkeys(figure.image_id for text in texts for figure in figures(text))
    return Contents(
        stored=stored,
        present=present,
        profile=site_profile(holdings),
        entries=entries,
        revisions=revisions,
        releases=holdings.publications.releases(article_id)[::-1],
        withdrawals=holdings.papers.withdrawals(article_id),
        comments=holdings.comments.of_article(article_id),
        quote_approvals=holdings.quotes.of_article(article_id),
        dismissals={
            number: holdings.dismissals.of_article(article_id, number)
            for number in (*(entry.number for entry in entries), WORKING_COPY)
        },
        images=holdings.images.named(list(image_ids)),
        originals={image_id: holdings.images.original(image_id) for image_id in image_ids},
        log=holdings.log.of_article(article_id)[::-1],
        head=holdings.log.head(),
    )


def payload(contents: Contents, image_data: Callable[[Rendition], bytes]) -> dict[str, bytes]:
    """Return the files of the package by their paths; `image_data` makes what pages show of images."""
    return {
        **dict(_texts(contents, image_data)),
        **{f"images/{_file(contents.images[id_])}": data for id_, data in contents.originals.items()},
        "metadata.json": _json(metadata(contents)),
        "revisions.json": _json([_without_approvals(entry) for entry in contents.entries]),
        "approvals.json": _json(list(_approvals(contents))),
        "publications.json": _json(list(_publications(contents))),
        "withdrawals.json": _json(contents.withdrawals),
        "comments.json": _json(contents.comments),
        "quote_approvals.json": _json(contents.quote_approvals),
        "dismissals.json": _json(list(_dismissals(contents))),
        "images.json": _json(
            {_file(image): image for image in sorted(contents.images.values(), key=lambda one: one.id)}
        ),
        "log.json": _json({"head": contents.head, "entries": contents.log}),
    }


def metadata(contents: Contents) -> dict[str, Any]:
    """Return what describes the package, in the terms of Dublin Core, and whose data it holds."""
    stored, newest = contents.stored, contents.newest
    identifiers = [contents.article_id, newest.record_number]
    return {
        "dc:title": newest.title,
        "dc:description": newest.lead,
        "dc:creator": contents.profile.name,
        "dc:publisher": contents.profile.name,
        "dc:identifier": [one for one in identifiers if one],
        "dc:language": newest.language,
        "dc:subject": "" if newest.category is None else newest.category.name,
        "dc:type": newest.kind.value,
        "dc:format": [
            "application/json",
            "text/html",
            *sorted({i.media_type for i in contents.images.values()}),
        ],
        "dcterms:created": stored.created_at,
        "dcterms:modified": stored.updated_at,
        "dcterms:issued": [release.published_at for release in contents.releases],
        "personal_data": _personal_data(contents),
    }


def _personal_data(contents: Contents) -> dict[str, Any]:
    texts = (contents.present, *(decode_snapshot(one.content) for one in contents.revisions))
    named = {contact.name for text in texts for contact in text.contacts}
    acted = {entry.by for entry in contents.log} | {comment.written_by for comment in contents.comments}
    shown = [image for image in contents.images.values() if image.details.persons is not Persons.NONE]
    return {
        "contacts": sorted(named),
        "persons_who_acted": sorted(filter(None, acted)),
        "speakers_of_quotes": sorted({one.speaker for one in contents.quote_approvals}),
        "images_where_persons_may_be_recognised": sorted(map(_file, shown)),
    }


def _texts(contents: Contents, image_data: Callable[[Rendition], bytes]) -> Iterator[tuple[str, bytes]]:
    for revision, entry in zip(contents.revisions, contents.entries, strict=True):
        name = f"revisions/{revision.number:04d}"
        day = f"{wall_time(entry.created_at):%Y-%m-%d %H.%M}"
        notes = [f"Version {revision.number}, sparad {day} av {entry.created_by}. SHA-256: {entry.hash}"]
        notes += [
            f"Godkänd av {one.approved_by} {wall_time(one.approved_at):%Y-%m-%d %H.%M}."
            for one in entry.approvals
        ]
        yield f"{name}.json", revision.content
        page = _page(contents, decode_snapshot(revision.content), notes, image_data)
        yield f"{name}.html", page
    if all(decode_snapshot(revision.content) != contents.present for revision in contents.revisions):
        yield "present.json", encode(contents.present)
        note = "Texten som den stod när paketet gjordes. Den är inte sparad som version."
        yield "present.html", _page(contents, contents.present, [note], image_data)


def _page(
    contents: Contents, text: Snapshot, notes: list[str], image_data: Callable[[Rendition], bytes]
) -> bytes:
    first = contents.releases[0].published_at if contents.releases else contents.stored.created_at
    sizes = {image.id: (image.width, image.height) for image in contents.images.values()}
    publication = Publication(snapshot=text, revision_hash="", released_at=first, first_released_at=first)
    return render_single_file(
        publication, contents.profile, image_size=sizes.get, image_data=image_data, notes=notes
    ).encode()


def _approvals(contents: Contents) -> Iterator[dict[str, Any]]:
    for entry in contents.entries:
        for approval in entry.approvals:
            yield {"revision": entry.number, **_without(approval, "id", "revision_id")}


def _dismissals(contents: Contents) -> Iterator[dict[str, Any]]:
    """Yield them with their revision, None for the text as it stood when the package was made."""
    for number, dismissals in contents.dismissals.items():
        for dismissal in dismissals:
            yield {"revision": number or None, **_without(dismissal, "article_id")}


def _publications(contents: Contents) -> Iterator[dict[str, Any]]:
    numbers = {revision.id: revision.number for revision in contents.revisions}
    for release in contents.releases:
        yield {"revision": numbers[release.revision_id], **_without(release, "revision_id", "article_id")}


def _without_approvals(entry: RevisionEntry) -> dict[str, Any]:
    return _without(entry, "approvals")


def _without(value: Struct, *names: str) -> dict[str, Any]:
    return {name: part for name, part in msgspec.structs.asdict(value).items() if name not in names}


def _file(image: StoredImage) -> str:
    return f"{image.id}.{SUFFIXES.get(image.media_type, 'bin')}"


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1) + b"\n"
