"""The pages that list articles, and those that the website has once."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from editor_app.domain.article import Kind
from editor_app.domain.site_settings import (
    AccessibilityStatement,
    Assessment,
    Compliance,
    SiteSettings,
)
from editor_app.rendering.prose import render_prose
from editor_app.site.pages.paths import contact_paths
from tests.cards import card
from tests.site.made_site import SitePlan, plan
from tests.site.newsroom import CULTURE, NOW, PRESS, content, publication, some_publications


def site(*publications, settings=None) -> SitePlan:
    made = content(*publications)
    return plan(replace(made, settings=settings or SiteSettings(), contacts=(PRESS,)), NOW)


def page(made: SitePlan, path: str) -> str:
    return made.files[path]().decode()


def order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


def many(count: int):
    return [
        publication(
            f"a{number}",
            f"Nummer {number:03}",
            publish_at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
        )
        for number in range(count)
    ]


def test_pinned_articles_stay_at_the_top_in_their_order_and_are_not_listed_twice():
    settings = SiteSettings(pinned_ids=("article-1", "gone", "article-2"))

    front = page(site(*some_publications(), settings=settings), "index.html")

    assert order(front, "Koka vattnet", 'id="pinned"', "Ny park vid ån", "Simhallen", "Vattnet stängs av")
    assert (front.count("Ny park vid ån"), front.count("Simhallen")) == (1, 1)


def test_what_is_urgent_leads_only_while_it_is_among_the_newest():
    old = publication("old", "Koka vattnet", kind=Kind.CRISIS, days_old=90)

    front = page(site(old, *many(20)), "index.html")

    assert "Koka vattnet" not in front
    assert 'href="arkiv/index.html"' in front


def test_a_category_has_its_newest_and_leads_to_its_years():
    made = site(*many(120))

    newest = page(made, "amnen/bygga-och-bo/index.html")
    year = page(made, "amnen/bygga-och-bo/2025/index.html")
    oldest = page(made, "amnen/bygga-och-bo/2025/sida-1.html")

    assert newest.count('class="teaser"') == 20
    way = "../../amnen/bygga-och-bo/2025/"
    assert f'<a href="{way}index.html">2025</a> <span class="count">120 artiklar</span>' in newest
    assert (year.count('class="line"'), oldest.count('class="line"')) == (70, 50)
    assert order(year, "Nummer 119", "Nummer 050")
    assert order(oldest, "Nummer 049", "Nummer 000")
    assert f'class="older" href="../{way}sida-1.html"' in year and 'class="newer"' not in year
    assert f'class="newer" href="../{way}index.html"' in oldest and 'class="older"' not in oldest
    assert "<title>Bygga och bo 2025, sida 1 –" in oldest


def test_the_archive_counts_by_month_and_leads_there():
    made = site(
        publication("a", "Ny park", publish_at=datetime(2024, 12, 31, 23, 30, tzinfo=UTC)),
        publication("b", "Ny bro", publish_at=datetime(2024, 12, 31, 22, 30, tzinfo=UTC)),
    )

    text = page(made, "arkiv/index.html")

    assert order(text, ">2025 ", "2025/01/index.html", ">2024 ", "2024/12/index.html")
    assert "<h1>December 2024</h1>" in page(made, "arkiv/2024/12/index.html")
    assert "Ny park" in page(made, "arkiv/2025/01/index.html")


def test_contacts_have_pages_where_the_settings_say_so():
    without = site(*some_publications())
    made = site(*some_publications(), settings=SiteSettings(has_contact_pages=True))

    assert not any(path.startswith("kontakter/") for path in without.files)
    text = page(made, "kontakter/berit-agren/index.html")
    assert "<h1>Berit Ågren</h1>" in text and "Pressansvarig, Granviks kommun" in text
    assert text.count('class="teaser') == len(some_publications()) + text.count('class="teasers"')
    assert 'href="../kontakter/berit-agren/index.html">Berit Ågren</a>' in page(made, "kontakter/index.html")
    assert "kontakter/berit-agren/2025/index.html" in made.files
    assert '<a href="kontakter/index.html">' in page(made, "index.html")


def test_an_article_leads_to_the_pages_of_its_contacts_where_they_have_any():
    made = site(*some_publications(), settings=SiteSettings(has_contact_pages=True))

    without = site(*some_publications())

    article = "nyheter/ny-park-vid-an/index.html"
    name = '<p class="name"><a href="../../kontakter/berit-agren/index.html">Berit Ågren</a></p>'
    assert name in page(made, article)
    assert '<p class="name">Berit Ågren</p>' in page(without, article)


def test_contacts_of_one_name_have_addresses_of_their_own():
    one, other = card("11111111-a", "Eva Ek"), card("22222222-b", "Eva Ek")

    assert list(contact_paths([one, other, PRESS]).values()) == [
        "kontakter/eva-ek-11111111/index.html",
        "kontakter/eva-ek-22222222/index.html",
        "kontakter/berit-agren/index.html",
    ]


def test_the_search_has_a_file_for_each_month_with_the_newest_first():
    arabic = publication("b", "افتتاح", language="ar", days_old=2)
    made = site(
        publication("a", "Ny & park", days_old=400), arabic, publication("c", "Ny bro", category=CULTURE)
    )

    newest = json.loads(made.files["sok/2025-02.json"]())

    assert [entry[0] for entry in newest] == ["Ny bro", "افتتاح"]
    assert newest[0] == ["Ny bro", "nyheter/ny-bro/index.html", "2025-02-28", "Nyhet", "Parken öppnar i maj."]
    assert newest[1][5:] == ["ar", "rtl"]
    assert json.loads(made.files["sok/2024-01.json"]())[0][0] == "Ny & park"


def test_the_search_page_is_a_plain_list_without_a_script():
    text = page(site(*some_publications()), "sok/index.html")
    shown = text[: text.index("<template")] + text[text.rindex("</template>") :]

    months = re.search('data-months="(.*?)"', text)[1].split()
    assert "2025-02" in months and months == sorted(months, reverse=True)
    assert "<input" not in shown and "<button" not in shown
    assert "Ny park vid ån" in shown
    assert 'href="../arkiv/index.html"' in shown


def test_the_statement_says_what_was_answered_in_both_languages():
    statement = AccessibilityStatement(
        Compliance.PARTIAL,
        ("Kartor <saknar> text.",),
        ("Protokoll från före 2015.",),
        assessment=Assessment.EXTERNAL,
        method="Granskarna AB.",
        assessed_on=date(2025, 1, 14),
    )

    made = site(settings=SiteSettings(statement=statement))
    swedish, english = (page(made, f"tillganglighet/{name}index.html") for name in ("", "en/"))

    assert "delvis förenlig" in swedish and "complies partly" in english
    assert "<li>Kartor &lt;saknar&gt; text.</li>" in swedish
    assert '<ul lang="sv">' in english and "<li>Kartor &lt;saknar&gt; text.</li>" in english
    assert "12 §" in swedish and "section 12" in english
    assert '<time datetime="2025-01-14">14 januari 2025</time>' in swedish
    assert "https://www.digg.se/tdosanmalan" in swedish
    assert 'href="../tillganglighet/en/index.html" lang="en" hreflang="en">In English</a>' in swedish
    assert '<html lang="en">' in english


def test_a_site_without_answers_still_says_how_to_report_and_who_supervises():
    text = page(site(), "tillganglighet/index.html")

    assert "inte beskriven än" in text
    assert "mailto:kommunen@granvik.example" in text
    assert "tdosanmalan" in text


def test_the_page_on_the_website_says_what_was_written_for_it():
    about = "## Om oss\nVi skriver.\n\n- ett\n- två"

    text = page(site(settings=SiteSettings(about=about)), "om/index.html")

    assert "<h2>Om oss</h2>\n<p>Vi skriver.</p>\n<ul><li>ett</li><li>två</li></ul>" in text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ett.\nTvå.", "<p>Ett.<br>Två.</p>"),
        ("<b> & co", "<p>&lt;b&gt; &amp; co</p>"),
        (
            "Se www.granvik.example/a?b=1&c, eller (https://x.example).",
            '<p>Se <a href="https://www.granvik.example/a?b=1&amp;c">www.granvik.example/a?b=1&amp;c</a>, '
            'eller (<a href="https://x.example">https://x.example</a>).</p>',
        ),
        ("Till a.b@c.example.", '<p>Till <a href="mailto:a.b@c.example">a.b@c.example</a>.</p>'),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        ("- a\nb\n## c", "<ul><li>a</li></ul>\n<p>b</p>\n<h2>c</h2>"),
        ("", ""),
    ],
)
def test_typed_text_becomes_paragraphs_headings_lists_and_links(text, html):
    assert render_prose(text) == html
