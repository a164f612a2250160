"""Which pages a website has, and what they say of each other."""

import random
import re
import shutil
from datetime import timedelta

import msgspec
import pytest

from editor_app.domain.article import Kind, Original
from editor_app.domain.document import Document, Figure, Link, Paragraph, Span
from editor_app.domain.site_settings import (
    PLAIN_LOOK,
    Appearance,
    FontChoice,
    Notice,
    NoticeLevel,
    SiteSettings,
)
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawnText
from editor_app.rendering.appearance import stylesheet
from editor_app.rendering.templates import Templates
from editor_app.resource_files import RESOURCES
from editor_app.site.errors import SameAddress
from editor_app.translation import translations
from tests.site.made_site import ArticlePage, SitePlan, plan
from tests.site.newsroom import (
    CULTURE,
    LIVING,
    NOW,
    OTHER_PICTURE,
    PICTURE,
    PROFILE,
    content,
    publication,
    snapshot,
    some_publications,
)

swedish = translations("sv").gettext


def page(site: SitePlan, path: str) -> str:
    return site.files[path]().decode()


def all_bytes(site: SitePlan) -> dict[str, bytes]:
    return {path: source() for path, source in site.files.items()}


def test_each_kind_has_its_folder_and_each_used_category_its_page():
    site = plan(content(*some_publications()), NOW)

    pages = [path for path in site.files if path.endswith(".html")]

    assert pages == [
        "404.html",
        "amnen/bygga-och-bo/2025/index.html",
        "amnen/bygga-och-bo/index.html",
        "amnen/uppleva-och-gora/2025/index.html",
        "amnen/uppleva-och-gora/index.html",
        "arkiv/2025/02/index.html",
        "arkiv/2025/03/index.html",
        "arkiv/index.html",
        "driftinformation/vattnet-stangs-av/index.html",
        "index.html",
        "information/simhallen-oppnar/index.html",
        "kontakt/index.html",
        "krisinformation/koka-vattnet/index.html",
        "nyheter/ftth-lhdyq/index.html",
        "nyheter/ny-park-vid-an/index.html",
        "om/index.html",
        "sok/index.html",
        "sprak/index.html",
        "tillganglighet/en/index.html",
        "tillganglighet/index.html",
    ]
    assert site.pages == len(pages)


def test_the_plan_names_the_revision_of_each_article_page():
    shown = publication("article-1", "Ny park")

    site = plan(content(shown), NOW)

    assert site.articles == {"nyheter/ny-park/index.html": ArticlePage("article-1", shown.revision_hash)}


def test_the_order_in_which_things_come_does_not_matter():
    publications = list(some_publications())
    random.Random(1).shuffle(publications)
    shuffled = msgspec.structs.replace(content(*publications), categories=(CULTURE, LIVING))

    assert all_bytes(plan(shuffled, NOW)) == all_bytes(plan(content(*some_publications()), NOW))


@pytest.mark.parametrize(
    "changes",
    [
        {"publish_at": NOW + timedelta(minutes=1)},
        {"embargo_until": NOW + timedelta(minutes=1)},
        {"unpublish_at": NOW},
    ],
)
def test_what_is_not_due_is_nowhere_on_the_site(changes):
    hidden = publication(
        "article-9", "Hemligheten", category=CULTURE, hero=Figure(OTHER_PICTURE, alt="Hemlig"), **changes
    )
    shown = publication("article-1", "Ny park", related_ids=("article-9",))

    site = plan(content(hidden, shown), NOW)

    assert site.not_due == 1
    assert "amnen/uppleva-och-gora/index.html" not in site.files
    assert not any(OTHER_PICTURE in path for path in site.files)
    assert not any(b"emlighet" in data or b"article-9" in data for data in all_bytes(site).values())


def test_only_images_that_are_shown_are_there():
    in_body = Document((Figure(OTHER_PICTURE, alt="Ån"),))

    site = plan(content(publication("a", "Ny park", body=in_body)), NOW)

    path = f"bilder/{OTHER_PICTURE}-64.webp"
    assert [path for path in site.files if path.startswith("bilder/")] == [path]
    assert f'src="../../{path}" width="64" height="48"' in page(site, "nyheter/ny-park/index.html")


def test_lists_show_less_of_an_image_at_the_top_than_its_own_page():
    site = plan(content(publication("a", "Ny park", hero=Figure(OTHER_PICTURE, alt="Ån"))), NOW)

    whole, less = f"bilder/{OTHER_PICTURE}-64.webp", f"bilder/{OTHER_PICTURE}-0-3-64-43-64.webp"
    assert {path for path in site.files if path.startswith("bilder/")} == {whole, less}
    assert f'src="../../{whole}"' in page(site, "nyheter/ny-park/index.html")
    assert f'src="{less}" width="64" height="43" alt=""' in page(site, "index.html")


def test_two_articles_cannot_share_an_address():
    with pytest.raises(SameAddress) as caught:
        plan(content(publication("b", "Ny park"), publication("a", "Ny park!")), NOW)

    assert (caught.value.first, caught.value.second) == ("a", "b")


@pytest.mark.parametrize("slug", ["../../etc/passwd", "/absolut", "Å Ä Ö", "a\\..\\b", "con/index.html"])
def test_no_slug_leads_out_of_its_folder(slug):
    site = plan(content(publication("a", "Ny park", slug=slug)), NOW)

    (path,) = site.articles

    folder, name, index = path.split("/")
    assert (folder, index) == ("nyheter", "index.html")
    assert name and all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in name)


def test_the_front_page_leads_with_what_is_urgent_and_then_the_newest():
    front = page(plan(content(*some_publications()), NOW), "index.html")

    titles = ["Koka vattnet", "Vattnet stängs av", "Simhallen öppnar", "Ny park vid ån"]
    places = [front.index(title) for title in titles]
    assert places == sorted(places)
    assert front.count("Koka vattnet") == 1


def test_related_articles_are_the_chosen_ones_else_the_newest_of_the_category():
    publications = [
        publication(f"a{number}", f"Nyhet nummer {number}", days_old=number) for number in range(6)
    ]
    chosen = publication("b", "Vald", related_ids=("a5", "b", "gone", "a5", "a4", "a3", "a2"))

    site = plan(content(*publications, chosen), NOW)

    ends = [
        page(site, path).partition('class="related"')[2]
        for path in ("nyheter/vald/index.html", "nyheter/nyhet-nummer-0/index.html")
    ]
    assert [title for number in range(6) if (title := f"Nyhet nummer {number}") in ends[0]] == [
        "Nyhet nummer 3",
        "Nyhet nummer 4",
        "Nyhet nummer 5",
    ]
    assert "Vald" in ends[1]
    assert [number for number in range(6) if f"Nyhet nummer {number}" in ends[1]] == [1, 2]


def test_an_article_alone_in_its_category_leads_on_to_the_nearest_of_all():
    publications = [
        publication(f"a{number}", f"Nyhet nummer {number}", days_old=number) for number in range(6)
    ]
    alone = publication("b", "Ensam", days_old=1.5, category=CULTURE)

    site = plan(content(*publications, alone), NOW)

    end = page(site, "nyheter/ensam/index.html").partition('class="related"')[2]
    assert [number for number in range(6) if f"Nyhet nummer {number}" in end] == [2, 3, 4]
    others = page(site, "nyheter/nyhet-nummer-0/index.html").partition('class="related"')[2]
    assert "Ensam" not in others


def test_an_article_without_neighbours_has_no_related_section():
    site = plan(content(publication("a", "Ensam")), NOW)

    assert "related" not in page(site, "nyheter/ensam/index.html")


def test_a_renamed_category_moves_its_page_but_not_what_was_approved():
    renamed = msgspec.structs.replace(LIVING, name="Bostad", slug="bostad")
    site = plan(msgspec.structs.replace(content(publication("a", "Ny park")), categories=(renamed,)), NOW)

    article = page(site, "nyheter/ny-park/index.html")

    assert '<a class="category" href="../../amnen/bostad/index.html">Bygga och bo</a>' in article
    assert "<h1>Bostad</h1>" in page(site, "amnen/bostad/index.html")


def test_a_link_to_an_article_leads_to_its_page_or_is_text():
    links = Paragraph(
        (Span("till parken", (Link("article:b"),)), Span(" ", ()), Span("bort", (Link("article:x"),)))
    )

    site = plan(
        content(publication("a", "Ny bro", body=Document((links,))), publication("b", "Ny park")), NOW
    )

    text = page(site, "nyheter/ny-bro/index.html")
    assert '<p><a href="../../nyheter/ny-park/index.html">till parken</a> bort</p>' in text


def withdrawn(article_id: str, title: str, *, days_ago: float) -> WithdrawnText:
    when = NOW - timedelta(days=days_ago)
    return WithdrawnText(
        snapshot(article_id, title), Withdrawal(WithdrawalReason.WRONG, "Bo Ek", when, title)
    )


def test_a_withdrawn_article_has_a_page_that_is_in_no_list():
    gone = withdrawn("b", "Ny bro", days_ago=1)

    site = plan(msgspec.structs.replace(content(publication("a", "Ny park")), withdrawn=(gone,)), NOW)

    assert site.withdrawn == 1
    assert "nyheter/ny-bro/index.html" not in site.articles
    assert [path for path, data in all_bytes(site).items() if b"Ny bro" in data] == [
        "nyheter/ny-bro/index.html"
    ]


def test_at_an_address_that_several_had_stands_what_is_public_or_what_left_it_last():
    gone = (
        withdrawn("b", "Ny park", days_ago=1),
        withdrawn("c", "Ny bro!", days_ago=3),
        withdrawn("d", "Ny bro?", days_ago=2),
    )

    site = plan(msgspec.structs.replace(content(publication("a", "Ny park")), withdrawn=gone), NOW)

    assert site.withdrawn == 1
    assert "Arbetet är klart" in page(site, "nyheter/ny-park/index.html")
    assert "Ny bro?" in page(site, "nyheter/ny-bro/index.html")


def test_the_canonical_address_is_there_only_when_the_site_has_one():
    with_address = msgspec.structs.replace(PROFILE, base_url="https://granvik.example/nytt/")

    bare = plan(content(publication("a", "Ny park")), NOW)
    known = plan(content(publication("a", "Ny park"), profile=with_address), NOW)

    assert "canonical" not in page(bare, "nyheter/ny-park/index.html")
    assert '<link rel="canonical" href="https://granvik.example/nytt/nyheter/ny-park/">' in page(
        known, "nyheter/ny-park/index.html"
    )
    assert 'href="https://granvik.example/nytt/assets/site.css"' in page(known, "404.html")
    assert 'href="assets/site.css"' in page(bare, "404.html")


@pytest.mark.parametrize("kind", list(Kind))
def test_no_page_has_scripts_third_parties_or_inline_styles(kind):
    site = plan(content(publication("a", "Ny park", kind=kind)), NOW)

    for path in site.files:
        if path.endswith(".html"):
            text = page(site, path)
            assert "style=" not in text
            assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
            # What a machine reads is of a type that no browser runs.
            text = re.sub('<script type="application/ld.json">[^<]*</script>', "", text)
            assert text.count("<script") == (path == "sok/index.html")
            assert ("script-src" in text) == (path == "sok/index.html")
            # The law wants the address of those who see to it.
            assert "http" not in text.replace("http-equiv", "").replace("https://www.digg.se/", "")


def test_notices_of_the_moment_stand_on_every_page_the_most_urgent_first():
    coming = Notice(text="Kommer", begins_at=NOW + timedelta(hours=1))
    crisis = Notice(NoticeLevel.CRISIS, "Koka vattnet", "Boil the water", "article:a", "Läs om vattnet")
    settings = SiteSettings(notices=(Notice(text="Stängt i dag"), coming, crisis))
    made = content(publication("a", "Vattnet"), publication("b", "Water", language="en"))

    site = plan(msgspec.structs.replace(made, settings=settings), NOW)

    for path in site.files:
        if path.endswith(".html"):
            text = page(site, path)
            first = "Boil the water" if "/water/" in path or "/en/" in path else "Koka vattnet"
            assert text.index(first) < text.index("Stängt")
            assert "Kommer" not in text
    english = page(site, "nyheter/water/index.html")
    assert "<h2>Important announcement</h2>" in english
    assert '<a href="../../nyheter/vattnet/index.html" lang="sv">Läs om vattnet</a>' in english
    assert '<div class="width" lang="sv">' in english


def test_the_look_that_was_chosen_is_in_the_stylesheet_and_the_icon():
    look = Appearance("#7a1f4b", PICTURE, FontChoice.SYSTEM)
    made = content(publication("a", "Ny park"))

    site = plan(msgspec.structs.replace(made, settings=SiteSettings(look)), NOW)

    style = site.files["assets/site.css"]().decode()
    assert "--accent:#7a1f4b;" in style
    assert "@font-face" not in style
    assert not any(path.startswith("assets/fonts/") for path in site.files)
    assert b"#7a1f4b" in site.files["assets/icon.svg"]()
    logo = f'<img src="bilder/{PICTURE}-64.webp" width="64" height="48" alt="Granviks kommun">'
    assert logo in page(site, "index.html")
    assert f"bilder/{PICTURE}-64.webp" in site.files


def test_templates_in_a_folder_make_the_pages(tmp_path):
    (tmp_path / "not_found.html").write_text("<h1>Borta i {{ place.language }}</h1>")
    made = content(publication("a", "Ny park"))

    site = plan(msgspec.structs.replace(made, templates=Templates(tmp_path)), NOW)

    assert "<h1>Borta i sv</h1>" in page(site, "404.html")


def test_an_empty_site_says_so():
    site = plan(content(), NOW)

    assert swedish("Nothing has been published yet.") in page(site, "index.html")
    assert site.articles == {}


def test_articles_in_other_languages_are_listed_under_their_own_name():
    text = page(plan(content(*some_publications()), NOW), "sprak/index.html")

    assert '<h3 lang="ar" dir="rtl">العربية</h3>' in text
    assert 'lang="ar" dir="rtl">افتتاح الحديقة</a>' in text
    assert "Ny park" not in text


def test_a_site_without_a_switchboard_still_says_where_to_ask_for_its_number():
    nameless = msgspec.structs.replace(PROFILE, phone="")

    site = plan(content(publication("a", "Ny park"), profile=nameless), NOW)

    assert 'href="kontakt/index.html#phone"' in page(site, "index.html")
    assert swedish("The municipality has not given a phone number here yet.") in page(
        site, "kontakt/index.html"
    )


def test_the_stylesheet_says_the_same_in_fewer_bytes():
    written = (RESOURCES / "styles" / "site.css").read_text(encoding="utf-8")
    without_comments = re.sub(r"/\*.*?\*/", "", written, flags=re.S)

    style = stylesheet(PLAIN_LOOK).decode()

    assert len(style) < 0.82 * len(written)
    assert re.findall('"[^"]*"', style) == re.findall('"[^"]*"', without_comments)
    assert style.count("{") == style.count("}") == written.count("{")
    assert "calc(var(--measure) + 2.5rem)" in style
    assert "@media (min-width:40rem){" in style
    assert "letter-spacing:-.012em" in style
    assert "li+li" in style
    assert not re.search(r"[^\d.]0\.\d", style)


def test_an_article_does_without_the_rules_of_other_pages():
    site = plan(content(publication("a", "Ny park")), NOW)

    def sheets(path: str) -> list[str]:
        return re.findall(r'<link rel="stylesheet" href="([^"]+)"', page(site, path))

    assert sheets("nyheter/ny-park/index.html") == ["../../assets/site.css"]
    assert sheets("index.html") == ["assets/site.css", "assets/pages.css"]
    assert b".prose" in site.files["assets/pages.css"]()
    assert b".prose" not in site.files["assets/site.css"]()


def test_a_font_of_ones_own_takes_the_place_of_the_programs():
    look = Appearance(font=FontChoice.OWN, own_font=b"wOF2 and so on")
    made = content(publication("a", "Ny park"))

    site = plan(msgspec.structs.replace(made, settings=SiteSettings(look)), NOW)

    style = site.files["assets/site.css"]().decode()
    assert [path for path in site.files if path.startswith("assets/fonts/")] == ["assets/fonts/own.woff2"]
    assert site.files["assets/fonts/own.woff2"]() == look.own_font
    assert style.count("@font-face") == 1
    assert '--font:"Own",system-ui' in style


@pytest.mark.parametrize("base", ["", "https://granvik.example"])
def test_templates_that_are_copies_of_the_programs_own_make_the_same_website(tmp_path, base):
    copies = shutil.copytree(RESOURCES / "templates", tmp_path / "templates")
    texts = (
        *some_publications(),
        publication("hostile", 'A "title" & <b>more</b>', lead="", language="fi"),
        publication("english", "In English", language="en", version_of=Original("article-1")),
    )
    made = msgspec.structs.replace(
        content(*texts, profile=msgspec.structs.replace(PROFILE, base_url=base)),
        settings=SiteSettings(has_ninjs=True),
    )

    own, theirs = plan(made, NOW), plan(msgspec.structs.replace(made, templates=Templates(copies)), NOW)

    assert {path: data() for path, data in theirs.files.items()} == {
        path: data() for path, data in own.files.items()
    }
