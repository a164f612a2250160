"""What stands at the top of every page while it counts."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup
from msgspec import Struct

from editor_app.domain.normalize import normalize_text
from editor_app.domain.site_settings import Notice, NoticeLevel
from editor_app.rendering.inline import ArticleAddress, page_href
from editor_app.rendering.languages import SITE_LANGUAGE, language_attributes
from editor_app.translation import N_, translations

NOTICE_HEADINGS: Mapping[NoticeLevel, str] = {
    NoticeLevel.CRISIS: N_("Important announcement"),
    NoticeLevel.WARNING: N_("Warning"),
    NoticeLevel.INFORMATION: N_("Information"),
}


class ShownNotice(Struct, frozen=True):
    """A notice on a page; the attributes tell the language of its words, and of its link, from the page's.

    `href` is empty where it leads nowhere.
    """

    level: str
    heading: str
    text: str
    attributes: Markup
    href: str
    link_text: str
    link_attributes: Markup


def show_notices(
    notices: Iterable[Notice], language: str, article_address: ArticleAddress
) -> list[ShownNotice]:
    """Return `notices` in their order, in the words for pages in `language`."""
    return [_show(notice, language, article_address) for notice in notices]


def _show(notice: Notice, language: str, article_address: ArticleAddress) -> ShownNotice:
    # The heading is in the language of the words below it: in Swedish where there are no others.
    is_english = language == "en" and bool(notice.english)
    spoken = language if is_english else SITE_LANGUAGE
    return ShownNotice(
        level=notice.level.value,
        heading=translations(spoken).gettext(NOTICE_HEADINGS[notice.level]),
        text=normalize_text(notice.english if is_english else notice.text, line_breaks=False).strip(),
        attributes=language_attributes(spoken, language),
        href=page_href(notice.href, article_address) or "" if notice.href else "",
        link_text=normalize_text(notice.link_text, line_breaks=False).strip(),
        link_attributes=language_attributes(SITE_LANGUAGE, spoken),
    )
