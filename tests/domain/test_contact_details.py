"""Phone numbers and e-mail addresses."""

import pytest

from editor_app.domain.contact_details import format_phone, is_email, is_phone, tel_href


@pytest.mark.parametrize(
    ("typed", "written", "dialled"),
    [
        ("0701740605", "070-174 06 05", "tel:+46-70-174-06-05"),
        ("+46 (0)8 465 004 00", "08-465 004 00", "tel:+46-8-465-004-00"),
        ("0980 319200", "0980-31 92 00", "tel:+46-980-31-92-00"),
        ("+358 9 310 1691", "+358 9 3101691", "tel:+358-9-3101691"),
        ("0771-77 77 77", "0771-77 77 77", "tel:+46-77-177-77-77"),
        ("+46 771 77 77 77", "0771-77 77 77", "tel:+46-77-177-77-77"),
        ("112", "112", "tel:112"),
        ("1177", "1177", "tel:1177"),
        ("113 13", "113 13", "tel:11313"),
    ],
)
def test_a_number_is_grouped_the_swedish_way_and_can_be_dialled(typed, written, dialled):
    assert format_phone(typed) == written
    assert tel_href(typed) == dialled


@pytest.mark.parametrize(
    "text", ["", "2024", "26 februari 2024", "06 februari 2024", "Mira Ek", "12 500", "2024-02-26"]
)
def test_what_is_no_number_is_left_alone(text):
    assert not is_phone(text)
    assert format_phone(text) == text


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("mira.ek@kommunen.example", True),
        (" mira.ek@kommunen.example ", True),
        ("mira.ek@kommunen", False),
        ("mira ek@kommunen.example", False),
        ("", False),
    ],
)
def test_an_email_address_is_told_by_its_form(text, valid):
    assert is_email(text) is valid
