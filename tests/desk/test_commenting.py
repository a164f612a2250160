"""Comments on an article and its passages, found again in what the text became."""

import msgspec
import pytest

from editor_app.desk.errors import ArticleMissing, CommentMissing, NameMissing, NoSuchComment, PassageGone
from editor_app.domain.audit import find_flaws
from editor_app.domain.comment import LEAD, CommentOccasion, Passage
from editor_app.domain.document import Document, paragraph

FOUR = Passage(0, 11, 25, "fyra kilometer")


def edit(desk, copy, *paragraphs):
    body = Document(tuple(map(paragraph, paragraphs)))
    return desk.save(msgspec.structs.replace(copy.article, body=body), version=copy.version, by="Ada")


def acts(desk, article_id):
    with desk._archive.reading() as holdings:
        return [entry.act for entry in holdings.log.of_article(article_id)][::-1]


def test_a_comment_on_a_passage_is_there_with_who_when_and_what_is_quoted(desk, draft):
    added = desk.add_comment(draft.article.id, " Stämmer det?\n", by=" Bo ", passage=FOUR)

    (placed,) = desk.comments(draft.article.id)
    assert placed.comment == added
    assert (placed.place, placed.is_lost) == (FOUR, False)
    assert (added.words, added.written_by, added.occasion) == ("Stämmer det?", "Bo", CommentOccasion.NOTE)


def test_a_comment_names_the_version_that_it_is_about_where_one_was_kept(desk, draft):
    before = desk.add_comment(draft.article.id, "Kort", by="Bo")
    submitted = desk.submit(draft.article.id, by="Ada")
    with desk._archive.reading() as holdings:
        revision = holdings.revisions.latest(draft.article.id)

    after = desk.add_comment(draft.article.id, "Bra", by="Bo")
    edit(desk, submitted, "Ett annat stycke.")
    later = desk.add_comment(draft.article.id, "Bättre", by="Bo")

    assert (before.revision_id, after.revision_id, later.revision_id) == (None, revision.id, None)


def test_a_passage_is_shown_where_its_words_stand_now(desk, draft):
    desk.add_comment(draft.article.id, "Stämmer det?", by="Bo", passage=FOUR)

    edit(desk, draft, "Klart i höst.", "Hela vägen blir fem kilometer lång.", "Slut.")

    (placed,) = desk.comments(draft.article.id)
    assert placed.place.block == 1
    assert placed.place.quoted == "fem kilometer"
    assert placed.comment.passage == FOUR


def test_a_passage_that_is_gone_is_kept_with_its_words(desk, draft):
    desk.add_comment(draft.article.id, "Stämmer det?", by="Bo", passage=FOUR)

    edit(desk, draft, "Något helt annat.")

    (placed,) = desk.comments(draft.article.id)
    assert (placed.place, placed.is_lost) == (None, True)
    assert placed.comment.passage.quoted == "fyra kilometer"


def test_open_comments_come_first_and_all_in_the_order_of_the_text(desk, draft):
    article_id = draft.article.id
    edit(desk, draft, "Ett stycke.", "Två stycken.", "Tre stycken.")
    gone = desk.add_comment(article_id, "borta", by="Bo", passage=Passage(2, 0, 3, "Tre"))
    second = desk.add_comment(article_id, "två", by="Bo", passage=Passage(1, 0, 3, "Två"))
    first = desk.add_comment(article_id, "ett", by="Bo", passage=Passage(0, 0, 3, "Ett"))
    lead = desk.add_comment(article_id, "ingress", by="Bo", passage=Passage(LEAD, 0, 6, "Bygget"))
    whole = desk.add_comment(article_id, "allt", by="Bo")
    desk.settle_comment(whole.id, by="Ada")
    edit(desk, desk.open(article_id), "Ett stycke.", "Två stycken.")

    assert [one.comment.words for one in desk.comments(article_id)] == [
        "ingress",
        "ett",
        "två",
        "borta",
        "allt",
    ]
    assert {gone.id, second.id, first.id, lead.id} <= {one.comment.id for one in desk.comments(article_id)}


def test_a_comment_is_settled_and_opened_again_and_each_is_logged_once(desk, draft):
    comment = desk.add_comment(draft.article.id, "Stämmer det?", by="Bo")

    settled = desk.settle_comment(comment.id, by="Ada")
    again = desk.settle_comment(comment.id, by="Cy")
    reopened = desk.reopen_comment(comment.id, by="Bo")
    desk.reopen_comment(comment.id, by="Bo")

    assert (settled.settled_by, settled.is_open) == ("Ada", False)
    assert again == settled
    assert reopened == comment
    assert acts(desk, draft.article.id)[-3:] == ["commented", "comment_settled", "comment_reopened"]
    with desk._archive.reading() as holdings:
        assert list(find_flaws(holdings.log.entries())) == []


def test_a_comment_voids_no_approval(desk, approved):
    desk.add_comment(approved.article.id, "Fint!", by="Cy")

    assert desk.open(approved.article.id) == approved


def test_what_cannot_be_a_comment_is_refused(desk, draft):
    article_id = draft.article.id
    with pytest.raises(CommentMissing):
        desk.add_comment(article_id, " \n", by="Bo")
    with pytest.raises(NameMissing):
        desk.add_comment(article_id, "Bra", by=" ")
    with pytest.raises(ArticleMissing):
        desk.add_comment("nowhere", "Bra", by="Bo")
    with pytest.raises(PassageGone):
        desk.add_comment(article_id, "Bra", by="Bo", passage=Passage(0, 0, 30, "Simhallen öppnar åter i Öbo"))
    with pytest.raises(NoSuchComment):
        desk.settle_comment("nowhere", by="Bo")

    assert desk.comments(article_id) == ()


def test_a_returned_article_has_its_comment_at_the_passage(desk, submitted):
    desk.return_to_author(submitted.article.id, "Hur lång?", by="Bo", passage=FOUR)

    (placed,) = desk.comments(submitted.article.id)
    assert (placed.place, placed.comment.occasion) == (FOUR, CommentOccasion.RETURNED)
