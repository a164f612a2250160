"""Addresses: slugs, and where a link may lead."""

import pytest

from editor_app.domain.addresses import href_from_typing, is_allowed_href, make_slug


def test_a_slug_writes_swedish_letters_plainly():
    assert make_slug("Nya Åbron öppnar: så här går det till") == "nya-abron-oppnar-sa-har-gar-det-till"


def test_a_slug_that_is_taken_gets_a_number():
    assert make_slug("Ny bro", {"ny-bro", "ny-bro-2"}) == "ny-bro-3"


def test_a_title_without_letters_still_has_an_address():
    assert make_slug("!!!") == "artikel"


@pytest.mark.parametrize(
    "href", ["https://a.example/å", "http://a.example", "mailto:a@b.example", "tel:112", "article:1"]
)
def test_a_link_may_lead_to_pages_mail_phones_and_articles(href):
    assert is_allowed_href(href)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example",
        "a.example",
        "",
    ],
)
def test_a_link_leads_nowhere_else(href):
    assert not is_allowed_href(href)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.kommunen.example", "https://www.kommunen.example"),
        ("kommunen.example/bygga?a=b", "https://kommunen.example/bygga?a=b"),
        ("mira.ek@kommunen.example", "mailto:mira.ek@kommunen.example"),
        ("https://kommunen.example/å", "https://kommunen.example/%C3%A5"),
        ("https://kommunen.example/%C3%A5", "https://kommunen.example/%C3%A5"),
        ("tel:112", "tel:112"),
        ("08-465 004 00", "tel:+46-8-465-004-00"),
        ("112", "tel:112"),
        ("javascript:alert(1)", None),
        ("kommunen", None),
        ("", None),
    ],
)
def test_what_somebody_types_becomes_the_address_they_meant(typed, meant):
    assert href_from_typing(typed) == meant
