"""Articles as one file that WordPress imports: WXR 1.2, which is RSS with a namespace of its own."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from itertools import count
from typing import BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape
from msgspec import Struct

from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.resource_files import RESOURCES

# WordPress keeps the wall time of its own zone beside the time in UTC.
_TIME = "%Y-%m-%d %H:%M:%S"
_AT_ONCE = 64
# None of these may stand in XML, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Named = tuple[str, str]


class WxrSite(Struct, frozen=True):
    """Where the articles come from; `categories` are names with their parts of addresses.

    `login` is whom they are filed under where nobody chooses one at the import.
    """

    name: str
    address: str
    login: str
    email: str = ""
    categories: tuple[Named, ...] = ()


class WxrImage(Struct, frozen=True):
    """An image that WordPress fetches from `address`; `name` is like that of no other of its day."""

    name: str
    address: str
    alt: str
    caption: str
    is_hero: bool = False


class WxrPost(Struct, frozen=True):
    """An article as WordPress gets it; `body` is HTML, `title` and `lead` are plain text.

    `address` is that of its page on our website, empty where it has none; `id` never changes. What
    `is_draft` waits in WordPress too, and what is dated in the future appears then. `category` is a
    name with its part of addresses, `details` are kept as custom fields.
    """

    id: str
    title: str
    lead: str
    body: str
    slug: str
    dated_at: datetime
    address: str = ""
    category: Named | None = None
    is_draft: bool = False
    images: tuple[WxrImage, ...] = ()
    details: tuple[Named, ...] = ()


class _Item(Struct, frozen=True):
    """An item as the template writes it: titles, excerpts and contents are HTML."""

    number: int
    type: str
    title: str
    content: str
    excerpt: str
    slug: str
    status: str
    guid: str
    address: str
    day: str
    local_time: str
    utc_time: str
    parent: int = 0
    attachment: str = ""
    category: Named | None = None
    details: tuple[Named, ...] = ()


def write_wxr(posts: Iterable[WxrPost], site: WxrSite, file: BinaryIO) -> None:
    """Write the file, in UTF-8, as `posts` come; the same posts give the same bytes.

    WordPress leaves out what it has already by title and time.
    """
    items = (item for numbers in [count(1)] for post in posts for item in _items(post, numbers))
    stream = _template().stream(site=site, items=items)
    # Line by line would take its time.
    stream.enable_buffering(_AT_ONCE)
    stream.dump(file, encoding="utf-8")


def _items(post: WxrPost, numbers: "count[int]") -> Iterator[_Item]:
    number = next(numbers)
    pictures = [_attachment(post, image, next(numbers), number) for image in post.images]
    hero = (item.number for item, image in zip(pictures, post.images, strict=True) if image.is_hero)
    thumbnail = tuple(("_thumbnail_id", str(item_number)) for item_number in hero)
    yield _Item(
        number=number,
        type="post",
        title=str(escape(post.title)),
        content=post.body,
        excerpt=str(escape(post.lead)),
        slug=post.slug,
        status="draft" if post.is_draft else "publish",
        guid=f"urn:uuid:{post.id}",
        address=post.address,
        day=format_datetime(post.dated_at.astimezone(UTC)),
        local_time=post.dated_at.astimezone(TIME_ZONE).strftime(_TIME),
        utc_time=post.dated_at.astimezone(UTC).strftime(_TIME),
        category=post.category,
        details=(*post.details, *thumbnail),
    )
    yield from pictures


def _attachment(post: WxrPost, image: WxrImage, number: int, parent: int) -> _Item:
    return _Item(
        number=number,
        type="attachment",
        title=image.name,
        content="",
        excerpt=str(escape(image.caption)),
        slug=image.name,
        status="inherit",
        guid=image.address,
        address=image.address,
        day=format_datetime(post.dated_at.astimezone(UTC)),
        local_time=post.dated_at.astimezone(TIME_ZONE).strftime(_TIME),
        utc_time=post.dated_at.astimezone(UTC).strftime(_TIME),
        parent=parent,
        attachment=image.address,
        details=(("_wp_attachment_image_alt", image.alt),),
    )


def _character_data(text: str) -> Markup:
    """Return `text` as a section without markup; where it holds the end of one, a second goes on."""
    text = _ILLEGAL.sub("", text)
    return Markup("<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(RESOURCES / "handover"),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["character_data"] = _character_data
    return environment.get_template("wxr.xml")
