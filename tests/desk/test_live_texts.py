"""What is kept ready for the website, made as something becomes live."""

from datetime import timedelta

import msgspec
import pytest

from editor_app.archive.archive import open_archive
from editor_app.archive.checkup.site_texts import misses_live_texts
from editor_app.domain.article import Kind
from editor_app.domain.site_lists import CONTACT, LINKED, RELATED, Listing, Mention
from editor_app.domain.withdrawal import WithdrawalReason


@pytest.fixture
def looked_at(archive_path):
    """What `ask` finds in the archive."""

    def look(ask):
        archive = open_archive(archive_path)
        with archive.reading() as holdings:
            found = ask(holdings)
            assert not misses_live_texts(holdings.log._connection)
        archive.close()
        return found

    return look


def edit(desk, copy, **changes):
    return desk.save(msgspec.structs.replace(copy.article, **changes), version=copy.version, by="Ada")


def approve(desk, copy):
    desk.submit(copy.article.id, by="Ada")
    return desk.approve(copy.article.id, by="Bo")


def public(holdings, copy, now):
    return holdings.site_texts.public([copy.article.id], now).get(copy.article.id)


def test_publishing_keeps_the_own_part_of_the_page(desk, approved, clock, looked_at):
    text = looked_at(lambda holdings: holdings.site_texts.texts([approved.article.id], clock.now))[
        approved.article.id
    ]

    assert text.listed.path == "nyheter/ny-cykelvag-langs-an/index.html"
    assert text.listed.title == "Ny cykelväg längs ån"
    assert "Vägen blir fyra kilometer lång." in text.fragment.html.decode()
    assert text.fragment.html.startswith(b'<article lang="sv"')


@pytest.mark.parametrize("stage", ["draft", "submitted"])
def test_of_what_is_not_published_nothing_is_kept(stage, request, desk, clock, looked_at):
    copy = request.getfixturevalue(stage)

    assert looked_at(lambda holdings: public(holdings, copy, clock.now)) is None


def test_an_older_text_is_in_sight_until_the_newer_begins(desk, approved, clock, looked_at):
    later = clock.now + timedelta(days=1)
    approve(desk, edit(desk, approved, title="Ny rubrik", embargo_until=later))

    now = looked_at(lambda holdings: public(holdings, approved, clock.now)).title
    then = looked_at(lambda holdings: public(holdings, approved, later)).title
    crossing = looked_at(lambda holdings: holdings.site_texts.crossing(clock.now, later))

    assert (now, then) == ("Ny cykelväg längs ån", "Ny rubrik")
    assert crossing == (approved.article.id,)


def test_a_withdrawn_article_is_kept_no_more(desk, approved, clock, looked_at):
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")

    assert looked_at(lambda holdings: public(holdings, approved, clock.now)) is None
    assert looked_at(lambda holdings: holdings.site_lists.count(Listing(), clock.now)) == 0


def test_another_address_leaves_the_one_before_to_lead_on(desk, approved, clock, looked_at):
    approve(desk, edit(desk, approved, slug="cykelvagen", kind=Kind.INFORMATION))

    former = "nyheter/ny-cykelvag-langs-an/index.html"
    assert looked_at(lambda holdings: holdings.site_texts.former_paths(approved.article.id)) == (former,)
    assert looked_at(lambda holdings: holdings.site_texts.formerly_at(former)) == approved.article.id


def test_an_address_that_is_taken_back_leads_nowhere_else(desk, approved, looked_at):
    moved = approve(desk, edit(desk, approved, kind=Kind.INFORMATION))
    approve(desk, edit(desk, moved, kind=approved.article.kind, title="Igen"))

    paths = looked_at(lambda holdings: holdings.site_texts.former_paths(approved.article.id))

    assert paths == ("information/ny-cykelvag-langs-an/index.html",)


def test_what_a_text_names_is_found_from_there(desk, approved, draft, looked_at):
    other = desk.create(by="Ada")
    article = msgspec.structs.replace(
        approved.article, id=other.article.id, title="Ny bro", slug="", related_ids=(approved.article.id,)
    )
    approve(desk, desk.save(article, version=other.version, by="Ada"))

    mentions = [Mention(what, approved.article.id) for what in (RELATED, LINKED, CONTACT)]
    found = looked_at(lambda holdings: [holdings.site_texts.naming(one) for one in mentions])

    assert found == [(other.article.id,), (), ()]
