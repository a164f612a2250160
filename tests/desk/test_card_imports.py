"""Cards out of files: what each would become, before it does."""

import msgspec
import pytest

from editor_app.desk.card_errors import CardsChangedMeanwhile
from editor_app.desk.card_values import ImportOutcome
from editor_app.domain.article import Contact, Phone
from tests.cards import card

NEW, CHANGED, SAME, SKIPPED = ImportOutcome


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "kontakter.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_each_row_is_told_before_anything_is_stored(desk, table):
    eva = desk.save_contact(card("", "Eva Ek", "Chef", phone="070-174 06 12", email="eva@ek.example"))
    same = desk.save_contact(card("", "Bo Ek", "Rektor"))

    shown = desk.look_into_contacts(
        table(
            "Namn;Roll;Telefon;E-post\n"
            "Eva Ek;Avdelningschef;;EVA@ek.example\n"
            "bo ek;Rektor;;\n"
            "Cy Ö;;1177;\n"
            "CY Ö;;113 13;\n"
            ";;112;\n"
        )
    )

    assert [(row.line, row.outcome) for row in shown.rows] == [
        (2, CHANGED),
        (3, CHANGED),
        (4, NEW),
        (5, SKIPPED),
        (6, SKIPPED),
    ]
    assert shown.rows[0].existing == eva
    assert shown.rows[0].contact == msgspec.structs.replace(
        eva, roles=("Avdelningschef",), emails=("EVA@ek.example",)
    )
    assert shown.rows[3].why == "is the same as in line 4"
    assert shown.rows[4].why == "has no name"
    assert desk.contacts() == (same, eva)


def test_what_was_shown_is_what_is_stored(desk, table):
    eva = desk.save_contact(card("", "Eva Ek", "Chef", email="eva@ek.example"))
    shown = desk.look_into_contacts(
        table("Namn;Roll;Telefon;E-post\nEva Ek;Rektor;070 1740612;eva@ek.example\nCy Ö;;1177;\n")
    )

    desk.import_contacts(shown, by="Ada")

    cy, changed = desk.contacts()
    assert (cy.name, cy.phones) == ("Cy Ö", (Phone("1177"),))
    assert changed == Contact(
        eva.id,
        "Eva Ek",
        roles=("Rektor",),
        phones=(Phone("070-174 06 12"),),
        emails=("eva@ek.example",),
    )


def test_a_file_that_was_exported_changes_nothing_when_it_comes_back(desk, tmp_path):
    desk.save_contact(
        Contact(
            "",
            "Eva Ek",
            roles=("Chef", "Press"),
            unit="Stab",
            organisation="Klarebro kommun",
            phones=(Phone("070-174 06 12", "mobil"), Phone("1177")),
            emails=("eva@ek.example", "press@ek.example"),
        )
    )
    desk.save_contact(card("", "Växeln", phone="+46 8 465 004 00"))

    for name in ("kontakter.csv", "kontakter.vcf"):
        assert desk.export_contacts(tmp_path / name) == 2
        shown = desk.look_into_contacts(tmp_path / name)
        assert [row.outcome for row in shown.rows] == [SAME, SAME]


def test_an_import_says_which_articles_it_changes(desk, draft, table):
    eva = desk.save_contact(card("", "Eva Ek", email="eva@ek.example"))
    with_contact = msgspec.structs.replace(draft.article, contact_ids=(eva.id,))
    desk.save(with_contact, version=draft.version, by="Ada")
    desk.submit(draft.article.id, by="Ada")

    shown = desk.look_into_contacts(table("Namn;E-post;Roll\nEva Ek;eva@ek.example;Chef\n"))

    assert [use.article_id for use in shown.change.need_approval] == [draft.article.id]


def test_contacts_that_somebody_changed_meanwhile_are_looked_at_again(desk, table):
    eva = desk.save_contact(card("", "Eva Ek", email="eva@ek.example"))
    shown = desk.look_into_contacts(table("Namn;E-post;Roll\nEva Ek;eva@ek.example;Chef\n"))
    desk.save_contact(msgspec.structs.replace(eva, unit="Stab"))

    with pytest.raises(CardsChangedMeanwhile):
        desk.import_contacts(shown, by="Ada")


def test_new_categories_are_added_and_known_ones_stay(desk, table):
    traffic = desk.add_category("Trafik")

    shown = desk.look_into_categories(table("Namn\nTRAFIK\nVård\nvård\n"))
    desk.import_categories(shown, by="Ada")

    assert [(row.line, row.outcome) for row in shown.rows] == [(2, SAME), (3, NEW), (4, SKIPPED)]
    assert [category.name for category in desk.categories()] == [traffic.name, "Vård"]


def test_two_thousand_contacts_are_looked_over_at_once(desk, table):
    lines = [f"Person {number};person{number}@klarebro.example" for number in range(2000)]

    shown = desk.look_into_contacts(table("Namn;E-post\n" + "\n".join(lines)))
    desk.import_contacts(shown, by="Ada")

    assert shown.count(NEW) == 2000
    assert len(desk.contacts()) == 2000
