"""A whole article page, as it was looked over and kept in tests/golden."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor_app.domain.article import Article, Category, Contact, Correction, Kind, Phone
from editor_app.domain.document import Document, FactTitle, Figure, Heading, Paragraph, Quote, Span
from editor_app.domain.publication import Publication
from editor_app.domain.revision import take_snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.rendering.pages import render_article
from editor_app.rendering.surroundings import Surroundings
from editor_app.translation import translations
from tests.cards import card

GOLDEN = Path(__file__).parent.parent / "golden"
APPROVED = datetime(2024, 2, 26, 8, 30, tzinfo=UTC)
PICTURE = "a" * 64


def article(**changes: object) -> Publication:
    plain = Article(
        "1",
        title="A library that never sleeps",
        lead="From March the library is open around the clock.",
        body=Document(
            (
                Paragraph((Span("Readers open the door with their card & a code."),)),
                Quote((Span("We have waited for this, says Berit Ågren."),)),
                Heading(2, (Span("How it works"),)),
                FactTitle((Span("Facts"),)),
                Paragraph((Span("The library lends 40,000 books."),), boxed=True),
            )
        ),
        language="en",
        hero=Figure(PICTURE, alt="A reading room", caption="Open at night.", credit="Siv Ek"),
        record_number="KS 2024/17",
        corrections=(Correction(date(2024, 2, 28), "The library opens at 8, not at 9."),),
    )
    category = Category("c", "Uppleva och göra", "uppleva-och-gora")
    contacts = (
        card("k", "Berit Ågren", "Head of library", "Granvik", "0701740605", "berit@granvik.example"),
        card("v", "Växeln", phone="ring oss", email="granvik"),
    )
    snapshot = replace(take_snapshot(plain, category, contacts), **changes)
    return Publication(snapshot, "", APPROVED + timedelta(days=2), APPROVED)


def html(publication: Publication, profile: SiteProfile | None = None) -> str:
    profile = profile or SiteProfile("Granviks kommun", "08-465 004 00", "kommunen@granvik.example")
    images = {PICTURE: (2560, 1440)}
    return render_article(publication, Surroundings(profile, (), images.get, [publication])).html


def test_an_english_article_is_the_golden_page():
    assert html(article()) == (GOLDEN / "article.en.html").read_text(encoding="utf-8")


def test_labels_and_dates_follow_the_article():
    gettext = translations("sv").gettext

    page = html(article(language="sv"))

    assert '<html lang="sv">' in page
    assert "26 februari 2024" in page
    assert f"{gettext('Updated')}: " in page
    assert "28 februari 2024" in page


def test_corrections_are_in_the_language_of_the_article():
    corrected = (Correction(date(2026, 3, 3), "Bron är 120 meter & inte 210."),)

    swedish = html(article(language="sv", corrections=corrected))
    arabic = html(article(language="ar", corrections=corrected))

    assert '<span>Rättelse</span> <time datetime="2026-03-03">3 mars 2026</time>' in swedish
    assert "Bron är 120 meter &amp; inte 210." in swedish
    assert '<span lang="sv" dir="ltr">Rättelse</span>' in arabic
    assert 'class="corrections' not in html(article(corrections=()))


def test_an_article_in_another_language_stands_in_a_swedish_frame():
    page = html(article(language="ar", title="مكتبة"))

    assert '<html lang="sv">' in page
    assert '<article lang="ar" dir="rtl">' in page
    assert '<p class="kind"><span lang="sv" dir="ltr">' in page
    assert '<footer class="width" lang="sv" dir="ltr">' in page
    assert "26 فبراير 2024" in page


@pytest.mark.parametrize("kind", [Kind.CRISIS, Kind.SERVICE_NOTICE])
def test_what_changes_by_the_hour_says_the_hour(kind):
    assert '<time datetime="2024-02-28T09:30+01:00">28 February 2024, 09:30</time>' in html(
        article(kind=kind)
    )


def test_an_update_before_the_date_of_the_page_is_not_told():
    page = html(article(publish_at=APPROVED + timedelta(days=5)))

    assert "Published: " in page
    assert "Updated: " not in page


def test_what_cannot_be_dialled_or_written_to_is_text():
    page = html(article())

    assert "<p>ring oss</p>" in page
    assert "<p>granvik</p>" in page


def test_several_roles_numbers_and_addresses_stand_in_their_order():
    contact = Contact(
        "k",
        "Berit Ågren",
        roles=("Head of library", "Press officer"),
        unit="Culture",
        organisation="Granvik",
        phones=(Phone("0701740605", "mobile"), Phone("1177"), Phone("ring oss", "växel")),
        emails=("berit@granvik.example", "press@granvik.example"),
    )

    page = html(article(contacts=(contact,)))

    card = page[page.index('<p class="name">') : page.index("</li>", page.index('<p class="name">'))]
    assert card == (
        '<p class="name">Berit Ågren</p>\n'
        "<p>Head of library, Press officer, Culture, Granvik</p>\n"
        '<p>Mobile: <a href="tel:+46-70-174-06-05">070-174 06 05</a></p>\n'
        '<p><a href="tel:1177">1177</a></p>\n'
        "<p>Växel: ring oss</p>\n"
        '<p><a href="mailto:berit@granvik.example">berit<wbr>@granvik<wbr>.example</a></p>\n'
        '<p><a href="mailto:press@granvik.example">press<wbr>@granvik<wbr>.example</a></p>\n'
    )


def test_a_publisher_without_details_leaves_no_empty_links():
    page = html(article(title=" "), SiteProfile(name=" "))

    assert "<title>Untitled – The municipality</title>" in page
    assert 'href=""' not in page
    assert 'href="tel:"' not in page


def test_nothing_in_the_form_reaches_the_page_unescaped():
    evil = '"><script>alert(1)</script>'
    contact = Contact("k", evil, (evil,), evil, evil, (Phone(evil, evil),), (evil,))

    page = html(
        article(
            title=evil,
            lead=evil,
            category=Category("c", evil, evil),
            contacts=(contact,),
            hero=Figure(PICTURE, evil, False, evil, evil),
            record_number=evil,
            language=evil,
            slug=evil,
        ),
        SiteProfile(evil, evil, evil, evil, evil),
    )

    assert page.count("<script") == page.count('<script type="application/ld+json">{') == 1
    assert '"">' not in page


def test_characters_that_cannot_stand_on_a_page_are_left_out():
    page = html(article(title="Ny\x00 bro\u2028idag", lead="a\x1fb"))

    assert "<h1>Ny bro idag</h1>" in page
    assert '<p class="lead">ab</p>' in page
