"""Articles as one file that WordPress imports: WXR 1.2, which is RSS with a namespace of its own."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from html import escape
from typing import BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from editor_app.domain.addresses import make_slug
from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.resource_files import RESOURCES

# WordPress keeps the wall time of its own zone beside the time in UTC.
_TIME = "%Y-%m-%d %H:%M:%S"
# What has this for its time in UTC is dated by WordPress when somebody publishes it there.
_NO_TIME = "0000-00-00 00:00:00"
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
    """An image that WordPress fetches from `address`; `name` is like that of no other of its day.

    Those with the same address, alternative text and caption are fetched once.
    """

    name: str
    address: str
    alt: str
    caption: str
    is_hero: bool = False


class WxrPost(Struct, frozen=True):
    """An article as WordPress gets it; `body` is HTML, `title` and `lead` are plain text.

    `address` is that of its page on our website, empty where it has none; `id` never changes. What
    `is_draft` waits in WordPress too, and what is dated in the future appears then; what `is_undated`
    gets the date of the day when it is published there. `category` is a name with its part of addresses,
    `details` are kept as custom fields.
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
    is_undated: bool = False
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

    WordPress leaves out what it has already by title and time, so posts that share both get times some
    seconds apart.
    """
    numbered = _Items()
    items = (item for post in posts for item in numbered.of(post))
    stream = _template().stream(site=site, items=items)
    # Line by line would take its time.
    stream.enable_buffering(_AT_ONCE)
    stream.dump(file, encoding="utf-8")


class _Items:
    """Numbers the items of one file, and tells apart what WordPress would take for the same."""

    def __init__(self) -> None:
        self._count = 0
        # By title and wall time: which moment was given last from there.
        self._given: dict[tuple[str, str], datetime] = {}
        self._fetched: dict[tuple[str, str, str], int] = {}

    def of(self, post: WxrPost) -> Iterator[_Item]:
        """Yield the post and those of its images that no post before it has."""
        post = replace(post, dated_at=self._own_time(post))
        number = self._next()
        pictures = []
        details = list(post.details)
        for image in post.images:
            key = (image.address, image.alt, image.caption)
            if key not in self._fetched:
                self._fetched[key] = self._next()
                pictures.append(_attachment(post, image, self._fetched[key], number))
            if image.is_hero:
                details.append(("_thumbnail_id", str(self._fetched[key])))
        yield _post(post, number, tuple(details))
        yield from pictures

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _own_time(self, post: WxrPost) -> datetime:
        """Return the first time from that of `post` on that no other of its title has.

        To the database of WordPress titles are the same that differ in capitals and accents alone, and
        it looks at the wall time, which comes twice in the night when summer time ends.
        """
        title = make_slug(post.title)
        asked = (title, _wall_time(post.dated_at))
        moment = self._given.get(asked, post.dated_at)
        while (own := (title, _wall_time(moment))) in self._given:
            moment += timedelta(seconds=1)
        self._given[asked] = self._given[own] = moment
        return moment


def _post(post: WxrPost, number: int, details: tuple[Named, ...]) -> _Item:
    return _Item(
        number=number,
        type="post",
        # Its importer looks for titles without their backslashes, and would not find this one again.
        title=_html(post.title).replace("\\", "&#092;"),
        # What stands in brackets might be the name of a macro, which would be run or left out.
        content=post.body.replace("[", "&#91;"),
        excerpt=_html(post.lead),
        slug=post.slug,
        status="draft" if post.is_draft else "publish",
        guid=f"urn:uuid:{post.id}",
        address=post.address,
        day=format_datetime(post.dated_at.astimezone(UTC)),
        local_time=_wall_time(post.dated_at),
        utc_time=_NO_TIME if post.is_undated else _utc_time(post.dated_at),
        category=post.category,
        details=details,
    )


def _attachment(post: WxrPost, image: WxrImage, number: int, parent: int) -> _Item:
    return _Item(
        number=number,
        type="attachment",
        title=image.name,
        content="",
        excerpt=_html(image.caption),
        slug=image.name,
        status="inherit",
        # Some importers fetch what has the id of another no more, also if it is described otherwise.
        guid=f"{image.address}#{image.name}",
        address=image.address,
        day=format_datetime(post.dated_at.astimezone(UTC)),
        local_time=_wall_time(post.dated_at),
        utc_time=_utc_time(post.dated_at),
        parent=parent,
        attachment=image.address,
        details=(("_wp_attachment_image_alt", image.alt),),
    )


def _wall_time(moment: datetime) -> str:
    return moment.astimezone(TIME_ZONE).strftime(_TIME)


def _utc_time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_TIME)


def _html(text: str) -> str:
    """Return `text` as HTML between elements, with quotes as people write and search for them."""
    return escape(text, quote=False)


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
