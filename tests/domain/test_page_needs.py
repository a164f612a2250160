"""What a page takes from the archive, read from its article."""

from msgspec.structs import replace

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, Link, Paragraph, Span, Table
from editor_app.domain.page_needs import page_needs


def linked(href):
    return (Span("ord", (Link(href),)),)


ARTICLE = Article(
    "a",
    category_id="c",
    related_ids=("r",),
    hero=Figure("hero"),
    body=Document(
        (
            Paragraph(linked("article:one")),
            Paragraph(linked("https://klarebro.example")),
            Table(rows=((linked("ARTICLE:two"), ()),)),
            Figure("map"),
        )
    ),
)


def test_related_articles_links_and_images_are_needed():
    needs = page_needs(ARTICLE)

    assert needs.article_ids == {"r", "one", "two"}
    assert needs.image_ids == {"hero", "map"}


def test_what_was_fetched_is_enough_for_a_page_that_leads_to_less_and_not_for_another():
    fetched = page_needs(ARTICLE)

    assert fetched.hold(page_needs(replace(ARTICLE, related_ids=(), hero=None)))
    for change in ({"id": "b"}, {"category_id": None}, {"related_ids": ("s",)}, {"hero": Figure("other")}):
        assert not fetched.hold(page_needs(replace(ARTICLE, **change)))
