"""Articles in several languages: begun from each other, and out of date when the original moves on."""

import pytest
from msgspec.structs import replace

from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import ArticleMissing, OwnOriginal, SameLanguage
from editor_app.domain.article import Original
from editor_app.domain.document import Document, paragraph
from editor_app.domain.revision import words_hash


def edit(desk, copy, **changes):
    return desk.save(replace(copy.article, **changes), version=copy.version, by="Ada")


def findings(desk, article_id):
    return [one.rule for one in desk.check(article_id) if one.rule == "A03"]


def test_a_translation_begins_with_the_words_and_the_details_of_its_original(desk, draft):
    made = desk.begin_language_version(draft.article.id, "en", by="Bo")

    article = made.article
    assert article.id != draft.article.id
    assert (article.language, article.slug) == ("en", "")
    assert article.version_of == Original(draft.article.id, words_hash(draft.article))
    kept = ("kind", "title", "lead", "body", "category_id", "contact_ids", "hero", "record_number")
    assert [getattr(article, name) for name in kept] == [getattr(draft.article, name) for name in kept]
    assert desk.open(draft.article.id) == draft


def test_what_belongs_to_the_original_alone_is_not_taken_along(desk, draft, clock):
    noted = edit(desk, draft, publish_at=clock.now, internal_note="Ring Åsa", stays_online=True)

    article = desk.begin_language_version(noted.article.id, "en", by="Bo").article

    assert (article.publish_at, article.internal_note, article.stays_online) == (None, "", False)


def test_a_translation_of_a_translation_goes_back_to_the_same_original(desk, draft):
    english = desk.begin_language_version(draft.article.id, "en", by="Bo")

    arabic = desk.begin_language_version(english.article.id, "ar", by="Bo")

    assert arabic.article.version_of == english.article.version_of


def test_no_translation_is_made_into_the_language_that_it_is_in(desk, draft):
    with pytest.raises(SameLanguage):
        desk.begin_language_version(draft.article.id, "SV", by="Bo")


def test_a_translation_is_out_of_date_once_its_original_says_something_else(desk, draft):
    made = desk.begin_language_version(draft.article.id, "en", by="Bo").article.id
    before = findings(desk, made)

    edit(desk, draft, title="Cykelvägen blir längre")

    assert (before, findings(desk, made)) == ([], ["A03"])
    with pytest.raises(NotReady):
        desk.submit(made, by="Bo")


def test_it_is_not_while_the_original_is_rewritten_and_something_else_is_live(desk, approved):
    made = desk.begin_language_version(approved.article.id, "en", by="Bo").article.id

    edited = edit(desk, approved, lead="Bygget börjar i juni.")

    assert findings(desk, made) == []
    desk.submit(edited.article.id, by="Ada")
    desk.approve(edited.article.id, by="Bo")
    assert findings(desk, made) == ["A03"]


def test_a_translation_of_words_that_are_still_to_be_published_is_not_out_of_date(desk, approved):
    edit(desk, approved, lead="Bygget börjar i juni.")

    made = desk.begin_language_version(approved.article.id, "en", by="Bo").article.id

    assert findings(desk, made) == []


def test_whoever_has_gone_through_the_original_says_so(desk, draft):
    made = desk.begin_language_version(draft.article.id, "en", by="Bo").article.id
    edit(desk, draft, title="Cykelvägen blir längre")

    desk.set_original(made, draft.article.id, by="Bo")

    assert findings(desk, made) == []


def test_what_was_written_anew_may_become_a_translation_and_be_none_again(desk, draft):
    other = desk.create(by="Ada").article.id

    linked = desk.set_original(other, draft.article.id, by="Ada")
    parted = desk.set_original(other, "", by="Ada")

    assert linked.article.version_of == Original(draft.article.id, words_hash(draft.article))
    assert parted.article.version_of is None


def test_nothing_is_a_translation_of_itself_nor_of_its_own_translation(desk, draft):
    made = desk.begin_language_version(draft.article.id, "en", by="Bo").article.id

    for original in (draft.article.id, made):
        with pytest.raises(OwnOriginal):
            desk.set_original(draft.article.id, original, by="Ada")


def test_an_original_that_is_not_in_the_archive_is_refused(desk, draft):
    with pytest.raises(ArticleMissing):
        desk.set_original(draft.article.id, "borta", by="Ada")
    assert desk.original("borta") is None


def test_readers_are_led_to_the_translation_in_an_export(desk, approved, tmp_path):
    made = desk.begin_language_version(approved.article.id, "en", by="Ada")
    body = Document((paragraph("It is four kilometres."),))
    edit(desk, made, title="New cycle path", lead="Work begins in May.", body=body)
    desk.submit(made.article.id, by="Ada")
    desk.approve(made.article.id, by="Bo")

    desk.export(tmp_path / "site", by="Ada")

    page = (tmp_path / "site" / "nyheter" / approved.article.slug / "index.html").read_text("utf-8")
    assert '<link rel="alternate" hreflang="en" href="../../nyheter/new-cycle-path/index.html">' in page
    assert '<a href="#versions" lang="en">' in page


def test_a_restored_version_brings_back_what_it_was_a_translation_of(desk, draft):
    made = desk.begin_language_version(draft.article.id, "en", by="Bo")
    desk.save_version(made.article.id, version=made.version, by="Bo", name="Ett")
    parted = desk.set_original(made.article.id, "", by="Bo")

    restored = desk.restore(made.article.id, 1, version=parted.version, by="Bo")

    assert restored.working_copy.article.version_of == made.article.version_of
