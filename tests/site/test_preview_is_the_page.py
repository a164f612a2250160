"""The promise that the preview is the page: the same bytes as an export would write."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given

from editor_app.desk.preview import PreviewContext, PreviewRenderer, site_file
from editor_app.desk.values import StoredImage
from editor_app.domain.article import Article, Kind
from editor_app.domain.document import Document, FactTitle, Figure, Heading, ListItem, Paragraph, Quote, Span
from editor_app.domain.publication import Publication
from editor_app.domain.revision import take_snapshot
from editor_app.domain.site_settings import SiteSettings
from tests.site.made_site import plan
from tests.site.newsroom import (
    CULTURE,
    LIVING,
    NOW,
    OTHER_PICTURE,
    PICTURE,
    PRESS,
    PROFILE,
    content,
    some_publications,
)
from tests.strategies import documents

ARTICLE = Article(
    "article-1",
    title="Ny park vid ån",
    lead="Parken <öppnar> i maj.",
    body=Document(
        (
            Paragraph((Span("Arbetet är klart."),)),
            Heading(2, (Span("Lekplats"),)),
            Quote((Span("Vi är glada, säger Berit Ågren."),)),
            ListItem(spans=(Span("gungor"),)),
            ListItem(spans=(Span("sand"),)),
            FactTitle((Span("Fakta"),)),
            Paragraph((Span("Parken är stor."),), boxed=True),
            Figure(OTHER_PICTURE, alt="En gunga", caption="Gungan", credit="Siv Ek"),
        )
    ),
    category_id=LIVING.id,
    contact_ids=(PRESS.id,),
    hero=Figure(PICTURE, alt="En äng"),
    slug="ny-park",
)


def context(publications: tuple[Publication, ...] = ()) -> PreviewContext:
    return PreviewContext(
        profile=PROFILE,
        categories=(CULTURE, LIVING),
        contacts=(PRESS,),
        images={key: StoredImage(key, "a.png", "image/png", 64, 48) for key in (PICTURE, OTHER_PICTURE)},
        publications=publications,
    )


def approved_now(article: Article, live: tuple[Publication, ...]) -> tuple[Publication, ...]:
    """Return what is live after `article` was approved at NOW."""
    category = {LIVING.id: LIVING, CULTURE.id: CULTURE}.get(article.category_id or "")
    snapshot = take_snapshot(article, category, [PRESS] if article.contact_ids else [])
    first = next((other.first_released_at for other in live if other.snapshot.article_id == article.id), NOW)
    others = tuple(other for other in live if other.snapshot.article_id != article.id)
    return (*others, Publication(snapshot, "", NOW, first))


def exported(article: Article, live: tuple[Publication, ...]) -> str:
    site = plan(content(*approved_now(article, live)), NOW)
    path = PreviewRenderer(context(live), lambda: NOW).page(article).path
    return site.files[path]().decode()


@pytest.mark.parametrize("live", [(), some_publications()], ids=["an empty site", "a site with the article"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "Annan park", "slug": ""},
        {"language": "en"},
        {"language": "ar"},
        {"kind": Kind.CRISIS},
        {"kind": Kind.PRESS_RELEASE, "category_id": CULTURE.id},
        {"category_id": None, "contact_ids": (), "hero": None, "lead": "", "body": Document()},
        {"related_ids": ("article-2", "article-1", "article-5")},
        {"publish_at": NOW - timedelta(days=400), "record_number": "KS 2025/17"},
        {"id": "article-99"},
    ],
    ids=str,
)
def test_the_preview_is_the_page_byte_for_byte(changes, live):
    article = msgspec.structs.replace(ARTICLE, **changes)

    page = PreviewRenderer(context(live), lambda: NOW).page(article)

    assert page.html == exported(article, live)


def test_the_preview_leads_to_the_pages_of_contacts_as_the_page_does():
    settings = SiteSettings(has_contact_pages=True)
    known = msgspec.structs.replace(context(), settings=settings)
    made = msgspec.structs.replace(content(*approved_now(ARTICLE, ())), settings=settings, contacts=(PRESS,))

    page = PreviewRenderer(known, lambda: NOW).page(ARTICLE)

    assert 'href="../../kontakter/berit-agren/index.html">Berit Ågren</a>' in page.html
    assert page.html == plan(made, NOW).files[page.path]().decode()


@given(documents)
def test_whatever_the_body_the_preview_is_the_page(body):
    article = msgspec.structs.replace(ARTICLE, body=body)

    page = PreviewRenderer(context(), lambda: NOW).page(article)

    assert page.html == exported(article, ())


def test_the_parts_of_the_preview_are_parts_of_its_page():
    page = PreviewRenderer(context(some_publications()), lambda: NOW).page(ARTICLE)

    assert f'<main id="main" tabindex="-1">{page.main}</main>' in page.html
    assert '<div id="body" class="body width">' + "\n".join(page.body) + "</div>" in page.main
    assert [fragment.split(">")[0].split(" ")[0] for fragment in page.body] == [
        "<p",
        "<h2",
        "<blockquote",
        "<ul",
        "<aside",
        "<figure",
    ]
    assert (page.language, page.title) == ("sv", "Ny park vid ån")


def test_a_preview_leaves_the_next_one_alone():
    renderer = PreviewRenderer(context(some_publications()), lambda: NOW)
    before = renderer.page(ARTICLE)

    renderer.page(msgspec.structs.replace(ARTICLE, title="Annat", category_id=CULTURE.id))

    assert renderer.page(ARTICLE) == before


def test_an_article_that_is_not_due_is_previewed_all_the_same():
    later = msgspec.structs.replace(ARTICLE, publish_at=NOW + timedelta(days=40))

    assert "10 april 2025" in PreviewRenderer(context(), lambda: NOW).page(later).html


def test_the_files_that_a_page_asks_for_are_served_and_no_others():
    stylesheet, media_type = site_file("assets/site.css") or (b"", "")

    assert (media_type, b"@font-face" in stylesheet) == ("text/css", True)
    assert site_file("assets/fonts/source-sans-3-normal.woff2")[1] == "font/woff2"
    assert site_file("assets/../../pyproject.toml") is None
    assert site_file("index.html") is None
