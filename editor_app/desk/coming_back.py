"""A document that was written from an article comes back: its words become the article's next version."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec.structs import replace

from editor_app.archive.archive import Holdings
from editor_app.desk.becoming import describe_left_out
from editor_app.desk.commenting import known_among
from editor_app.desk.comparing import compare
from editor_app.desk.drafting import save
from editor_app.desk.errors import ArticleMissing, EditConflict
from editor_app.desk.filing import canonical, fetch, tidy, working_copy
from editor_app.desk.history import keep
from editor_app.desk.incoming_values import Incoming, Returning, TakenIn
from editor_app.desk.picture_file import Picture
from editor_app.desk.taking_in import file_images
from editor_app.desk.word_comments import left_out_beside_comments, take_word_comments, word_comments
from editor_app.domain.article import Article
from editor_app.domain.audit import Act
from editor_app.domain.document import Block, Document, Figure
from editor_app.domain.revision import Occasion, Snapshot, take_snapshot
from editor_app.intake.taken_text import TakenText
from editor_app.translation import _, ngettext


def look_at_return(holdings: Holdings, incoming: Incoming, now: datetime) -> Incoming:
    """Return `incoming` with what taking it back would change, where an article here is its origin."""
    taken = incoming.taken
    stored = None if taken.origin is None else holdings.articles.get(taken.origin.article_id)
    if stored is None or taken.origin is None:
        return incoming
    article = canonical(with_words_of(taken, stored.article))
    comments = word_comments(taken, stored.article, now)
    returning = Returning(
        now=working_copy(holdings, stored),
        article=article,
        comparison=compare(_snapshot(holdings, stored.article), _snapshot(holdings, article)),
        changed_since=stored.version != taken.origin.version,
        comments=comments,
        known_ids=known_among(holdings, comments),
        left_out=tuple(describe_left_out(left_out_beside_comments(taken))),
    )
    return replace(incoming, returning=returning)


def take_back_words(
    holdings: Holdings, incoming: Incoming, pictures: Mapping[str, Picture], *, by: str, now: datetime
) -> TakenIn:
    """Save the words of the document as the article's, and keep those that they replace as a revision.

    The comments in it come to stand beside them.

    Raises EditConflict where somebody changed the article after it was looked at, ArticleMissing, and
    ArticleMissing also where `incoming` comes back to no article.
    """
    returning = incoming.returning
    if returning is None:
        raise ArticleMissing("")
    stored = fetch(holdings, returning.article.id)
    if stored.version != returning.now.version:
        raise EditConflict(working_copy(holdings, stored))
    if canonical(returning.article) != stored.article:
        words = _("Before {file} was taken back").format(file=incoming.name)
        keep(holdings, _snapshot(holdings, stored.article), Occasion.SAVED, by=by, now=now, name=words)
    body = file_images(holdings, returning.article.body, pictures, by=by, now=now)
    saved = save(holdings, replace(returning.article, body=body), version=stored.version, by=by, now=now)
    holdings.log.append(
        Act.WORDS_TAKEN_BACK,
        by=tidy(by),
        at=now,
        article_id=stored.article.id,
        details={"file": incoming.name},
    )
    count = take_word_comments(holdings, incoming, by=by, now=now)
    return TakenIn(saved, tuple(_notes(incoming, returning, count)), incoming.source)


def _notes(incoming: Incoming, returning: Returning, comments: int) -> Iterator[str]:
    yield _("The words of {file} are in the article. Those that they replaced are kept.").format(
        file=incoming.name
    )
    if comments:
        yield ngettext(
            "{count} comment from the document stands beside the text.",
            "{count} comments from the document stand beside the text.",
            comments,
        ).format(count=comments)
    left_out = len(returning.left_out)
    if left_out:
        yield ngettext(
            "{count} thing in the document was left out, such as a deleted word.",
            "{count} things in the document were left out, such as deleted words.",
            left_out,
        ).format(count=left_out)


def with_words_of(taken: TakenText, article: Article) -> Article:
    """Return `article` with the title, the lead and the body of `taken`.

    What Word has no place for stays: category, contacts, times, the image at the top, and how the
    images in the text are cropped.
    """
    known: dict[str, list[Figure]] = defaultdict(list)
    for block in article.body.blocks:
        if isinstance(block, Figure):
            known[block.image_id].append(block)
    blocks = tuple(_as_it_was(block, known) for block in taken.body.blocks)
    return replace(article, title=taken.title, lead=taken.lead, body=Document(blocks))


def _as_it_was(block: Block, known: Mapping[str, list[Figure]]) -> Block:
    if not isinstance(block, Figure) or not known.get(block.image_id):
        return block
    # An image may stand in the text twice, cropped in two ways.
    before = known[block.image_id].pop(0)
    return replace(block, crop=before.crop, focus=before.focus)


def _snapshot(holdings: Holdings, article: Article) -> Snapshot:
    category = None if article.category_id is None else holdings.categories.get(article.category_id)
    return take_snapshot(article, category, holdings.contacts.in_order(article.contact_ids))
