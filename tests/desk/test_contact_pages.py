"""The addresses that pages of contacts had lead on, whether all is made anew or only what changed."""

import shutil

import pytest
from msgspec.structs import replace

from editor_app.desk.card_values import CardKind, DeleteCards, MergeContacts, RetireCards, SaveContacts
from editor_app.desk.card_words import change_sections
from editor_app.domain.site_settings import SiteSettings
from editor_app.domain.withdrawal import WithdrawalReason
from tests.cards import card
from tests.desk.test_card_changes import approve, write

EVA, EK, MARK = (f"kontakter/eva-{name}/index.html" for name in ("ek", "eek", "mark"))


@pytest.fixture
def desk(desk):
    desk.save_site_settings(SiteSettings(has_contact_pages=True), by="Ada")
    return desk


@pytest.fixture
def eva(desk):
    return desk.save_contact(card("", "Eva Ek", phone="070-174 06 12"))


@pytest.fixture
def live(desk, eva):
    """An article that names her on its live page."""
    return publish(desk, "Ny bro", eva)


@pytest.fixture
def site(desk, tmp_path):
    """Export what has changed and return the HTML, by path; all made anew is the same."""

    def export():
        fresh = tmp_path / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        pages = []
        for folder in (tmp_path / "site", fresh):
            desk.export(folder, by="Ada")
            files = folder.rglob("*.html")
            pages.append({one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in files})
        assert pages[0] == pages[1]
        return pages[0]

    return export


def publish(desk, title, *contacts):
    category = desk.add_category("Trafik")
    ids = tuple(contact.id for contact in contacts)
    return approve(desk, write(desk, title, category_id=category.id, contact_ids=ids))


def rename(desk, contact, name):
    return desk.save_contact(replace(contact, name=name))


def target(pages, path):
    """Return where the page at `path` leads on to, None where it stands for itself."""
    _before, found, after = pages[path].partition('content="0; url=../../')
    return after.partition('"')[0] if found else None


def test_the_former_address_of_a_contact_leads_to_the_present_one(desk, eva, live, site):
    site()

    rename(desk, eva, "Eva Mark")
    pages = site()

    assert target(pages, EVA) == MARK
    assert target(pages, MARK) is None
    assert "Eva Mark" in pages[EVA]
    assert f'href="../../{MARK}"' in pages["nyheter/ny-bro/index.html"]


def test_what_moves_is_told_before(desk, eva, live):
    change = desk.preview_card_change(SaveContacts((replace(eva, name="Eva Mark"),)))

    assert [(one.old, one.new, one.waits) for one in change.moved] == [(EVA, MARK, False)]
    assert [section.sentence for section in change_sections(change)][-1] == (
        "The page /kontakter/eva-ek/ moves to /kontakter/eva-mark/ with the next export. "
        "The old address leads there."
    )


def test_a_contact_that_is_renamed_twice_and_back_has_its_first_address_again(desk, eva, live, site):
    for name in ("Eva Eek", "Eva Mark", "Eva Ek"):
        rename(desk, eva, name)
        pages = site()

    assert [target(pages, path) for path in (EVA, EK, MARK)] == [None, EVA, EVA]


def test_who_takes_a_former_address_has_it_as_long_as_an_article_names_them(desk, eva, live, site):
    rename(desk, eva, "Eva Mark")
    other = desk.save_contact(card("", "Eva Ek", phone="070-174 06 13"))
    before = site()
    theirs = publish(desk, "Ny park", other)
    there = site()
    desk.withdraw(theirs.article.id, WithdrawalReason.WRONG, by="Bo")
    afterwards = site()

    assert [target(pages, EVA) for pages in (before, there, afterwards)] == [MARK, None, MARK]


def test_an_address_leads_on_only_while_there_is_something_to_lead_to(desk, eva, live, site):
    rename(desk, eva, "Eva Mark")
    before = site()
    desk.withdraw(live.article.id, WithdrawalReason.WRONG, by="Bo")
    gone = site()
    publish(desk, "Ny park", eva)
    again = site()

    assert {EVA, MARK} <= before.keys()
    assert {EVA, MARK}.isdisjoint(gone)
    assert target(again, EVA) == MARK


def test_a_retired_contact_keeps_its_addresses(desk, eva, live, site):
    rename(desk, eva, "Eva Mark")
    before = site()

    desk.change_cards(RetireCards(CardKind.CONTACT, (eva.id,)), by="Ada")

    assert site() == before
    assert target(before, EVA) == MARK


def test_the_page_of_a_merged_contact_stays_while_it_is_named_and_leads_on_afterwards(desk, eva, live, site):
    twin = desk.save_contact(card("", "Eva Mark", phone="070-174 06 13"))
    publish(desk, "Ny park", twin)
    before = site()

    change = desk.change_cards(MergeContacts((eva.id, twin.id), twin), by="Ada")
    while_named = site()
    approve(desk, desk.open(live.article.id))
    afterwards = site()

    assert while_named == before
    assert [(one.old, one.new, one.waits) for one in change.moved] == [(EVA, MARK, True)]
    assert change_sections(change)[-1].sentence == (
        "/kontakter/eva-ek/ leads to /kontakter/eva-mark/ as soon as no live page belongs there any more."
    )
    assert target(afterwards, EVA) == MARK
    assert "Ny bro" in afterwards[MARK]


def test_former_addresses_of_a_merged_contact_lead_on_too(desk, eva, live, site):
    eva = rename(desk, eva, "Eva Eek")
    twin = desk.save_contact(card("", "Eva Mark", phone="070-174 06 13"))
    desk.change_cards(MergeContacts((eva.id, twin.id), twin), by="Ada")

    while_named = site()
    approve(desk, desk.open(live.article.id))
    afterwards = site()

    assert (target(while_named, EVA), target(while_named, EK)) == (EK, None)
    assert (target(afterwards, EVA), target(afterwards, EK)) == (MARK, MARK)


def test_a_merged_contact_leads_on_also_from_the_address_that_it_gets_beside_a_namesake(
    desk, eva, live, site
):
    twin = desk.save_contact(card("", "Eva Mark", phone="070-174 06 13"))
    desk.change_cards(MergeContacts((eva.id, twin.id), replace(twin, name="Eva Ek")), by="Ada")
    while_named = site()
    approve(desk, desk.open(live.article.id))
    afterwards = site()

    merged, survivor = (f"kontakter/eva-ek-{one.id[:8]}/index.html" for one in (eva, twin))
    assert target(while_named, EVA) == merged
    assert [target(afterwards, path) for path in (EVA, merged, survivor)] == [survivor, survivor, None]


def test_a_namesake_that_comes_or_goes_moves_a_page_and_the_old_address_leads_on(desk, eva, live, site):
    twin = desk.save_contact(card("", "Eva Ek", phone="070-174 06 13"))
    beside = site()
    desk.change_cards(DeleteCards(CardKind.CONTACT, (twin.id,)), by="Ada")
    alone = site()

    longer = f"kontakter/eva-ek-{eva.id[:8]}/index.html"
    assert (target(beside, EVA), target(beside, longer)) == (longer, None)
    assert (target(alone, EVA), target(alone, longer)) == (None, EVA)


def test_what_had_no_page_leaves_no_address(desk, eva, site):
    change = desk.preview_card_change(SaveContacts((replace(eva, name="Eva Mark"),)))
    rename(desk, eva, "Eva Mark")
    publish(desk, "Ny bro", eva)

    assert change.moved == ()
    assert EVA not in site()


def test_without_pages_of_contacts_nothing_leads_to_them(desk, eva, live, site):
    rename(desk, eva, "Eva Mark")
    before = site()
    desk.save_site_settings(replace(desk.site_settings(), has_contact_pages=False), by="Ada")
    without = site()
    desk.save_site_settings(replace(desk.site_settings(), has_contact_pages=True), by="Ada")

    assert not any(path.startswith("kontakter/") for path in without)
    assert site() == before
