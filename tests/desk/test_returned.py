"""Whoever an article was sent back to is told of it."""

from editor_app.domain.query_parser import parse_query
from tests.returned import returned


def test_it_has_come_back_to_whoever_wrote_or_submitted_it(desk):
    returned(desk, "Ny gångbro", submitter="Cy")

    assert desk.returned_to("Ada") == ("Ny gångbro",)
    assert desk.returned_to("Cy") == ("Ny gångbro",)
    assert desk.returned_to("Bo") == ()


def test_it_waits_for_the_same_people(desk):
    article_id = returned(desk, "Ny gångbro", submitter="Cy").article.id
    waiting = parse_query("väntar på mig")

    assert desk.find(waiting, me="Ada") == desk.find(waiting, me="Cy") == (article_id,)
    assert desk.find(waiting, me="Bo") == ()


def test_the_newest_edit_comes_first(desk, clock):
    returned(desk, "Ny gångbro")
    clock.now = clock.now.replace(hour=23)
    returned(desk, "Badet öppnar")

    assert desk.returned_to("Ada") == ("Badet öppnar", "Ny gångbro")


def test_what_is_dealt_with_or_submitted_anew_has_not_come_back(desk):
    settled = returned(desk, "Ny gångbro")
    resubmitted = returned(desk, "Badet öppnar")
    desk.settle_comment(desk.comments(settled.article.id)[0].comment.id, by="Ada")
    desk.submit(resubmitted.article.id, by="Ada")

    assert desk.returned_to("Ada") == ()


def test_what_was_approved_since_has_not_come_back_when_it_is_corrected(desk):
    sent_back = returned(desk, "Ny gångbro")
    article_id = sent_back.article.id
    standing_before = [one.sends_back for one in desk.comments(article_id)]
    desk.submit(article_id, by="Ada")
    desk.approve(article_id, by="Bo")
    desk.correct(article_id, by="Ada")

    assert standing_before == [True]
    assert [one.sends_back for one in desk.comments(article_id)] == [False]
    assert desk.returned_to("Ada") == ()
    assert desk.find(parse_query("väntar på mig"), me="Ada") == ()


def test_what_is_sent_back_after_an_approval_has_come_back(desk):
    article_id = returned(desk, "Ny gångbro").article.id
    desk.submit(article_id, by="Ada")
    desk.approve(article_id, by="Bo")
    desk.correct(article_id, by="Ada")
    desk.submit(article_id, by="Ada")

    desk.return_to_author(article_id, "Och året?", by="Bo")

    assert [one.sends_back for one in desk.comments(article_id)] == [False, True]
    assert desk.returned_to("Ada") == ("Ny gångbro",)
