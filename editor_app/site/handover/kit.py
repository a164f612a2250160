"""An approved article field by field, as another content management system asks for it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count

import msgspec
from msgspec import Struct

from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Kind
from editor_app.domain.document import Document, Figure, needs_credit_label, spans_of
from editor_app.domain.revision import Snapshot
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.clean_body import (
    CleanBody,
    ForeignWords,
    render_clean_body,
    render_contacts,
    render_corrections,
)
from editor_app.rendering.images import PlainFile
from editor_app.rendering.inline import ArticleAddress
from editor_app.rendering.languages import frame_language
from editor_app.rendering.plain import plain
from editor_app.site.handover.links import lost_links
from editor_app.translation import Translate, translations

IMAGES_FOLDER = "bilder"
_LONGEST_NAME = 48
_LONGEST_PLACE = 60
ImageFile = Callable[[Figure], PlainFile]


class KitImage(Struct, frozen=True):
    """An image with what is written beside it; `after` are the words that it stands below, if any.

    `credit` is as readers see it. A decorative one has no alternative text.
    """

    name: str
    data: bytes
    width: int
    height: int
    alt: str
    is_decorative: bool
    caption: str
    credit: str
    is_hero: bool
    after: str = ""


class Given(Struct, frozen=True):
    """Which version it is and who approved it; `newer` is one that is approved and not published, or 0."""

    number: int
    hash: str
    approved_by: str
    approved_at: datetime
    published_at: datetime | None = None
    newer: int = 0


class Kit(Struct, frozen=True):
    """An article's fields: `body` and `contacts` are HTML of few elements, the others plain text.

    `body` shows its images from files in IMAGES_FOLDER, `text` is the same without them. `lost_links`
    are the words that led to articles without an address. `address` is that of its page on our own
    website, empty where it has none.
    """

    article_id: str
    given: Given
    title: str
    lead: str
    body: str
    text: str
    contacts: str
    images: tuple[KitImage, ...]
    kind: Kind
    category: str
    language: str
    publish_at: datetime | None
    unpublish_at: datetime | None
    slug: str
    record_number: str
    address: str
    foreign: tuple[ForeignWords, ...] = ()
    lost_links: tuple[str, ...] = ()


def make_kit(
    snapshot: Snapshot,
    given: Given,
    *,
    image_file: ImageFile,
    article_address: ArticleAddress,
    address: str,
) -> Kit:
    """Return the fields of the article; raises what `image_file` raises."""
    gettext = translations(frame_language(snapshot.language)).gettext
    images = tuple(_images(snapshot, image_file, gettext))
    in_body = iter(one for one in images if not one.is_hero)

    def file(_figure: Figure) -> PlacedImage:
        image = next(in_body)
        return PlacedImage(f"{IMAGES_FOLDER}/{image.name}", image.width, image.height)

    body = clean_text(snapshot, file, article_address)
    text = clean_text(snapshot, lambda _figure: None, article_address)
    return Kit(
        article_id=snapshot.article_id,
        given=given,
        title=plain(snapshot.title),
        lead=plain(snapshot.lead),
        body=body.html,
        text=text.html,
        contacts=render_contacts(snapshot.contacts, gettext),
        images=images,
        kind=snapshot.kind,
        category="" if snapshot.category is None else plain(snapshot.category.name),
        language=snapshot.language,
        publish_at=snapshot.publish_at or given.published_at,
        unpublish_at=snapshot.unpublish_at,
        slug=make_slug(snapshot.slug or snapshot.title),
        record_number=plain(snapshot.record_number),
        address=address,
        foreign=body.foreign,
        lost_links=lost_links(snapshot.body, article_address),
    )


def clean_text(
    snapshot: Snapshot,
    image: Callable[[Figure], PlacedImage | None],
    article_address: ArticleAddress,
    *,
    marks_words: bool = False,
) -> CleanBody:
    """Return the body with the corrections below it."""
    gettext = translations(frame_language(snapshot.language)).gettext
    body = render_clean_body(
        snapshot.body,
        image=image,
        article_address=article_address,
        gettext=gettext,
        marks_words=marks_words,
    )
    corrections = render_corrections(snapshot.corrections, snapshot.language, gettext)
    return CleanBody("\n".join(filter(None, (body.html, corrections))), body.foreign)


def kit_files(kit: Kit) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file of the kit as a folder; the same kit gives the same bytes."""
    yield "rubrik.txt", _lines(kit.title)
    yield "ingress.txt", _lines(kit.lead)
    yield "brodtext.html", _lines(kit.body)
    yield "kontakt.html", _lines(kit.contacts)
    for image in kit.images:
        yield f"{IMAGES_FOLDER}/{image.name}", image.data
    yield "bilder.txt", _lines(image_list(kit))
    yield "metadata.json", _lines(metadata(kit))


def image_list(kit: Kit) -> str:
    """Return what is written beside each image, a paragraph each; the labels are those of the files."""
    return "\n\n".join("\n".join(_image_lines(image)) for image in kit.images)


def metadata(kit: Kit) -> str:
    """Return all but the texts as indented JSON, the images without their bytes."""
    names = ("title", "lead", "body", "text", "contacts", "images")
    known = {name: value for name, value in msgspec.structs.asdict(kit).items() if name not in names}
    images = [msgspec.structs.asdict(image) for image in kit.images]
    for image in images:
        del image["data"]
    json = msgspec.json.encode({"title": kit.title, "description": kit.lead, **known, "images": images})
    return msgspec.json.format(json, indent=2).decode()


def _images(snapshot: Snapshot, image_file: ImageFile, gettext: Translate) -> Iterator[KitImage]:
    numbers = count(1)
    if snapshot.hero is not None:
        made = image_file(snapshot.hero)
        yield _image(snapshot.hero, made, next(numbers), gettext, is_hero=True)
    for number, block in enumerate(snapshot.body.blocks):
        if isinstance(block, Figure):
            after = _words_above(snapshot.body, number)
            yield _image(block, image_file(block), next(numbers), gettext, after=after)


def _image(
    figure: Figure,
    file: PlainFile,
    number: int,
    gettext: Translate,
    *,
    is_hero: bool = False,
    after: str = "",
) -> KitImage:
    label = gettext("Photo: {name}") if needs_credit_label(figure) else "{name}"
    words = plain(figure.caption) or ("" if figure.decorative else plain(figure.alt))
    name = _cut(make_slug(words or "bild"), _LONGEST_NAME, "-")
    return KitImage(
        name=f"{number:02}-{name}{file.suffix}",
        data=file.data,
        width=file.width,
        height=file.height,
        alt="" if figure.decorative else plain(figure.alt),
        is_decorative=figure.decorative,
        caption=plain(figure.caption),
        credit=label.format(name=plain(figure.credit)) if figure.credit else "",
        is_hero=is_hero,
        after=after,
    )


def _words_above(document: Document, number: int) -> str:
    """Return how the text right above a block begins."""
    for block in reversed(document.blocks[:number]):
        words = " ".join("".join(span.text for span in spans_of(block)).split())
        if words:
            return words if len(words) <= _LONGEST_PLACE else _cut(words, _LONGEST_PLACE, " ") + "…"
    return ""


def _cut(text: str, longest: int, between: str) -> str:
    """Return the first words of `text` that make at most `longest` characters, or of one word so many."""
    return text if len(text) <= longest else text[:longest].rsplit(between, 1)[0]


def _image_lines(image: KitImage) -> Iterator[str]:
    yield f"{IMAGES_FOLDER}/{image.name}"
    yield (
        "Alternativtext: (dekorativ bild, ska inte ha någon)"
        if image.is_decorative
        else (f"Alternativtext: {image.alt}")
    )
    if image.caption:
        yield f"Bildtext: {image.caption}"
    if image.credit:
        yield f"Byline: {image.credit}"
    if image.is_hero:
        yield "Plats: överst i artikeln"
    elif image.after:
        yield f"Plats: efter ”{image.after}”"
    else:
        yield "Plats: först i brödtexten"


def _lines(text: str) -> bytes:
    return f"{text}\n".encode() if text else b""
