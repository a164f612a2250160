"""What an article's page says of itself to machines, and how it leads to the same in other languages."""

import html
import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from editor_app.domain.article import Article, Category, Contact, Correction, Kind, Original, Phone
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.publication import Publication
from editor_app.domain.revision import take_snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import Appearance, SiteSettings
from editor_app.rendering.article_head import open_head
from editor_app.rendering.frame import SiteFrame
from editor_app.rendering.json_ld import script
from editor_app.rendering.page_facts import page_facts
from editor_app.rendering.pages import render_article
from editor_app.rendering.surroundings import Surroundings
from tests.check_site.machine_read import Head, linked_data_faults

PICTURE = "a" * 64
BASE = "https://klarebro.example/nytt/"
PROFILE = SiteProfile("Klarebro kommun", "08-465 004 00", "kommunen@klarebro.example", "Torget 1", BASE)
RELEASED = datetime(2025, 7, 1, 22, 30, tzinfo=UTC)
MIRA = Contact(
    "c",
    "Mira Ek",
    ("Projektledare",),
    phones=(Phone("070-174 06 05"), Phone("1177")),
    emails=("mira.ek@klarebro.example",),
)


def published(article_id: str = "a", title: str = "Ny bro", **changes: Any) -> Publication:
    article = Article(
        article_id, title=title, lead="Bron öppnar i maj.", body=Document((paragraph("Den är lång."),))
    )
    snapshot = replace(take_snapshot(article, Category("k", "Trafik & resor", "trafik"), [MIRA]), **changes)
    return Publication(snapshot, "f" * 64, RELEASED, RELEASED)


def page(
    shown: Publication,
    *others: Publication,
    profile: SiteProfile = PROFILE,
    settings: SiteSettings | None = None,
) -> str:
    sizes = {PICTURE: (1600, 900)}
    site = Surroundings(profile, (), sizes.get, (shown, *others), settings=settings or SiteSettings())
    return render_article(shown, site).html


def linked_data(html: str) -> dict[str, Any]:
    head = Head(html)
    assert list(linked_data_faults(head)) == []
    return dict(json.loads(head.linked_data[0]))


def test_a_page_tells_what_it_is_and_who_answers_for_it():
    data = linked_data(page(published(hero=Figure(PICTURE, alt="Bron"))))

    assert data["headline"] == "Ny bro"
    assert data["description"] == "Bron öppnar i maj."
    # Half past midnight in Sweden, in summer.
    assert data["datePublished"] == data["dateModified"] == "2025-07-02T00:30:00+02:00"
    assert (data["inLanguage"], data["articleSection"]) == ("sv", "Trafik & resor")
    assert data["mainEntityOfPage"] == f"{BASE}nyheter/ny-bro/"
    assert (data["image"]["width"], data["image"]["height"]) == (960, 540)
    assert data["publisher"]["@type"] == "GovernmentOrganization"
    assert data["publisher"]["contactPoint"] == [
        {
            "@type": "ContactPoint",
            "contactType": "customer service",
            "telephone": "+46-8-465-004-00",
            "email": "kommunen@klarebro.example",
        },
        {
            "@type": "ContactPoint",
            "name": "Mira Ek",
            "contactType": "Projektledare",
            "telephone": ["+46-70-174-06-05", "1177"],
            "email": "mira.ek@klarebro.example",
        },
    ]


def test_corrections_and_later_words_are_told_with_their_times():
    mended = replace(
        published(corrections=(Correction(date(2025, 7, 5), "Bron är en mil."),)),
        released_at=RELEASED + timedelta(days=3),
    )

    data = linked_data(page(mended))

    assert data["dateModified"] == "2025-07-05T00:30:00+02:00"
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": "Bron är en mil.", "datePublished": "2025-07-05"}
    ]


def test_the_logo_of_the_publisher_has_a_whole_address():
    settings = SiteSettings(Appearance(logo_id=PICTURE))

    data = linked_data(page(published(), settings=settings))

    assert data["publisher"]["logo"] == f"{BASE}bilder/{PICTURE}-640.webp"


EVIL = '</script><script>alert("1")</script><!-- & \u2028\u2029 \\u003c'


def test_no_words_can_leave_the_element_that_they_stand_in():
    html = page(
        published(
            title=EVIL,
            lead=EVIL,
            contacts=(Contact("c", EVIL, (EVIL,)),),
            corrections=(Correction(date(2025, 7, 5), EVIL),),
            hero=Figure(PICTURE, alt=EVIL),
        ),
        profile=replace(PROFILE, name=EVIL),
    )

    assert html.count("<script") == html.count("</script") == 1
    assert "<!--" not in html
    said = '</script><script>alert("1")</script><!-- & '
    assert linked_data(html)["headline"].startswith(said)
    assert linked_data(html)["headline"].endswith(" \\u003c")


def test_line_breaks_that_old_parsers_take_for_such_are_escaped():
    element = script({"headline": "Bro\u2028 och\u2029 väg"})

    assert element == '<script type="application/ld+json">{"headline":"Bro\\u2028 och\\u2029 väg"}</script>'


def test_no_script_may_run_where_linked_data_stands():
    html = page(published())

    assert "script-src" not in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_a_site_without_an_address_tells_no_addresses():
    html = page(
        published(hero=Figure(PICTURE, alt="Bron")),
        published("b", "A new bridge", language="en", version_of=Original("a")),
        profile=SiteProfile("Klarebro kommun"),
    )

    data = linked_data(html)
    assert not data.keys() & {"@id", "url", "mainEntityOfPage", "image"}
    assert data["publisher"]["contactPoint"][0]["name"] == "Mira Ek"
    assert "og:" not in html
    assert "canonical" not in html
    assert '<link rel="alternate" hreflang="en" href="../../nyheter/a-new-bridge/index.html">' in html


def test_those_who_share_a_page_get_its_title_words_and_image():
    html = page(published(title='Ny "bro" & väg', hero=Figure(PICTURE, alt="Bron")))

    for name, value in (
        ("og:type", "article"),
        ("og:url", f"{BASE}nyheter/ny-bro-vag/"),
        ("og:title", "Ny &#34;bro&#34; &amp; väg"),
        ("og:description", "Bron öppnar i maj."),
        ("og:site_name", "Klarebro kommun"),
        ("og:locale", "sv_SE"),
        ("og:image", f"{BASE}bilder/{PICTURE}-960.webp"),
        ("og:image:width", "960"),
        ("og:image:alt", "Bron"),
    ):
        assert f'<meta property="{name}" content="{value}">' in html


SWEDISH = published()
ENGLISH = published("b", "A new bridge", language="en", version_of=Original("a"))
ARABIC = published("c", "جسر جديد", language="ar", version_of=Original("a"))


@pytest.mark.parametrize("shown", [SWEDISH, ENGLISH, ARABIC])
def test_versions_in_other_languages_lead_to_each_other(shown):
    head = Head(page(shown, *({SWEDISH, ENGLISH, ARABIC} - {shown})))

    assert head.alternates == {
        "sv": f"{BASE}nyheter/ny-bro/",
        "ar": f"{BASE}nyheter/jsr-jdyd/",
        "en": f"{BASE}nyheter/a-new-bridge/",
        "x-default": f"{BASE}nyheter/ny-bro/",
    }


def test_the_link_to_other_languages_leads_to_those_of_the_page_where_there_are_any():
    html = page(ENGLISH, SWEDISH, ARABIC)

    assert '<a href="#versions" lang="en">' in html
    assert '<nav class="versions" id="versions" aria-label="This page in other languages">' in html
    assert 'ny-bro/index.html" lang="sv" hreflang="sv">svenska</a>' in html
    assert 'lang="ar" dir="rtl" hreflang="ar">العربية</a>' in html
    assert "nyheter/a-new-bridge/index.html" not in html


def test_it_leads_to_the_page_on_languages_where_there_are_none():
    html = page(SWEDISH, published("d", "Annat", language="en"))

    assert '<a href="../../sprak/index.html" lang="en">' in html
    assert "versions" not in html
    assert "hreflang" not in html


def test_the_original_and_its_translations_name_each_other():
    original, translation = (
        linked_data(page(shown, other)) for shown, other in ((SWEDISH, ENGLISH), (ENGLISH, SWEDISH))
    )

    assert [one["inLanguage"] for one in original["workTranslation"]] == ["en"]
    assert translation["translationOfWork"]["@id"] == f"{BASE}nyheter/ny-bro/"


@pytest.mark.parametrize("kind", Kind)
def test_the_data_of_every_kind_keeps_to_its_schema(kind):
    assert linked_data(page(published(kind=kind, title="", lead="", contacts=(), category=None)))


LITERALLY = r"\u0002gap base\u0003"
ODD = SiteProfile('Å & "Ö" </script> kommun', "", "", "Torget\u2028<1>", "https://å.example/a&b/")


@pytest.mark.parametrize("profile", [PROFILE, ODD], ids=["plain", "odd"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"contacts": ()},
        {"contacts": (MIRA, replace(MIRA, id="d", name='Bo "B" <Ek>', phones=(), emails=()))},
        {"title": LITERALLY, "lead": f'"{LITERALLY}" & <bro>', "category": None},
        {"hero": Figure(PICTURE, alt='Bron & "ån"'), "language": "ar", "kind": Kind.CRISIS},
        {"corrections": (Correction(date(2025, 7, 3), "Det var </script> fel."),)},
    ],
    ids=["usual", "no contact", "two contacts", "odd", "image", "corrected"],
)
def test_what_is_kept_of_a_head_is_the_head_as_soon_as_the_site_is_known(profile, changes):
    sizes = {PICTURE: (1600, 900)}
    facts = page_facts(published(**changes), sizes.get)
    frame = SiteFrame(profile, (), settings=SiteSettings(has_ninjs=True), image_size=sizes.get)
    place = frame.place(facts.path)

    filled = frame.filled_head(open_head(facts), place)

    assert filled.decode() == frame.article_head(facts, (), place)
    assert frame.base in html.unescape(filled.decode())
