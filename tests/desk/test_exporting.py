"""What leaves the archive: what was approved, as it was approved."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import msgspec
import pytest

from editor_app.desk.values import ExportOutlook
from editor_app.domain.revision import HashMismatch
from tests.blank_archives import new_desk

DAY = timedelta(days=1)


def edit(desk, working_copy, **changes):
    article = msgspec.structs.replace(working_copy.article, **changes)
    return desk.save(article, version=working_copy.version, by="Ada")


def page_of(target, working_copy):
    return (target / "nyheter" / working_copy.article.slug / "index.html").read_text()


def files_in(target):
    """Return the files of a site but its manifest, which names what the log knew."""
    files = (path for path in target.rglob("*") if path.is_file() and path.name != "pressklar.json")
    return {path.relative_to(target): path.read_bytes() for path in files}


def test_an_approved_article_has_its_page(desk, approved, tmp_path):
    result = desk.export(tmp_path / "site", by="Ada")

    assert "Vägen blir fyra kilometer lång." in page_of(tmp_path / "site", approved)
    assert f"nyheter/{approved.article.slug}/index.html" in result.added
    assert result.not_due == 0


@pytest.mark.parametrize("stage", ["draft", "submitted"])
def test_what_is_not_approved_stays_at_home(desk, stage, request, tmp_path):
    request.getfixturevalue(stage)

    desk.export(tmp_path / "site", by="Ada")

    assert not any(b"fyra kilometer" in data for data in files_in(tmp_path / "site").values())


def test_an_edit_of_an_approved_article_leaves_the_page_as_it_was(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    before = files_in(tmp_path / "site")
    edited = edit(desk, approved, title="Hemlig ny rubrik")
    desk.submit(edited.article.id, by="Ada")

    result = desk.export(tmp_path / "site", by="Ada")

    assert files_in(tmp_path / "site") == before
    assert not (result.added or result.changed or result.removed)


def test_the_next_approval_replaces_the_page(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    edited = edit(desk, approved, title="Cykelvägen är klar")
    desk.submit(edited.article.id, by="Ada")
    desk.approve(edited.article.id, by="Bo")

    desk.export(tmp_path / "site", by="Ada")

    assert "Cykelvägen är klar" in page_of(tmp_path / "site", approved)


def test_the_internal_note_never_leaves(desk, draft, tmp_path):
    noted = edit(desk, draft, internal_note="Absolut hemligt")
    desk.submit(noted.article.id, by="Ada")
    desk.approve(noted.article.id, by="Bo")

    desk.export(tmp_path / "site", by="Ada")

    assert not any(b"Absolut hemligt" in data for data in files_in(tmp_path / "site").values())


def test_words_changed_behind_the_program_are_refused_and_nothing_is_written(
    desk, approved, archive_path, tmp_path
):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE revisions SET content = replace(content, 'fyra', 'fjorton')")

    with pytest.raises(HashMismatch) as mismatch:
        desk.export(tmp_path / "site", by="Ada")

    assert mismatch.value.article_id == approved.article.id
    assert not (tmp_path / "site").exists()


def test_a_hash_changed_with_the_words_is_refused_too(desk, approved, archive_path, tmp_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE revisions SET hash = ?", ("0" * 64,))

    with pytest.raises(HashMismatch):
        desk.export(tmp_path / "site", by="Ada")


def test_an_article_for_tomorrow_waits(desk, draft, clock, tmp_path):
    timed = edit(desk, draft, publish_at=clock.now + timedelta(days=1))
    desk.submit(timed.article.id, by="Ada")
    desk.approve(timed.article.id, by="Bo")

    early = desk.export(tmp_path / "site", by="Ada")
    clock.now += timedelta(days=1)
    late = desk.export(tmp_path / "site", by="Ada")

    assert early.not_due == 1
    assert late.not_due == 0
    assert "nyheter/ny-cykelvag-langs-an/index.html" not in early.added
    assert "nyheter/ny-cykelvag-langs-an/index.html" in late.added


def test_a_live_page_stays_until_the_time_of_what_replaces_it(desk, approved, clock, tmp_path):
    later = clock.now + timedelta(days=1)
    edited = edit(desk, approved, title="Ny rubrik", embargo_until=later)
    desk.submit(edited.article.id, by="Ada")
    desk.approve(edited.article.id, by="Bo")

    desk.export(tmp_path / "site", by="Ada")
    assert approved.article.title in page_of(tmp_path / "site", approved)

    clock.now += timedelta(days=1)
    desk.export(tmp_path / "site", by="Ada")
    assert "Ny rubrik" in page_of(tmp_path / "site", approved)


def test_a_page_that_was_put_off_before_it_appeared_does_not_appear_on_its_first_day(
    desk, draft, clock, tmp_path
):
    first, second = clock.now + timedelta(days=1), clock.now + timedelta(days=9)
    for time in (first, second):
        timed = edit(desk, desk.open(draft.article.id), publish_at=time)
        desk.submit(timed.article.id, by="Ada")
        desk.approve(timed.article.id, by="Bo")

    clock.now += timedelta(days=2)
    result = desk.export(tmp_path / "site", by="Ada")

    assert result.not_due == 1
    assert not (tmp_path / "site" / "nyheter").exists()


def test_the_same_words_approved_anew_give_the_same_page(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    restored = edit(desk, edit(desk, approved, title="Tillfälligt"), title=approved.article.title)
    desk.submit(restored.article.id, by="Ada")
    desk.approve(restored.article.id, by="Cy")

    result = desk.export(tmp_path / "site", by="Ada")

    assert not result.changed


def test_the_export_holds_the_images_of_its_pages(archive_path, tmp_path):
    desk = new_desk(archive_path, with_samples=True)

    result = desk.export(tmp_path / "site", by="Ada")

    used = {path for path in result.added if path.startswith("bilder/")}
    assert used
    for path in used:
        assert (tmp_path / "site" / path).read_bytes() == desk.page_image(path)
    desk.close()


def plan(desk, copy, **times):
    """Publish the words of `copy` with other times."""
    edit(desk, copy, **times)
    desk.submit(copy.article.id, by="Ada")
    return desk.approve(copy.article.id, by="Bo")


def test_the_outlook_tells_what_an_export_would_hold_and_leave_out(desk, approved):
    desk.create(by="Ada")
    before = desk.export_outlook()

    edit(desk, approved, title="Ny rubrik")

    assert before == ExportOutlook(exported=1, edited=0, waiting=0, left_out=1)
    assert desk.export_outlook() == ExportOutlook(exported=1, edited=1, waiting=0, left_out=1)


def test_what_waits_for_its_time_or_is_past_it_is_not_among_what_is_exported(desk, draft, clock):
    plan(desk, draft, publish_at=clock.now + DAY, unpublish_at=clock.now + 3 * DAY)
    before = desk.export_outlook()
    clock.now += 2 * DAY
    meanwhile = desk.export_outlook()
    clock.now += 2 * DAY

    assert before == ExportOutlook(exported=0, edited=0, waiting=1, left_out=0)
    assert meanwhile == ExportOutlook(exported=1, edited=0, waiting=0, left_out=0)
    assert desk.export_outlook() == ExportOutlook(exported=0, edited=0, waiting=0, left_out=0)


def test_a_page_that_stays_until_newer_words_begin_is_exported(desk, approved, clock, tmp_path):
    plan(desk, approved, title="Ny rubrik", publish_at=clock.now + DAY)

    outlook = desk.export_outlook()

    assert outlook == ExportOutlook(exported=1, edited=0, waiting=0, left_out=0)
    desk.export(tmp_path / "site", by="Ada")
    assert "Ny cykelväg längs ån" in page_of(tmp_path / "site", approved)
