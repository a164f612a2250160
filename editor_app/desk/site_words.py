"""What an export has to tell beside what it wrote, in sentences."""

from collections.abc import Mapping, Sequence

from editor_app.domain.lost_link import Gone, LostLink
from editor_app.translation import N_, _, ngettext

_WHY: Mapping[Gone, str] = {
    Gone.WITHDRAWN: N_("{page} leads to “{gone}”, which was withdrawn"),
    Gone.ENDED: N_("{page} leads to “{gone}”, whose time on the website is over"),
    Gone.REMOVED: N_("{page} leads to “{gone}”, which was removed from the archive"),
    Gone.NOT_PUBLISHED: N_("{page} leads to “{gone}”, which is not published"),
    Gone.NOT_DUE: N_("{page} leads to “{gone}”, which waits for its time"),
    Gone.UNKNOWN: N_("{page} leads to an article that is not in the archive"),
}


def withdrawn_sentences(pages: int) -> list[str]:
    """Return how many `pages` tell that their article was withdrawn; empty where none does."""
    if not pages:
        return []
    words = ngettext(
        "{n} page tells that its article was withdrawn.",
        "{n} pages tell that their articles were withdrawn.",
        pages,
    )
    return [words.format(n=pages)]


def lost_sentence(lost: Sequence[LostLink]) -> str:
    """Return how many links are lost; at least one is."""
    return ngettext(
        "{n} link leads to an article that is not on the website, and is left out:",
        "{n} links lead to articles that are not on the website, and are left out:",
        len(lost),
    ).format(n=len(lost))


def lost_words(one: LostLink) -> str:
    """Return what leads to which article, and why that is not there, as in a list."""
    title = one.title or _("Untitled")
    page = (_("“{title}”") if one.article_id else _("The notice “{title}”")).format(title=title)
    return _(_WHY[one.why]).format(page=page, gone=one.gone_title or _("Untitled"))


def lost_advice(lost: Sequence[LostLink]) -> str:
    """Return what to do about lost links; there is at least one."""
    sentences = []
    if any(one.why is not Gone.NOT_DUE for one in lost):
        sentences.append(
            _("Take the links out or lead them to other articles, publish those texts, and export again.")
        )
    if any(one.why in (Gone.WITHDRAWN, Gone.NOT_PUBLISHED) for one in lost):
        sentences.append(_("Or publish the articles that they lead to."))
    if any(one.why is Gone.NOT_DUE for one in lost):
        sentences.append(_("Links to what waits for its time come with an export after that."))
    return " ".join(sentences)
