"""A hand-over in the words of the interface: which version, what to look at, what was written."""

from collections.abc import Iterator

from babel.dates import format_datetime

from editor_app.desk.handover_values import Kit, WxrOutcome, image_list, metadata
from editor_app.domain.swedish_time import wall_time
from editor_app.translation import _, interface_language, ngettext

_MOST_SAID = 5


def field_text(kit: Kit, field: str) -> str:
    """Return one of the fields title, lead, body, contacts, images and metadata as text."""
    return {
        "title": kit.title,
        "lead": kit.lead,
        "body": kit.body,
        "contacts": kit.contacts,
        "images": image_list(kit),
        "metadata": metadata(kit),
    }[field]


def version_sentence(kit: Kit) -> str:
    """Return which version it is."""
    words = (
        _("Version {number}, published, approved by {name} on {day}.")
        if kit.given.published_at is not None
        else _("Version {number}, not published yet, approved by {name} on {day}.")
    )
    day = format_datetime(wall_time(kit.given.approved_at), "short", locale=interface_language())
    return words.format(number=kit.given.number, name=kit.given.approved_by, day=day)


def remarks(kit: Kit) -> Iterator[str]:
    """Yield what whoever puts the article into the other system has to look at."""
    if kit.given.newer:
        yield _("Version {number} is approved and not published: it is not in this.").format(
            number=kit.given.newer
        )
    if kit.foreign:
        passages = ", ".join(
            _("“{words}” ({language})").format(words=one.words, language=one.tag)
            for one in kit.foreign[:_MOST_SAID]
        )
        yield _("Mark the language of these words there: {passages}.").format(
            passages=_with_more(passages, len(kit.foreign))
        )
    if kit.lost_links:
        links = ", ".join(_("“{words}”").format(words=words) for words in kit.lost_links[:_MOST_SAID])
        yield _("These words led to articles without a public address and are no links now: {links}.").format(
            links=_with_more(links, len(kit.lost_links))
        )


def outcome_sentences(outcome: WxrOutcome) -> Iterator[str]:
    """Yield what was written for WordPress, and what was not."""
    yield ngettext(
        "{count} article is in {path}.", "{count} articles are in {path}.", outcome.articles
    ).format(count=outcome.articles, path=outcome.path)
    if outcome.with_images:
        yield _(
            "Tick “Download and import file attachments” in WordPress: otherwise articles get no image at "
            "their top, or one of another page."
        )
    for count, sentence in (
        (
            outcome.drafts,
            ngettext(
                "{count} is approved and not published: WordPress gets it as a draft.",
                "{count} are approved and not published: WordPress gets them as drafts.",
                outcome.drafts,
            ),
        ),
        (
            outcome.left_out,
            ngettext(
                "{count} was left out: nothing of it is approved, or it has left the website.",
                "{count} were left out: nothing of them is approved, or they have left the website.",
                outcome.left_out,
            ),
        ),
        (
            outcome.without_images,
            ngettext(
                "{count} lacks images: WordPress can only fetch those of public pages.",
                "{count} lack images: WordPress can only fetch those of public pages.",
                outcome.without_images,
            ),
        ),
        (
            outcome.lost_links,
            ngettext(
                "{count} had links to articles without a public address, which are plain words now.",
                "{count} had links to articles without a public address, which are plain words now.",
                outcome.lost_links,
            ),
        ),
    ):
        if count:
            yield sentence.format(count=count)


def _with_more(listed: str, count: int) -> str:
    return f"{listed} …" if count > _MOST_SAID else listed
