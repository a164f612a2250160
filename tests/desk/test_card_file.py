"""Categories, contacts and the site's profile at the desk."""

import msgspec
import pytest

from editor_app.desk.errors import NameMissing
from editor_app.domain.article import Phone
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.workflow import State
from tests.cards import card


def test_a_category_is_made_once_however_it_is_written(desk):
    first = desk.add_category("Äldre  och omsorg")

    again = desk.add_category("ÄLDRE OCH OMSORG ")

    assert again == first
    assert desk.categories() == (first,)
    assert first.name == "Äldre och omsorg"
    assert first.slug == "aldre-och-omsorg"


def test_categories_whose_names_look_alike_in_an_address_have_their_own(desk):
    assert desk.add_category("Vård").slug == "vard"
    assert desk.add_category("Vard").slug == "vard-2"


@pytest.mark.parametrize("name", ["", "  ", "\t"])
def test_a_category_needs_a_name(desk, name):
    with pytest.raises(NameMissing):
        desk.add_category(name)


def test_a_contact_gets_an_id_and_a_grouped_phone_number(desk):
    contact = desk.save_contact(card("", " Eva  Ek ", phone="0701740612", email=" eva@ek.example "))

    assert contact.id
    assert contact.name == "Eva Ek"
    assert contact.phones == (Phone("070-174 06 12"),)
    assert contact.emails == ("eva@ek.example",)
    assert desk.contacts() == (contact,)


def test_a_contact_is_changed_in_place(desk):
    contact = desk.save_contact(card("", "Eva Ek"))

    changed = desk.save_contact(card(contact.id, "Eva Ek", role="Chef"))

    assert desk.contacts() == (changed,)


def test_a_contact_needs_a_name(desk):
    with pytest.raises(NameMissing):
        desk.save_contact(card("", " ", phone="031-390 06 00"))


def test_the_profile_of_the_site_is_kept_and_its_address_ends_in_a_slash(desk):
    saved = desk.save_site_profile(
        SiteProfile("Klarebro", "0313900600", base_url="https://k.example"), by="Ada"
    )

    assert saved == SiteProfile("Klarebro", "031-390 06 00", base_url="https://k.example/")
    assert desk.site_profile() == saved


def test_a_new_archive_has_a_profile_to_start_from(desk):
    assert desk.site_profile() == SiteProfile()


@pytest.mark.parametrize("stage", ["submit", "approve"])
def test_a_contact_that_changes_makes_drafts_of_the_articles_that_name_it(desk, draft, stage):
    contact = desk.save_contact(card("", "Eva Ek", phone="070-174 06 12"))
    named = msgspec.structs.replace(draft.article, contact_ids=(contact.id,))
    saved = desk.save(named, version=draft.version, by="Ada")
    before = desk.submit(named.id, by="Ada")
    if stage == "approve":
        before = desk.approve(named.id, by="Bo")

    desk.save_contact(msgspec.structs.replace(contact, phones=(Phone("070-174 06 13"),)))

    after = desk.open(saved.article.id)
    assert after.state is State.DRAFT
    assert after.version == before.version
    assert after.submitted_by == ""
    assert after.live == before.live


def test_a_contact_saved_as_it_was_changes_no_state(desk, draft):
    contact = desk.save_contact(card("", "Eva Ek", phone="070-174 06 12"))
    named = msgspec.structs.replace(draft.article, contact_ids=(contact.id,))
    desk.save(named, version=draft.version, by="Ada")
    desk.submit(named.id, by="Ada")

    desk.save_contact(contact)

    assert desk.open(named.id).state is State.IN_REVIEW


def test_articles_that_do_not_name_a_changed_contact_stay_approved(desk, approved):
    contact = desk.save_contact(card("", "Eva Ek"))

    desk.save_contact(msgspec.structs.replace(contact, roles=("Chef",)))

    assert desk.open(approved.article.id).state is State.APPROVED
