"""Feeds that readers follow, and maps for search engines."""

import random
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from lxml import etree
from msgspec.structs import replace

from editor_app.domain.article import Original
from editor_app.domain.audit import Head
from editor_app.rendering.publisher import urn
from editor_app.site.feeds.atom import FEED_LENGTH
from tests.check_site.machine_read import feed_faults, sitemap_faults
from tests.site.made_site import SitePlan, plan
from tests.site.newsroom import CULTURE, LIVING, NOW, PROFILE, content, publication, some_publications

BASE = "https://granvik.example/nytt/"
ADDRESSED = replace(PROFILE, base_url=BASE)
AWKWARD = 'Park & lek: <b>"ny"</b> ]]> \u2028\x0b\ufffe café 🌳'
_NAMES = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def xml(site: SitePlan, path: str):
    return etree.fromstring(site.files[path]())


def texts(element, query: str) -> list[str]:
    return [str(text) for text in element.xpath(query, namespaces=_NAMES)]


@pytest.mark.parametrize("profile", [PROFILE, ADDRESSED])
@pytest.mark.parametrize("publications", [(), some_publications()])
def test_feeds_and_maps_are_valid_also_of_an_empty_site_and_without_an_address(publications, profile):
    site = plan(content(*publications, profile=profile), NOW)

    feeds = [path for path in site.files if path.endswith("atom.xml")]
    maps = [path for path in site.files if path.startswith("sitemap")]

    assert len(feeds) == 1 + 2 * bool(publications)
    assert bool(maps) == bool(profile.base_url)
    assert [fault for path in feeds for fault in feed_faults(site.files[path]())] == []
    assert [fault for path in maps for fault in sitemap_faults(site.files[path]())] == []


def test_a_feed_lists_the_newest_first_with_what_they_are_called_and_say():
    site = plan(content(*some_publications(), profile=ADDRESSED), NOW)

    feed = xml(site, "atom.xml")

    assert texts(feed, "a:title/text()") == ["Granviks kommun"]
    assert texts(feed, "a:entry/a:title/text()") == [
        "Koka vattnet",
        "افتتاح الحديقة",
        "Vattnet stängs av",
        "Simhallen öppnar",
        "Ny park vid ån",
    ]
    assert texts(feed, "a:entry/@xml:lang") == ["sv", "ar", "sv", "sv", "sv"]
    assert texts(feed, "a:entry[4]/a:summary/text()") == ["Parken öppnar i maj."]
    assert texts(feed, "a:entry[4]/a:category/@term") == ["Uppleva och göra"]
    assert texts(feed, "a:entry[4]/a:link/@href") == [f"{BASE}information/simhallen-oppnar/"]
    assert texts(feed, "a:link/@href") == [f"{BASE}atom.xml", BASE]


def test_without_an_address_links_are_relative_to_the_feed():
    site = plan(content(*some_publications()), NOW)

    feed = xml(site, "amnen/uppleva-och-gora/atom.xml")

    assert texts(feed, "a:title/text()") == ["Uppleva och göra – Granviks kommun"]
    assert texts(feed, "a:link/@href") == ["atom.xml", "index.html"]
    assert texts(feed, "a:entry/a:link/@href") == ["../../information/simhallen-oppnar/index.html"]


def test_every_character_of_a_title_can_stand_in_a_feed():
    site = plan(content(publication("a", AWKWARD, lead=AWKWARD), profile=replace(PROFILE, name=AWKWARD)), NOW)

    feed = xml(site, "atom.xml")

    assert texts(feed, "a:entry/a:title/text()") == ['Park & lek: <b>"ny"</b> ]]>    café 🌳']
    assert list(feed_faults(site.files["atom.xml"]())) == []


def test_an_entry_keeps_its_id_when_title_address_and_website_change():
    article_id = "5f0c8f5e-7a3f-4f0c-9f62-0d6a0b8f5c11"
    before = plan(content(publication(article_id, "Ny park")), NOW)
    after = plan(content(publication(article_id, "Annan park"), profile=ADDRESSED), NOW)

    ids = [texts(xml(site, "atom.xml"), "a:entry/a:id/text()") for site in (before, after)]

    assert ids == [[f"urn:uuid:{article_id}"]] * 2
    assert urn("article-1") == urn("article-1") != urn("article-2")


def test_a_feed_was_updated_when_its_newest_words_were_and_not_when_it_was_made():
    old = publication("a", "Äldre", days_old=9)
    mended = msgspec.structs.replace(old, released_at=NOW - timedelta(days=2, microseconds=7))
    newer = publication("b", "Nyare", days_old=5)

    feeds = [xml(plan(content(mended, newer), now), "atom.xml") for now in (NOW, NOW + timedelta(days=30))]

    assert etree.tostring(feeds[0]) == etree.tostring(feeds[1])
    assert texts(feeds[0], "a:updated/text()") == ["2025-02-27T10:59:59Z"]
    assert texts(feeds[0], "a:entry/a:title/text()") == ["Nyare", "Äldre"]
    assert texts(feeds[0], "a:entry/a:published/text()") == ["2025-02-24T11:00:00Z", "2025-02-20T11:00:00Z"]


def test_a_feed_has_so_many_and_no_more():
    many = [publication(f"a{n}", f"Nyhet {n}", days_old=n + 1) for n in range(FEED_LENGTH + 5)]
    random.Random(3).shuffle(many)

    feed = xml(plan(content(*many), NOW), "atom.xml")

    assert texts(feed, "a:entry/a:title/text()") == [f"Nyhet {n}" for n in range(FEED_LENGTH)]


def test_every_page_leads_to_the_feed_and_a_section_to_its_own():
    site = plan(content(*some_publications()), NOW)

    front, section = (
        site.files[path]().decode() for path in ("index.html", "amnen/uppleva-och-gora/index.html")
    )

    link = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">'
    assert link.format("Granviks kommun", "atom.xml") in front
    assert front.count("application/atom+xml") == 1
    assert link.format("Granviks kommun", "../../atom.xml") in section
    own = link.format("Uppleva och göra – Granviks kommun", "../../amnen/uppleva-och-gora/atom.xml")
    assert own in section


def test_maps_are_by_month_and_tell_when_pages_changed():
    late = publication("a", "Nyår", publish_at=datetime(2024, 12, 31, 23, 30, tzinfo=UTC))
    mended = msgspec.structs.replace(publication("b", "Mars", days_old=0.5), released_at=NOW)

    site = plan(content(late, mended, profile=ADDRESSED), NOW)

    # Half past midnight of the next year, in Sweden.
    index = xml(site, "sitemap.xml")
    assert texts(index, "s:sitemap/s:loc/text()") == [
        f"{BASE}sitemaps/sidor.xml",
        f"{BASE}sitemaps/2025-03.xml",
        f"{BASE}sitemaps/2025-01.xml",
    ]
    # What has an old date came all the same when it was published.
    assert texts(index, "s:sitemap/s:lastmod/text()") == ["2025-03-01T11:00:00Z", "2025-02-28T11:00:00Z"]
    month = xml(site, "sitemaps/2025-03.xml")
    assert texts(month, "s:url/s:loc/text()") == [f"{BASE}nyheter/mars/"]
    assert texts(month, "s:url/s:lastmod/text()") == ["2025-03-01T11:00:00Z"]


def test_the_map_of_other_pages_has_the_sections_and_no_page_that_is_not_listed():
    site = plan(content(*some_publications(), profile=ADDRESSED), NOW)

    pages = texts(xml(site, "sitemaps/sidor.xml"), "s:url/s:loc/text()")

    assert pages[:3] == [BASE, f"{BASE}amnen/bygga-och-bo/", f"{BASE}amnen/uppleva-och-gora/"]
    assert not any("404" in page for page in pages)
    assert {page.removeprefix(BASE) + "index.html" for page in pages} <= site.files.keys()


def test_a_map_names_the_versions_of_a_page_in_other_languages():
    swedish = publication("a", "Ny park")
    english = publication("b", "A new park", language="en", version_of=Original("a"))

    site = plan(content(swedish, english, profile=ADDRESSED), NOW)

    month = site.files["sitemaps/2025-02.xml"]()
    links = etree.fromstring(month).xpath("//*[local-name()='link']")
    assert [(link.get("hreflang"), link.get("href")) for link in links] == [
        ("sv", f"{BASE}nyheter/ny-park/"),
        ("en", f"{BASE}nyheter/a-new-park/"),
        ("x-default", f"{BASE}nyheter/ny-park/"),
    ] * 2
    assert list(sitemap_faults(month)) == []


def test_robots_may_read_everything_and_find_the_maps_where_there_are_any():
    bare, addressed = (
        plan(content(profile=profile), NOW).files["robots.txt"]().decode() for profile in (PROFILE, ADDRESSED)
    )

    assert bare == "User-agent: *\nDisallow:\n"
    assert addressed == f"{bare}\nSitemap: {BASE}sitemap.xml\n"


def test_the_same_site_gives_the_same_feeds_whatever_else_was_done():
    publications = list(some_publications())
    first = content(*publications, profile=ADDRESSED)
    random.Random(1).shuffle(publications)
    again = msgspec.structs.replace(
        content(*publications, profile=ADDRESSED), categories=(CULTURE, LIVING), log_head=Head(7, "f" * 64)
    )

    made = [
        {path: source() for path, source in plan(one, NOW).files.items() if path.endswith((".xml", ".txt"))}
        for one in (first, again)
    ]

    assert made[0] == made[1]
