"""What the archive's shelves keep, and in which order they give it back."""

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from sqlalchemy.exc import IntegrityError

from editor_app.archive.errors import BrokenSetting, ImageMissing, StaleRow
from editor_app.archive.rows import Approval, StoredArticle, StoredImage, StoredRendition
from editor_app.archive.settings import KINDS
from editor_app.domain.article import Article, Category, Contact, new_id
from editor_app.domain.article_query import ArticleQuery, ArticleSort
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons
from editor_app.domain.revision import Revision, content_hash
from editor_app.domain.workflow import State

NOW = datetime(2026, 3, 2, 8, 0, 0, 123456, tzinfo=UTC)


def stored(article, version=1, at=NOW):
    return StoredArticle(article, State.DRAFT, version, at, "Ada", created_at=NOW, created_by="Ada")


def revision(article_id, number, content=b"{}"):
    return Revision(new_id(), article_id, number, content, content_hash(content), NOW, "Ada")


def approval(revision, at=NOW):
    return Approval(new_id(), revision.id, revision.hash, "Bo", at)


@pytest.fixture
def holdings(archive):
    with archive.writing() as holdings:
        yield holdings


def test_an_article_comes_back_as_it_went_in(holdings):
    article = stored(Article("1", title="Å", publish_at=NOW, slug="a"))

    holdings.articles.add(article)

    assert holdings.articles.get("1") == article
    assert holdings.articles.get("2") is None


def test_a_version_that_is_gone_is_not_replaced(holdings):
    holdings.articles.add(stored(Article("1", title="Första"), version=2))

    with pytest.raises(StaleRow) as stale:
        holdings.articles.replace(stored(Article("1", title="Annan"), version=2), version=1)

    assert stale.value.article_id == "1"
    assert holdings.articles.get("1").article.title == "Första"


def test_the_newest_edit_is_listed_first(holdings):
    for name, hours in (("old", 0), ("newest", 2), ("newer", 1)):
        holdings.articles.add(stored(Article(name), at=NOW + timedelta(hours=hours)))

    assert holdings.finding.find(ArticleQuery(), ArticleSort(), now=NOW, me="") == ("newest", "newer", "old")


def test_ids_are_found_by_how_they_begin_in_whatever_case(holdings):
    for name in ("ab12", "ab_2", "b12"):
        holdings.articles.add(stored(Article(name)))

    assert holdings.articles.ids_beginning("AB") == ("ab12", "ab_2")
    assert holdings.articles.ids_beginning("ab_") == ("ab_2",)
    assert holdings.articles.ids_beginning("%") == ()


def test_times_come_back_in_utc(holdings):
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))

    holdings.articles.add(stored(Article("1"), at=tokyo))

    [line] = holdings.finding.rows(["1"])
    assert line.updated_at.isoformat() == "2026-03-02T08:00:00.123456+00:00"


def test_two_articles_cannot_have_one_address_but_many_can_have_none(holdings):
    holdings.articles.add(stored(Article("1", slug="bro")))
    holdings.articles.add(stored(Article("2")))
    holdings.articles.add(stored(Article("3")))

    assert holdings.articles.slugs() == {"bro"}
    with pytest.raises(IntegrityError):
        holdings.articles.add(stored(Article("4", slug="bro")))


def test_an_article_cannot_be_filed_under_a_category_that_is_not_there(holdings):
    with pytest.raises(IntegrityError):
        holdings.articles.add(stored(Article("1", category_id="none")))


def test_contacts_come_in_the_order_that_was_asked_for(holdings):
    for name in ("c", "a", "b"):
        holdings.contacts.put(Contact(name, name.upper()))

    assert [contact.id for contact in holdings.contacts.in_order(("b", "none", "c"))] == ["b", "c"]
    assert holdings.contacts.in_order(()) == ()
    assert [contact.name for contact in holdings.contacts.all()] == ["A", "B", "C"]


def test_a_category_is_found_by_its_name_in_any_case(holdings):
    category = Category("1", "Ädel Åsikt", "adel")

    holdings.categories.add(category)

    assert holdings.categories.named("äDEL ÅSIKT") == category
    assert holdings.categories.named("Adel Asikt") is None
    assert holdings.categories.get("1") == category


def test_a_revision_number_is_given_once(holdings):
    holdings.articles.add(stored(Article("1")))
    holdings.revisions.add(revision("1", 1))

    with pytest.raises(IntegrityError):
        holdings.revisions.add(revision("1", 1, b"other"))


def test_an_image_is_kept_with_what_is_noted_about_it(holdings):
    image = StoredImage("f" * 64, "bro.jpg", "image/jpeg", 800, 600, has_position=True)
    details = ImageDetails(
        "En bro", False, "Bron", "Siv Ek", Persons.IDENTIFIABLE, LegalBasis.CONSENT, "Webb", date(2027, 5, 4)
    )

    holdings.images.add(image, original=b"original")
    before = holdings.images.all()
    holdings.images.describe(image.id, details)

    described = msgspec.structs.replace(image, details=details)
    assert before == (image,)
    assert holdings.images.get(image.id) == described
    assert holdings.images.named([image.id, "0" * 64]) == {image.id: described}
    assert holdings.images.original(image.id) == b"original"
    with pytest.raises(ImageMissing):
        holdings.images.original("0" * 64)


def test_a_rendition_is_replaced_and_others_stay(holdings):
    image = StoredImage("f" * 64, "bro.jpg", "image/jpeg", 800, 600)
    holdings.images.add(image, original=b"original")
    first, second, cropped = (StoredRendition(data, "h") for data in (b"1", b"2", b"c"))

    holdings.images.keep_rendition(image.id, "", 320, first)
    holdings.images.keep_rendition(image.id, "0,0,8,6", 320, cropped)
    holdings.images.keep_rendition(image.id, "", 320, second)

    assert holdings.images.rendition(image.id, "", 320) == second
    assert holdings.images.rendition(image.id, "0,0,8,6", 320) == cropped
    assert holdings.images.rendition(image.id, "", 640) is None


def test_a_setting_is_replaced(holdings):
    assert holdings.settings.get("theme") is None

    holdings.settings.put("theme", '"light"')
    holdings.settings.put("theme", '"dark"')

    assert msgspec.json.decode(holdings.settings.get("theme")) == "dark"


@pytest.mark.parametrize("stored", ["", "{", "[3]", "3"])
@pytest.mark.parametrize("key", KINDS)
def test_a_setting_that_somebody_wrote_by_hand_is_named(holdings, key, stored):
    assert holdings.settings.read(key, KINDS[key]) is None
    holdings.settings.put(key, stored)

    with pytest.raises(BrokenSetting) as broken:
        holdings.settings.read(key, KINDS[key])

    assert broken.value.key == key
