"""Changes of cards: shown before, done whole, and never a change of what was approved."""

import msgspec
import pytest

from editor_app.checks.readiness import NotReady
from editor_app.desk.card_errors import CardInUse, CardMissing, CardsChangedMeanwhile, NameTaken
from editor_app.desk.card_values import (
    BringBackCards,
    CardKind,
    DeleteCards,
    MergeCategories,
    MergeContacts,
    RenameCategory,
    RetireCards,
    SaveContacts,
)
from editor_app.desk.errors import NameMissing
from editor_app.domain.article import Phone
from editor_app.domain.audit import Act
from editor_app.domain.document import Document, paragraph
from editor_app.domain.workflow import State
from tests.cards import card


def write(desk, title, **details):
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title=title,
        lead="Bygget börjar i maj.",
        body=Document((paragraph("Vägen blir fyra kilometer lång."),)),
        **details,
    )
    return desk.save(article, version=created.version, by="Ada")


def approve(desk, copy):
    desk.submit(copy.article.id, by="Ada")
    return desk.approve(copy.article.id, by="Bo")


def titles(uses):
    return [use.title for use in uses]


def exported(desk, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    return {
        path.relative_to(tmp_path / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "site").rglob("*.html")
    }


@pytest.fixture
def traffic(desk):
    return desk.add_category("Trafik")


@pytest.fixture
def roads(desk):
    return desk.add_category("Gator och vägar")


@pytest.fixture
def eva(desk):
    return desk.save_contact(card("", "Eva Ek", "Chef", phone="070-174 06 12"))


@pytest.fixture
def evas_twin(desk):
    return desk.save_contact(card("", "Eva Eek", email="eva.ek@klarebro.example"))


@pytest.fixture
def articles(desk, traffic, eva):
    """A draft, one in review, one that is live, and one that is live and edited; all with both cards."""
    with_cards = {"category_id": traffic.id, "contact_ids": (eva.id,)}
    draft = write(desk, "Utkast", **with_cards)
    waiting = write(desk, "Granskas", **with_cards)
    desk.submit(waiting.article.id, by="Ada")
    live = approve(desk, write(desk, "Publicerad", **with_cards))
    edited = approve(desk, write(desk, "Redigerad", **with_cards))
    desk.save(
        msgspec.structs.replace(edited.article, contact_ids=(), category_id=None),
        version=edited.version,
        by="Ada",
    )
    return [copy.article.id for copy in (draft, waiting, live, edited)]


def states(desk, articles):
    return [desk.open(id_).state for id_ in articles]


CHANGED = [State.DRAFT, State.DRAFT, State.DRAFT, State.DRAFT]
AS_THEY_WERE = [State.DRAFT, State.IN_REVIEW, State.APPROVED, State.DRAFT]


def test_the_card_file_tells_how_often_each_card_is_used(desk, articles, roads, evas_twin):
    contacts = {entry.contact.name: entry for entry in desk.contact_entries()}
    categories = {entry.category.name: entry for entry in desk.category_entries()}

    assert (contacts["Eva Ek"].usage.articles, contacts["Eva Ek"].usage.live) == (3, 2)
    assert (contacts["Eva Eek"].usage.articles, contacts["Eva Eek"].usage.live) == (0, 0)
    assert (categories["Trafik"].usage.articles, categories["Trafik"].usage.live) == (3, 2)
    assert not categories["Gator och vägar"].is_retired


def test_a_changed_contact_is_shown_with_all_that_follows_and_nothing_is_done(desk, articles, eva):
    request = SaveContacts((msgspec.structs.replace(eva, phones=(Phone("1177"),)),))

    change = desk.preview_card_change(request)

    assert titles(change.drafts) == ["Utkast"]
    assert titles(change.need_approval) == ["Publicerad", "Granskas"]
    assert titles(change.live) == ["Publicerad", "Redigerad"]
    assert states(desk, articles) == AS_THEY_WERE
    assert desk.contacts() == (eva,)


def test_a_changed_contact_leaves_the_live_pages_as_they_were_approved(desk, articles, eva, tmp_path):
    before = exported(desk, tmp_path)
    request = SaveContacts((msgspec.structs.replace(eva, phones=(Phone("1177"),)),))

    change = desk.change_cards(request, by="Ada", shown=desk.preview_card_change(request))

    assert change.request == request
    assert states(desk, articles) == CHANGED
    assert exported(desk, tmp_path) == before


def test_what_somebody_changed_meanwhile_is_shown_again_before_it_is_done(desk, articles, eva):
    request = SaveContacts((msgspec.structs.replace(eva, phones=(Phone("1177"),)),))
    shown = desk.preview_card_change(request)
    desk.take_back(articles[1], by="Ada")

    with pytest.raises(CardsChangedMeanwhile):
        desk.change_cards(request, by="Ada", shown=shown)

    assert desk.contacts() == (eva,)


def test_a_contact_that_is_saved_as_it_is_changes_nothing(desk, articles, eva):
    change = desk.change_cards(SaveContacts((eva,)), by="Ada")

    assert change.is_unseen
    assert states(desk, articles) == AS_THEY_WERE


def test_a_renamed_category_gets_an_address_and_the_old_one_leads_there(desk, articles, traffic, tmp_path):
    before = exported(desk, tmp_path)
    request = RenameCategory(traffic.id, "  Trafik och  resor ")

    change = desk.change_cards(request, by="Ada")
    pages = exported(desk, tmp_path)

    assert [(moved.old, moved.new) for moved in change.moved] == [
        ("amnen/trafik/index.html", "amnen/trafik-och-resor/index.html")
    ]
    assert titles(change.need_approval) == ["Publicerad", "Granskas"]
    assert states(desk, articles) == CHANGED
    (entry,) = desk.category_entries()
    assert (entry.category.name, entry.category.slug) == ("Trafik och resor", "trafik-och-resor")
    assert entry.former_slugs == ("trafik",)
    assert 'content="0; url=../../amnen/trafik-och-resor/index.html"' in pages["amnen/trafik/index.html"]
    assert "<h1>Trafik och resor</h1>" in pages["amnen/trafik-och-resor/index.html"]
    page = pages["nyheter/publicerad/index.html"]
    assert ">Trafik</a></p>" in page
    assert page.replace("amnen/trafik-och-resor/", "amnen/trafik/").count("<h1>") == 1
    assert ">Trafik</a></p>" in before["nyheter/publicerad/index.html"]


def test_a_category_may_keep_its_address(desk, articles, traffic):
    change = desk.change_cards(RenameCategory(traffic.id, "Resor", moves_address=False), by="Ada")

    assert change.moved == ()
    assert desk.categories()[0].slug == "trafik"


def test_a_category_that_is_renamed_back_has_its_old_address_again(desk, traffic):
    desk.change_cards(RenameCategory(traffic.id, "Resor"), by="Ada")

    desk.change_cards(RenameCategory(traffic.id, "Trafik"), by="Ada")

    (entry,) = desk.category_entries()
    assert entry.category == traffic
    assert entry.former_slugs == ("resor",)


def test_an_address_that_leads_somewhere_is_not_given_to_another_category(desk, traffic):
    desk.change_cards(RenameCategory(traffic.id, "Resor"), by="Ada")

    assert desk.add_category("Trafik").slug == "trafik-2"


@pytest.mark.parametrize(("name", "error"), [("GATOR OCH VÄGAR", NameTaken), (" ", NameMissing)])
def test_a_category_gets_no_name_that_is_taken_or_blank(desk, traffic, roads, name, error):
    with pytest.raises(error):
        desk.change_cards(RenameCategory(traffic.id, name), by="Ada")


@pytest.mark.parametrize("kind", list(CardKind))
def test_what_is_retired_stays_in_its_articles_and_can_be_brought_back(desk, articles, traffic, eva, kind):
    id_ = {CardKind.CONTACT: eva.id, CardKind.CATEGORY: traffic.id}[kind]

    change = desk.change_cards(RetireCards(kind, (id_,)), by="Ada")
    retired = desk.cards().retired
    desk.change_cards(BringBackCards(kind, (id_,)), by="Ada")

    assert change.is_unseen
    assert retired == {id_}
    assert desk.cards().retired == frozenset()
    assert states(desk, articles) == AS_THEY_WERE


def test_a_retired_contact_stays_with_what_is_approved(desk, articles, eva):
    desk.change_cards(RetireCards(CardKind.CONTACT, (eva.id,)), by="Ada")

    approved = desk.approve(articles[1], by="Bo")

    assert approved.state is State.APPROVED


def test_nothing_is_approved_under_a_retired_category(desk, articles, traffic):
    desk.change_cards(RetireCards(CardKind.CATEGORY, (traffic.id,)), by="Ada")

    with pytest.raises(NotReady) as not_ready:
        desk.approve(articles[1], by="Bo")

    assert [finding.rule for finding in not_ready.value.findings] == ["S14"]


def test_merged_contacts_are_one_in_every_article_and_the_chosen_details_stay(
    desk, articles, eva, evas_twin, tmp_path
):
    before = exported(desk, tmp_path)
    both = write(desk, "Med båda", contact_ids=(evas_twin.id, eva.id))
    survivor = msgspec.structs.replace(eva, emails=evas_twin.emails)
    request = MergeContacts((eva.id, evas_twin.id), survivor)

    shown = desk.preview_card_change(request)
    desk.change_cards(request, by="Ada", shown=shown)

    assert titles(shown.drafts) == ["Med båda", "Utkast"]
    assert titles(shown.need_approval) == ["Publicerad", "Granskas"]
    assert desk.contacts() == (survivor,)
    assert desk.open(both.article.id).article.contact_ids == (eva.id,)
    assert states(desk, articles) == CHANGED
    assert exported(desk, tmp_path) == before


def test_an_old_version_that_has_a_merged_contact_gets_the_one_that_stands_for_it(desk, eva, evas_twin):
    third = desk.save_contact(card("", "Eva E", phone="112"))
    copy = write(desk, "Bro", contact_ids=(evas_twin.id,))
    copy = desk.save_version(copy.article.id, version=copy.version, by="Ada", name="Med tvillingen")
    desk.save(msgspec.structs.replace(copy.article, contact_ids=()), version=copy.version, by="Ada")
    desk.change_cards(MergeContacts((eva.id, evas_twin.id), eva), by="Ada")
    desk.change_cards(MergeContacts((eva.id, third.id), third), by="Ada")

    restored = desk.restore(copy.article.id, 1, version=desk.open(copy.article.id).version, by="Ada")

    assert restored.working_copy.article.contact_ids == (third.id,)
    assert restored.notes == ("“Eva Eek” was merged with “Eva E”, which stands here now.",)


def test_who_still_writes_with_a_merged_card_meets_no_conflict(desk, traffic, roads, eva, evas_twin):
    copy = write(desk, "Bro", contact_ids=(evas_twin.id,), category_id=roads.id)
    desk.change_cards(MergeContacts((eva.id, evas_twin.id), eva), by="Bo")
    desk.change_cards(MergeCategories((traffic.id, roads.id), traffic.id), by="Bo")

    saved = desk.save(msgspec.structs.replace(copy.article, title="Ny bro"), version=copy.version, by="Ada")

    assert saved.article.title == "Ny bro"
    assert saved.article.contact_ids == (eva.id,)
    assert saved.article.category_id == traffic.id


def test_merged_categories_are_one_and_their_pages_lead_there_once_nothing_live_has_them(
    desk, articles, traffic, roads, eva, tmp_path
):
    request = MergeCategories((traffic.id, roads.id), roads.id)

    change = desk.change_cards(request, by="Ada")
    while_live = exported(desk, tmp_path)
    for id_ in articles[2:]:
        copy = desk.open(id_)
        complete = msgspec.structs.replace(copy.article, category_id=roads.id, contact_ids=(eva.id,))
        desk.save(complete, version=copy.version, by="Ada")
        approve(desk, copy)
    afterwards = exported(desk, tmp_path)

    assert desk.categories() == (roads,)
    assert [(moved.old, moved.new) for moved in change.moved] == [
        ("amnen/trafik/index.html", "amnen/gator-och-vagar/index.html")
    ]
    assert "<h1>Trafik</h1>" in while_live["amnen/trafik/index.html"]
    assert "refresh" not in while_live["amnen/trafik/index.html"]
    assert 'content="0; url=../../amnen/gator-och-vagar/index.html"' in afterwards["amnen/trafik/index.html"]


def test_the_name_of_a_merged_category_is_free_again(desk, traffic, roads):
    desk.change_cards(MergeCategories((traffic.id, roads.id), roads.id), by="Ada")

    assert desk.add_category("Trafik").id not in (traffic.id, roads.id)


def test_cards_that_are_gone_cannot_be_merged(desk, eva, evas_twin):
    desk.change_cards(DeleteCards(CardKind.CONTACT, (evas_twin.id,)), by="Ada")

    with pytest.raises(CardMissing):
        desk.change_cards(MergeContacts((eva.id, evas_twin.id), eva), by="Ada")


def test_only_what_was_never_used_is_deleted(desk, eva, evas_twin, traffic, roads):
    copy = write(desk, "Bro", contact_ids=(eva.id,), category_id=traffic.id)
    copy = desk.save_version(copy.article.id, version=copy.version, by="Ada", name="")
    emptied = msgspec.structs.replace(copy.article, contact_ids=(), category_id=None)
    desk.save(emptied, version=copy.version, by="Ada")

    for kind, used in ((CardKind.CONTACT, eva), (CardKind.CATEGORY, traffic)):
        with pytest.raises(CardInUse):
            desk.change_cards(DeleteCards(kind, (used.id,)), by="Ada")
    desk.change_cards(DeleteCards(CardKind.CONTACT, (evas_twin.id,)), by="Ada")
    desk.change_cards(DeleteCards(CardKind.CATEGORY, (roads.id,)), by="Ada")

    assert desk.contacts() == (eva,)
    assert desk.categories() == (traffic,)


def test_what_others_were_merged_into_is_not_deleted(desk, eva, evas_twin):
    desk.change_cards(MergeContacts((eva.id, evas_twin.id), eva), by="Ada")

    with pytest.raises(CardInUse):
        desk.change_cards(DeleteCards(CardKind.CONTACT, (eva.id,)), by="Ada")


def test_each_act_is_in_the_log_with_who_did_it_and_the_articles_that_it_changed(
    desk, articles, traffic, eva, archive_log
):
    before = len(archive_log())

    desk.change_cards(RenameCategory(traffic.id, "Resor"), by=" Ada ")
    desk.change_cards(SaveContacts((eva,)), by="Ada")

    renamed, *edited = archive_log()[before:]
    assert (renamed.act, renamed.by, renamed.article_id) == (Act.CATEGORY_RENAMED, "Ada", "")
    assert renamed.details == {"old": "Trafik", "new": "Resor"}
    assert [(entry.act, entry.article_id) for entry in edited] == [
        (Act.EDITED, articles[2]),
        (Act.EDITED, articles[1]),
    ]


def test_a_change_needs_somebody_who_makes_it(desk, traffic):
    with pytest.raises(NameMissing):
        desk.change_cards(RenameCategory(traffic.id, "Resor"), by=" ")
