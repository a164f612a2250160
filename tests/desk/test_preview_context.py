"""What the preview fetches for one article is enough for the page that an export writes."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from editor_app.desk.preview import PreviewRenderer
from editor_app.domain.article import Original
from editor_app.domain.document import Document, Link, Paragraph, Span
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import State
from tests.blank_archives import new_desk


@pytest.fixture
def office(archive_path, clock):
    clock.now = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
    desk = new_desk(archive_path, with_samples=True, clock=clock)
    yield desk
    desk.close()


def previewed(desk, article, clock):
    return PreviewRenderer(desk.preview_context(article), lambda: clock.now).page(article)


def approve(desk, article, version):
    saved = desk.save(article, version=version, by="Ada")
    desk.submit(article.id, by="Ada")
    return desk.approve(saved.article.id, by="Bo")


def publish_another(desk, like, **changes):
    copy = desk.keep_copy(replace(like, **changes), by="Ada")
    return approve(desk, copy.article, copy.version).article


def test_every_page_of_the_samples_is_previewed_as_it_is_exported(office, clock, tmp_path):
    office.export(tmp_path / "site", by="Ada")
    unchanged = [
        copy.article
        for copy in (office.open(line.id) for line in office.articles())
        if copy.state is State.APPROVED
    ]

    pages = {article.id: previewed(office, article, clock) for article in unchanged}

    assert len(pages) > 3
    for page in pages.values():
        exported = (tmp_path / "site" / page.path).read_text()
        assert page.html == exported


def test_sections_neighbours_and_linked_pages_are_those_of_the_export(desk, approved, clock, tmp_path):
    other = desk.add_category("Uppleva och göra")
    first = publish_another(desk, approved.article, title="Lekplatsen är klar")
    publish_another(desk, approved.article, title="Biblioteket har öppet", category_id=other.id)
    publish_another(
        desk,
        approved.article,
        title="Inte än",
        publish_at=clock.now + timedelta(days=9),
        category_id=other.id,
    )
    link = Paragraph((Span("Läs om lekplatsen", (Link(f"article:{first.id}"),)),))
    last = publish_another(desk, approved.article, title="Bron stängs", body=Document((link,)))

    page = previewed(desk, last, clock)
    desk.export(tmp_path / "site", by="Ada")

    assert page.html == (tmp_path / "site" / page.path).read_text()
    assert "Uppleva och göra" in page.html and "Ny cykelväg längs ån" in page.main


def test_pages_in_other_languages_are_those_of_the_export(desk, approved, clock, tmp_path):
    for language in ("en", "ar"):
        made = desk.begin_language_version(approved.article.id, language, by="Ada")
        approve(desk, replace(made.article, title=f"Cycle path {language}"), made.version)
    desk.export(tmp_path / "site", by="Ada")

    articles = [desk.open(one.id).article for one in desk.articles()]
    pages = [previewed(desk, article, clock) for article in articles]

    assert len(pages) == 3
    for page in pages:
        assert page.html == (tmp_path / "site" / page.path).read_text()
        assert page.html.count('rel="alternate" hreflang=') == 4


def test_the_preview_fetches_anew_when_the_original_is_another(desk, approved):
    other = desk.create(by="Ada").article
    renderer = PreviewRenderer(desk.preview_context(other))

    assert renderer.lacks(replace(other, version_of=Original(approved.article.id)))
    assert not renderer.lacks(replace(other, title="Bron"))


def test_a_page_that_a_later_one_will_replace_is_still_a_neighbour_and_has_its_section(desk, approved, clock):
    other = desk.add_category("Uppleva och göra")
    shown = publish_another(desk, approved.article, title="Biblioteket har öppet", category_id=other.id)
    later = replace(shown, title="Biblioteket flyttar", publish_at=clock.now + timedelta(days=9))
    approve(desk, later, desk.open(shown.id).version)

    page = previewed(desk, replace(approved.article, category_id=other.id), clock)

    assert "Biblioteket har öppet" in page.main
    assert "Biblioteket flyttar" not in page.html
    assert "Uppleva och göra" in previewed(desk, approved.article, clock).html


def test_the_only_article_of_a_section_takes_the_section_with_it(desk, approved, clock):
    other = desk.add_category("Uppleva och göra")
    moved = replace(approved.article, category_id=other.id)

    page = previewed(desk, moved, clock)

    assert "Uppleva och göra" in page.html
    assert "Bygga och bo" not in page.html


@pytest.mark.parametrize("way", ["led on", "led nowhere", "in English"])
def test_the_page_of_a_withdrawn_article_is_previewed_as_it_is_exported(desk, approved, clock, tmp_path, way):
    other = desk.add_category("Uppleva och göra")
    park = publish_another(desk, approved.article, title="Parken är klar", category_id=other.id)
    language = "en" if way == "in English" else "sv"
    gone = publish_another(desk, approved.article, title="Bron stängs", language=language)
    desk.withdraw(gone.id, WithdrawalReason.MERGED, by="Bo", words="Fel bro.", replacement_id=park.id)
    if way == "led nowhere":
        desk.withdraw(park.id, WithdrawalReason.MERGED, by="Bo", replacement_id=gone.id)

    page = PreviewRenderer(desk.preview_context(gone), lambda: clock.now).withdrawn_page()
    desk.export(tmp_path / "site", by="Ada")

    assert page.html == (tmp_path / "site" / page.path).read_text()
    assert ("Parken är klar" in page.main) == (way != "led nowhere")


def test_what_is_alone_in_its_category_is_previewed_as_it_is_exported(desk, approved, clock, tmp_path):
    other = desk.add_category("Uppleva och göra")
    alone = publish_another(desk, approved.article, title="Parken är klar", category_id=other.id)

    page = PreviewRenderer(desk.preview_context(alone), lambda: clock.now).page(alone)
    desk.export(tmp_path / "site", by="Ada")

    assert page.html == (tmp_path / "site" / page.path).read_text()
    assert approved.article.title in page.main.partition('class="related"')[2]


def test_there_is_no_page_for_readers_of_what_is_live_or_was_never_published(desk, approved):
    for article in (approved.article, desk.create(by="Ada").article):
        context = desk.preview_context(article)

        assert PreviewRenderer(context).withdrawn_page() is None


def test_only_what_the_page_shows_is_fetched(office):
    copies = [office.open(line.id) for line in office.articles()]
    plain = next(copy.article for copy in copies if copy.live)

    context = office.preview_context(replace(plain, related_ids=()))

    assert len(context.publications) <= 4 < sum(copy.live is not None for copy in copies)
    assert len(context.images) < len(office.images())
