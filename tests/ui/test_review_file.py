"""The review file in a real browser engine: what an expert writes there comes out as a reply."""

import re
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

from editor_app.domain.document import Document, ListItem, Span, paragraph
from editor_app.domain.reply import Remark
from editor_app.intake.replies import read_reply
from tests.blank_archives import new_desk

WAIT = 20000
BODY = Document(
    (
        paragraph("Vägen blir fyra kilometer lång."),
        ListItem(spans=(Span("Räls"),)),
        ListItem(spans=(Span("Bänkar"),)),
    )
)


@pytest.fixture
def review(tmp_path):
    """The id of an article, and a review file of it."""
    desk = new_desk(tmp_path / "archive.sqlite3")
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(created.article, title="Ny väg", lead="Klart i maj.", body=BODY)
    desk.save(article, version=created.version, by="Ada")
    path = tmp_path / "review.html"
    desk.export_review(article.id, path, by="Ada", answer_by=date(2026, 3, 6))
    desk.close()
    return article.id, path


@pytest.fixture
def view(qtbot, review):
    view = QWebEngineView()
    view.resize(390, 800)
    view.show()
    with qtbot.waitSignal(view.loadFinished, timeout=WAIT):
        view.load(QUrl.fromLocalFile(str(review[1])))
    yield view
    delete(view)


@pytest.fixture
def ask(qtbot, view):
    def ask(script):
        answers = []
        view.page().runJavaScript(
            script, QWebEngineScript.ScriptWorldId.ApplicationWorld.value, answers.append
        )
        qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
        return answers[0]

    return ask


def write(ask, field, words):
    ask(
        f"{{ const field = document.getElementById({field!r}); field.value = {words!r};"
        "field.dispatchEvent(new Event('input', {bubbles: true})); } true"
    )


def shown(ask, selector):
    return ask(f"document.querySelector({selector!r}).checkVisibility()")


def test_with_scripts_the_fields_are_there_and_the_form_is_not(ask):
    assert shown(ask, "details.say summary") is True
    assert shown(ask, "#name") is True
    assert shown(ask, "pre") is False
    assert ask("getComputedStyle(document.querySelector('.guide')).fontFamily").startswith('"Source Sans 3"')


def test_what_is_written_is_copied_as_a_text_that_is_read_again(qtbot, ask, review):
    write(ask, "say-3", "Stämmer det? 😀")
    write(ask, "say-all", "Bra!")
    ask("document.getElementById('part-4').value = '2'; true")
    write(ask, "say-4", "Hur många?")
    write(ask, "name", "Maria Ek")

    ask("document.getElementById('copy').click(); true")
    qtbot.waitUntil(lambda: bool(ask("document.getElementById('mail').value")), timeout=WAIT)
    text = ask("document.getElementById('mail').value")

    reply = read_reply("> " + text.replace("\n", "\r\n> "))
    assert (reply.article_id, reply.number, reply.name) == (review[0], 1, "Maria Ek")
    assert set(reply.remarks) == {
        Remark("Stämmer det? 😀", 0),
        Remark("Hur många?", 2),
        Remark("Bra!", None),
    }
    assert reply.written_at is not None
    assert "Bänkar\nHur många?" in text
    packed = text.split("[PRESSKLAR-SVAR")[1].split("\n")[1:]
    assert all(len(line) <= 64 for line in packed)


def test_saving_gives_a_small_file_that_is_read_again(qtbot, view, ask, tmp_path):
    saved = []

    def keep(download):
        download.setDownloadDirectory(str(tmp_path))
        download.accept()
        download.isFinishedChanged.connect(lambda: saved.append(download.downloadFileName()))

    profile: QWebEngineProfile = view.page().profile()
    profile.downloadRequested.connect(keep)
    write(ask, "say-2", "När?")
    write(ask, "name", "Maria Ek")

    ask("document.getElementById('save').click(); true")
    qtbot.waitUntil(lambda: bool(saved), timeout=WAIT)

    assert saved == ["kommentarer-ny-vag.json"]
    reply = read_reply((tmp_path / saved[0]).read_text(encoding="utf-8"))
    assert (reply.name, reply.remarks) == ("Maria Ek", (Remark("När?", -1),))
    qtbot.waitUntil(lambda: "kommentarer-ny-vag.json" in ask("document.getElementById('status').textContent"))


def test_a_name_and_a_comment_are_asked_for(qtbot, ask):
    ask("document.getElementById('save').click(); true")
    qtbot.waitUntil(lambda: ask("document.getElementById('status').textContent") == "Skriv ditt namn först.")
    assert ask("document.activeElement.id") == "name"
    assert ask("document.getElementById('name').getAttribute('aria-invalid')") == "true"

    write(ask, "name", "Maria")
    ask("document.getElementById('save').click(); true")
    qtbot.waitUntil(lambda: "inte skrivit" in ask("document.getElementById('status').textContent"))


def test_without_scripts_there_is_a_form_and_no_field_that_leads_nowhere(qtbot, view, ask, review):
    page = review[1].read_text(encoding="utf-8")
    still = review[1].with_name("still.html")
    still.write_text(re.sub("<script>.*?</script>", "", page, flags=re.DOTALL), encoding="utf-8")

    with qtbot.waitSignal(view.loadFinished, timeout=WAIT):
        view.load(QUrl.fromLocalFile(str(still)))

    assert shown(ask, "pre") is True
    assert shown(ask, "#name") is False
    assert shown(ask, "details.say") is False


@pytest.mark.qt_log_ignore("Refused to", extend=True)
def test_no_other_script_runs_in_it(qtbot, view, ask, review):
    page = review[1].read_text(encoding="utf-8")
    hostile = review[1].with_name("hostile.html")
    hostile.write_text(
        page.replace(
            "</main>", "<img src=x onerror=\"document.title='x'\"><script>document.title='y'</script>"
        ),
        encoding="utf-8",
    )

    with qtbot.waitSignal(view.loadFinished, timeout=WAIT):
        view.load(QUrl.fromLocalFile(str(hostile)))

    assert ask("document.title") == "Granskning: Ny väg"
