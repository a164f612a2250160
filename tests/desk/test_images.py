"""Images at the desk: stored once, described, and made into what pages show."""

import io
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import msgspec
import pytest
from PIL import Image

from editor_app.archive.errors import ImageMissing
from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import ImageAltered
from editor_app.desk.explain import explain
from editor_app.domain.document import Crop, Document, Figure, Focus, paragraph
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons
from editor_app.intake.files import UnreadableFile
from editor_app.rendering.images import ImageProblem, NotAnImage
from tests.originals import original


def png(colour, size=(1600, 900)):
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "PNG")
    return data.getvalue()


def alter(path, statement, *values):
    with closing(sqlite3.connect(path)) as database, database:
        assert database.execute(statement, values).rowcount


def stored_widths(path):
    with closing(sqlite3.connect(path)) as database:
        return sorted(database.execute("SELECT crop, width FROM image_renditions"))


@pytest.fixture
def image(desk):
    return desk.add_image(png("navy"), name="himmel.png", by="Ada")


@pytest.fixture
def illustrated(desk, draft, image):
    """A draft with an image at its top, cropped, and the same one whole in its text."""
    article = msgspec.structs.replace(
        draft.article,
        hero=Figure(image.id, alt="Himlen", crop=Crop(0, 0, 800, 400), focus=Focus(700, 10)),
        body=Document((paragraph("Det är klart väder."), Figure(image.id, alt="Himlen"))),
    )
    return desk.save(article, version=draft.version, by="Ada")


def test_an_image_is_kept_as_it_came_and_shown_in_the_width_that_is_asked_for(desk, archive_path, image):
    assert (image.media_type, image.width, image.height) == ("image/png", 1600, 900)
    assert original(archive_path, image.id) == png("navy")
    assert Image.open(io.BytesIO(desk.shown_image(image.id, 1280).data)).size == (1280, 720)
    assert Image.open(io.BytesIO(desk.page_image(f"bilder/{image.id}-320.webp"))).size == (320, 180)


def test_the_same_image_is_stored_once(desk, tmp_path):
    (tmp_path / "a.png").write_bytes(png("teal"))

    first = desk.add_image_file(tmp_path / "a.png", by="Ada")
    again = desk.add_image(png("teal"), name="b.png", by="Ada")

    assert again == first
    assert desk.images() == (first,)
    assert first.name == "a.png"


def test_what_is_no_image_is_not_stored(desk):
    with pytest.raises(NotAnImage):
        desk.add_image(b"GIF89a and then nothing", name="a.gif", by="Ada")

    assert desk.images() == ()


@pytest.mark.parametrize("problem", ImageProblem)
@pytest.mark.parametrize("name", ["bro.heic", ""])
def test_each_problem_of_a_file_has_a_sentence_and_a_next_step(problem, name):
    explained = explain(NotAnImage(name, problem))

    assert explained.what.startswith(name or "The file")
    assert "{" not in explained.what + explained.next_step


def test_an_image_file_that_is_not_there_cannot_be_read(desk, tmp_path):
    with pytest.raises(UnreadableFile):
        desk.add_image_file(tmp_path / "none.jpg", by="Ada")


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.page_image(f"bilder/{'0' * 64}-320.webp"),
        lambda desk: desk.page_image("bilder/himmel.webp"),
        lambda desk: desk.shown_image("0" * 64, 320),
        lambda desk: desk.describe_image("0" * 64, ImageDetails(), by="Ada"),
    ],
)
def test_an_unknown_image_is_missing(desk, act):
    with pytest.raises(ImageMissing):
        act(desk)


def test_what_is_noted_about_an_image_is_tidied_and_there_for_its_next_use(desk, image):
    details = ImageDetails(
        alt="  Himlen\növer ån ",
        credit="Siv Ek",
        persons=Persons.IDENTIFIABLE,
        legal_basis=LegalBasis.CONSENT,
        consent_scope="Webb",
        consent_until=date(2027, 1, 31),
    )

    described = desk.describe_image(image.id, details, by="Ada")

    assert described.details == msgspec.structs.replace(details, alt="Himlen över ån")
    assert desk.images() == (described,)


def test_an_image_of_somebody_needs_a_legal_basis_before_it_is_submitted(desk, illustrated, image):
    desk.describe_image(image.id, ImageDetails(persons=Persons.IDENTIFIABLE), by="Ada")

    with pytest.raises(NotReady) as not_ready:
        desk.submit(illustrated.article.id, by="Ada")

    assert [(one.rule, one.place.block) for one in not_ready.value.findings] == [("I04", None), ("I04", 1)]


def test_a_consent_holds_to_the_end_of_its_last_day_in_sweden(desk, illustrated, image, clock):
    desk.describe_image(
        image.id, ImageDetails(legal_basis=LegalBasis.CONSENT, consent_until=date(2026, 3, 2)), by="Ada"
    )
    desk.submit(illustrated.article.id, by="Ada")
    clock.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)

    with pytest.raises(NotReady) as not_ready:
        desk.approve(illustrated.article.id, by="Bo")

    assert {one.rule for one in not_ready.value.findings} == {"I05"}


def test_a_withdrawn_consent_stands_in_the_way_of_approval(desk, illustrated, image):
    desk.submit(illustrated.article.id, by="Ada")
    desk.describe_image(image.id, ImageDetails(legal_basis=LegalBasis.CONSENT_WITHDRAWN), by="Ada")

    with pytest.raises(NotReady) as not_ready:
        desk.approve(illustrated.article.id, by="Bo")

    assert {one.rule for one in not_ready.value.findings} == {"I05"}


def test_the_articles_that_show_an_image_are_listed_the_live_ones_first(desk, illustrated, image):
    desk.submit(illustrated.article.id, by="Ada")
    approved = desk.approve(illustrated.article.id, by="Bo")
    without = msgspec.structs.replace(approved.article, hero=None, body=Document((paragraph("Text"),)))
    desk.save(without, version=approved.version, by="Ada")
    other = desk.create(by="Ada")
    mentioning = msgspec.structs.replace(
        other.article, title="Annan", body=Document((Figure(image.id, alt="Himlen"),))
    )
    desk.save(mentioning, version=other.version, by="Ada")
    third = desk.create(by="Ada")
    only_words = msgspec.structs.replace(third.article, body=Document((paragraph(f"Bilden {image.id}"),)))
    desk.save(only_words, version=third.version, by="Ada")

    uses = desk.image_uses(image.id)

    assert [(use.article_id, use.is_live) for use in uses] == [
        (illustrated.article.id, True),
        (other.article.id, False),
    ]


def test_what_allows_the_use_of_an_image_never_leaves_the_archive(desk, illustrated, image, tmp_path):
    scope = "Porträttavtal nummer sju"
    desk.describe_image(image.id, ImageDetails(legal_basis=LegalBasis.CONSENT, consent_scope=scope), by="Ada")
    desk.submit(illustrated.article.id, by="Ada")
    desk.approve(illustrated.article.id, by="Bo")

    result = desk.export(tmp_path / "site", by="Ada")

    assert not any(scope.encode() in (tmp_path / "site" / path).read_bytes() for path in result.added)


def test_images_are_made_ready_with_their_crop_and_for_lists(desk, illustrated, archive_path):
    desk.make_images_ready(illustrated.article.id)

    assert stored_widths(archive_path) == [
        *(("", width) for width in (320, 480, 640, 960, 1280, 1600)),
        *(("0,0,800,400", width) for width in (320, 480, 640, 800)),
        *(("200,0,600,400", width) for width in (320, 600)),
    ]


def crops(path):
    return {crop for crop, _width in stored_widths(path)}


def with_crop(desk, copy, crop):
    hero = msgspec.structs.replace(copy.article.hero, crop=crop)
    return desk.save(msgspec.structs.replace(copy.article, hero=hero), version=copy.version, by="Ada")


def test_parts_of_an_image_that_nothing_shows_any_more_are_removed(desk, illustrated, archive_path):
    desk.make_images_ready(illustrated.article.id)
    narrower = with_crop(desk, illustrated, Crop(0, 0, 600, 400))

    desk.make_images_ready(narrower.article.id)

    assert crops(archive_path) == {"", "0,0,600,400"}


def test_parts_that_a_version_or_another_article_shows_stay(desk, illustrated, archive_path):
    desk.make_images_ready(illustrated.article.id)
    desk.save_version(illustrated.article.id, version=illustrated.version, by="Ada", name="Bred")
    other = with_crop(desk, desk.keep_copy(illustrated.article, by="Ada"), Crop(10, 20, 300, 200))
    desk.make_images_ready(other.article.id)
    narrower = with_crop(desk, illustrated, Crop(0, 0, 600, 400))

    desk.make_images_ready(narrower.article.id)

    assert crops(archive_path) == {"", "0,0,800,400", "200,0,600,400", "10,20,300,200", "0,0,600,400"}


@pytest.mark.parametrize("is_ready", [True, False])
def test_an_export_has_all_widths_of_the_images_whether_they_were_ready_or_not(
    desk, illustrated, image, tmp_path, is_ready
):
    if is_ready:
        desk.make_images_ready(illustrated.article.id)
    desk.submit(illustrated.article.id, by="Ada")
    desk.approve(illustrated.article.id, by="Bo")

    result = desk.export(tmp_path / "site", by="Ada")

    files = {path for path in result.added if path.startswith("bilder/")}
    assert len(files) == 12
    assert all((tmp_path / "site" / path).read_bytes() == desk.page_image(path) for path in files)
    assert f"bilder/{image.id}-0-0-800-400-800.webp" in files


def test_a_rendition_that_was_altered_is_made_anew_and_not_published(desk, image, archive_path):
    path = f"bilder/{image.id}-320.webp"
    before = desk.page_image(path)
    alter(archive_path, "UPDATE image_renditions SET data = ?", b"something else")

    after = desk.page_image(path)

    assert after == before
    assert desk.page_image(path) == before


def test_an_original_that_was_altered_stops_the_export_and_the_site_stays(
    desk, illustrated, archive_path, tmp_path
):
    desk.submit(illustrated.article.id, by="Ada")
    desk.approve(illustrated.article.id, by="Bo")
    alter(archive_path, "UPDATE image_files SET original = ?", png("red"))

    with pytest.raises(ImageAltered) as caught:
        desk.export(tmp_path / "site", by="Ada")

    assert explain(caught.value).what == "An image in the archive is no longer what was added."
    assert not (tmp_path / "site").exists()
