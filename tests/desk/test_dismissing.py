"""Findings that somebody lets be: kept with the text and its versions, and told in its history."""

import msgspec
import pytest

from editor_app.checks.dismissing import NotDismissible
from editor_app.desk.errors import NameMissing, ReasonMissing
from editor_app.desk.explain import explain
from editor_app.domain.audit import Act
from editor_app.domain.document import Document, paragraph

HYPHEN = Document((paragraph("Bron - den nya."),))


@pytest.fixture
def hyphened(desk, draft):
    article = msgspec.structs.replace(draft.article, body=HYPHEN)
    return desk.save(article, version=draft.version, by="Ada").article


def hyphens(desk, article):
    return [finding for finding in desk.check(article.id) if finding.rule == "Y03"]


def dismiss(desk, article, reason="Så heter den.", by="Ada"):
    (finding,) = hyphens(desk, article)
    return desk.dismiss_finding(article, finding, reason=reason, by=by)


def test_what_was_let_be_is_not_said_again_and_can_be_brought_back(desk, hyphened):
    noted = dismiss(desk, hyphened)
    told = hyphens(desk, hyphened)

    desk.bring_back_finding(noted, by="Bo")

    assert told == []
    assert len(hyphens(desk, hyphened)) == 1
    assert desk.dismissals(hyphened.id) == ()


def test_who_let_it_be_and_why_is_kept(desk, hyphened):
    dismiss(desk, hyphened, reason="  Så heter den. ", by=" Ada  Ek ")

    (noted,) = desk.dismissals(hyphened.id)

    assert (noted.rule, noted.words, noted.sentence) == ("Y03", " - ", "Bron - den nya.")
    assert (noted.reason, noted.by) == ("Så heter den.", "Ada Ek")


def test_a_version_keeps_what_was_let_be_when_it_was_made(desk, hyphened):
    noted = dismiss(desk, hyphened)
    desk.submit(hyphened.id, by="Ada")

    desk.bring_back_finding(noted, by="Ada")

    assert desk.dismissals(hyphened.id) == ()
    assert desk.dismissals(hyphened.id, 1) == (noted,)


def test_words_that_are_submitted_again_keep_what_is_let_be_by_then(desk, hyphened):
    desk.submit(hyphened.id, by="Ada")
    desk.take_back(hyphened.id, by="Ada")
    noted = dismiss(desk, hyphened)

    desk.submit(hyphened.id, by="Ada")

    assert [version.number for version in desk.versions(hyphened.id)] == [1]
    assert desk.dismissals(hyphened.id, 1) == (noted,)


def test_to_let_something_be_voids_no_approval(desk, hyphened):
    desk.submit(hyphened.id, by="Ada")
    approved = desk.approve(hyphened.id, by="Bo")

    dismiss(desk, hyphened)

    assert desk.open(hyphened.id) == approved


def test_the_history_tells_of_it(desk, hyphened):
    noted = dismiss(desk, hyphened)
    desk.bring_back_finding(noted, by="Bo")

    back, let_be = desk.story(hyphened.id)[:2]

    assert (let_be.act, let_be.by) == (Act.FINDING_DISMISSED, "Ada")
    assert let_be.words == "Y03 “ - ”\nSå heter den."
    assert (back.act, back.by, back.words) == (Act.FINDING_BROUGHT_BACK, "Bo", "Y03 “ - ”")


def test_neither_a_name_nor_a_reason_may_be_missing(desk, hyphened):
    with pytest.raises(NameMissing):
        dismiss(desk, hyphened, by=" ")
    with pytest.raises(ReasonMissing):
        dismiss(desk, hyphened, reason=" ")

    assert desk.dismissals(hyphened.id) == ()


def test_what_stands_in_the_way_of_approval_cannot_be_let_be(desk, draft):
    article = desk.save(
        msgspec.structs.replace(draft.article, category_id=None), version=draft.version, by="Ada"
    ).article
    (finding,) = (one for one in desk.check(article.id) if one.rule == "S14")

    with pytest.raises(NotDismissible) as refused:
        desk.dismiss_finding(article, finding, reason="Ingen passar.", by="Ada")

    assert explain(refused.value).what == "This cannot be dismissed: Choose a category."


def test_it_goes_with_the_article(desk, hyphened):
    dismiss(desk, hyphened)

    desk.delete(hyphened.id, by="Ada")

    assert desk.dismissals(hyphened.id) == ()
