"""Which texts show an image is known without a look at them, and follows them with every change."""

from datetime import UTC, datetime

import msgspec
import pytest

from editor_app.archive.rows import StoredArticle
from editor_app.domain.article import Article, Kind
from editor_app.domain.codec import encode
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.revision import Revision, content_hash, take_snapshot
from editor_app.domain.workflow import State

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SUN, MOON = "a" * 64, "b" * 64


def article(article_id, *image_ids, title="Himlen"):
    body = Document((paragraph("Text"), *(Figure(one, alt="Himlen") for one in image_ids)))
    return Article(article_id, Kind.NEWS, title, body=body)


def stored(text, version=1):
    return StoredArticle(text, State.DRAFT, version, NOW, "Ada", NOW, "Ada")


def revision(text, number=1):
    content = encode(take_snapshot(text, None, ()))
    return Revision(f"{text.id}-{number}", text.id, number, content, content_hash(content), NOW, "Ada")


def uses(archive, image_id):
    with archive.reading() as holdings:
        return [(use.article_id, use.is_live) for use in holdings.image_uses.of(image_id)]


def test_a_text_shows_the_images_that_it_was_saved_with_last(archive):
    with archive.writing() as holdings:
        holdings.articles.add(stored(article("1", SUN, SUN)))
        holdings.articles.replace(stored(article("1", MOON), 2), version=1)

    assert uses(archive, SUN) == []
    assert uses(archive, MOON) == [("1", False)]


def test_the_image_at_the_top_is_one_of_them(archive):
    text = msgspec.structs.replace(article("1"), hero=Figure(SUN, alt="Solen"))

    with archive.writing() as holdings:
        holdings.articles.add(stored(text))

    assert uses(archive, SUN) == [("1", False)]


def test_words_about_an_image_show_nothing(archive):
    words = Document((paragraph(f'"image_id":"{SUN}"'),))

    with archive.writing() as holdings:
        holdings.articles.add(stored(Article("1", Kind.NEWS, "Himlen", body=words)))

    assert uses(archive, SUN) == []


@pytest.mark.parametrize(("without", "unused"), [("", {MOON}), ("1", {SUN, MOON})])
def test_an_image_of_an_earlier_version_is_in_use(archive, without, unused):
    with archive.writing() as holdings:
        holdings.articles.add(stored(article("1")))
        holdings.revisions.add(revision(article("1", SUN)))

    with archive.reading() as holdings:
        assert holdings.image_uses.unused({SUN, MOON}, without=without) == unused
        assert holdings.image_uses.images_of("1") == {SUN}
        assert [one.number for one in holdings.revisions.showing(SUN)] == [1]
        assert holdings.articles.showing(SUN) == ()


def test_with_an_article_goes_what_is_noted_of_its_images(archive):
    text = article("1", SUN)
    with archive.writing() as holdings:
        holdings.articles.add(stored(text))
        holdings.revisions.add(revision(text))

        holdings.papers.remove(text)

    with archive.reading() as holdings:
        assert holdings.image_uses.unused({SUN}) == {SUN}
        assert holdings.image_uses.images_of("1") == frozenset()
