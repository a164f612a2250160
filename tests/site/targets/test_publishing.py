"""What holds for every server: what is sent, in which order, and what is never destroyed."""

import pytest

from editor_app.site.output.paths import MANIFEST
from editor_app.site.targets.errors import ExportAltered, NoExport, UploadStopped, WouldOverwrite
from editor_app.site.targets.journal import JOURNAL, TURN
from editor_app.site.targets.publishing import publish, try_connection
from editor_app.site.targets.values import Doing, RemoteConflictKind
from tests.site.targets.cutting import CuttingLine

QUICK = (0.05, 0.1, 0.2)


def send(place, export, **options):
    target = options.pop("target", None) or place.target()
    return publish(target, place.password, export.folder, pauses=QUICK, **options)


def test_a_first_publishing_puts_the_whole_export_there(place, export):
    published = send(place, export)

    assert place.files() == export.files()
    assert set(published.added) == set(export.pages)
    assert published.changed == published.removed == ()


def test_only_what_changed_is_sent(place, export):
    send(place, export)
    export.pages["nyhet/bron/index.html"] = b"<h1>Bron st\xc3\xa4ngs</h1>"
    export.pages["nyhet/ny/index.html"] = b"<h1>Ny</h1>"
    del export.pages["nyhet/skolan/index.html"]
    export.write()

    published = send(place, export)

    assert place.files() == export.files()
    assert published.added == ("nyhet/ny/index.html",)
    assert published.changed == ("nyhet/bron/index.html",)
    assert published.removed == ("nyhet/skolan/index.html",)
    assert published.sent_bytes < len(export.pages["bilder/bron.webp"])


def test_nothing_is_sent_where_nothing_changed(place, export):
    send(place, export)

    published = send(place, export)

    assert (published.added, published.changed, published.removed, published.sent_bytes) == ((), (), (), 0)


def test_a_dry_run_tells_what_would_be_done_and_does_nothing(place, export):
    published = send(place, export, dry_run=True)

    assert set(published.added) == set(export.pages)
    assert place.files() == {}


def test_a_file_of_others_is_not_replaced_unasked(place, export):
    place.write("index.html", b"annans")
    place.write("annat.txt", b"annat")

    with pytest.raises(WouldOverwrite) as refused:
        send(place, export)

    assert [(one.path, one.kind) for one in refused.value.conflicts] == [
        ("index.html", RemoteConflictKind.FOREIGN)
    ]
    assert place.files() == {"index.html": b"annans", "annat.txt": b"annat"}


def test_a_file_of_others_is_replaced_on_request_and_all_else_of_theirs_stays(place, export):
    place.write("index.html", b"annans")
    place.write("annat.txt", b"annat")

    published = send(place, export, overwrite=True)

    assert published.overwritten == ("index.html",)
    assert place.files() == {**export.files(), "annat.txt": b"annat"}


def test_a_page_that_was_altered_there_is_neither_replaced_nor_removed_unasked(place, export):
    send(place, export)
    place.write("nyhet/bron/index.html", b"annans")
    place.write("nyhet/skolan/index.html", b"annans")
    export.pages["nyhet/bron/index.html"] = b"<h1>Nytt</h1>"
    del export.pages["nyhet/skolan/index.html"]
    export.write()

    with pytest.raises(WouldOverwrite) as refused:
        send(place, export)

    assert [(one.path, one.kind) for one in refused.value.conflicts] == [
        ("nyhet/bron/index.html", RemoteConflictKind.ALTERED),
        ("nyhet/skolan/index.html", RemoteConflictKind.ALTERED),
    ]


def test_what_pages_point_to_comes_before_them_and_the_front_page_after(place, export):
    seen = []

    def look(progress):
        if progress.doing is Doing.SENDING:
            seen.append({path for path in place.files() if path in export.pages})

    send(place, export, tell=look)

    for there in seen:
        assert not there & {"index.html"} or there == set(export.pages)
        assert "bilder/bron.webp" in there or not there


def test_the_progress_ends_with_all_that_there_is(place, export):
    told = []

    send(place, export, tell=told.append)

    sending = [one for one in told if one.doing is Doing.SENDING]
    total = sum(map(len, export.pages.values()))
    assert (sending[-1].files, sending[-1].bytes) == (sending[-1].all_files, sending[-1].all_bytes)
    assert (sending[-1].all_files, sending[-1].all_bytes) == (len(export.pages), total)


def test_a_stopped_upload_is_gone_on_with(place, export):
    sent = []

    def look(progress):
        if progress.doing is Doing.SENDING and progress.files:
            sent.append(progress)

    with pytest.raises(UploadStopped):
        send(place, export, tell=look, is_stopped=lambda: bool(sent))
    assert MANIFEST not in place.files()
    published = send(place, export)

    assert published.already > 0
    assert published.already + len(published.added) == len(export.pages)
    assert place.files() == export.files()


def test_a_cut_line_is_connected_again(place, export):
    with CuttingLine(place.server.port, after=20_000, times=2) as line:
        send(place, export, target=place.target(line.port))

        assert line.cuts == 2
    assert place.files() == export.files()


@pytest.mark.parametrize("after", [9_000, 70_000])
def test_a_run_after_one_that_was_cut_for_good_makes_the_site_whole(place, export, after):
    send(place, export)
    export.pages["bilder/bron.webp"] = bytes(range(255, -1, -1)) * 300
    export.pages["nyhet/bron/index.html"] = b"<h1>Andra</h1>"
    del export.pages["nyhet/skolan/index.html"]
    export.write()
    with CuttingLine(place.server.port, after=after, for_good=True) as line:
        try:
            send(place, export, target=place.target(line.port))
        except Exception as error:  # noqa: BLE001 - which one depends on where the cut is
            cut = type(error).__name__
        else:
            cut = None

    export.pages["nyhet/bron/index.html"] = b"<h1>Tredje</h1>"
    export.write()
    send(place, export)

    assert cut in {"ServerUnreachable", None}
    assert place.files() == export.files()


def test_a_page_that_goes_back_to_what_it_was_after_a_cut_is_put_back(place, export):
    send(place, export)
    before = dict(export.pages)
    export.pages["nyhet/bron/index.html"] = b"<h1>Andra</h1>"
    export.pages["nyhet/extra/index.html"] = b"<h1>Extra</h1>"
    export.write()
    stop_before_manifest(place, export)
    assert place.files()["nyhet/bron/index.html"] == b"<h1>Andra</h1>"

    export.pages = before
    export.write()
    send(place, export)

    assert place.files() == export.files()


def stop_before_manifest(place, export):
    """Let an upload be stopped when all its files are there and its manifest is not."""
    finishing = []

    def look(progress):
        if progress.doing is Doing.FINISHING:
            finishing.append(True)

    with pytest.raises(UploadStopped):
        send(place, export, tell=look, is_stopped=lambda: bool(finishing))
    assert JOURNAL in place.files()
    assert TURN not in place.files()


def test_an_export_that_was_altered_by_hand_is_not_published(place, export):
    (export.folder / "index.html").write_bytes(b"annat")

    with pytest.raises(ExportAltered) as refused:
        send(place, export)

    assert refused.value.name == "index.html"
    assert MANIFEST not in place.files()


def test_a_folder_without_an_export_is_not_published(place, tmp_path):
    with pytest.raises(NoExport):
        publish(place.target(), place.password, tmp_path)


def test_a_connection_is_tried_without_writing(place, export):
    assert try_connection(place.target(), place.password)
    place.write("annat.txt", b"annat")
    assert not try_connection(place.target(), place.password)
    assert place.files() == {"annat.txt": b"annat"}
