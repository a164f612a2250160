"""What the preview needs is asked for when the page takes something else, and not before."""

import pytest
from msgspec.structs import replace

from editor_app.domain.article import Article
from editor_app.domain.site_settings import SiteSettings
from editor_app.rendering.templates import TemplateFolderMissing
from tests.blank_archives import new_desk
from ui.desk_worker import DeskWorker
from ui.preview.page_context import PageContext


@pytest.fixture
def worker(qtbot, tmp_path):
    worker = DeskWorker(lambda: new_desk(tmp_path / "archive.sqlite3"))
    yield worker
    worker.close()


@pytest.fixture
def context(worker):
    return PageContext(worker, worker)


def test_typing_asks_for_nothing(qtbot, context):
    article = Article("a", title="One")
    with qtbot.waitSignal(context.renderer_changed, timeout=20000):
        context.provide(article)

    with qtbot.assertNotEmitted(context.renderer_changed, wait=200):
        context.provide(replace(article, title="One more"))


def test_another_category_is_asked_for_and_the_answer_to_the_older_question_is_dropped(qtbot, context):
    renderers = []
    context.renderer_changed.connect(renderers.append)
    article = Article("a", title="One")
    other = replace(article, related_ids=("b",))

    context.provide(article)
    context.provide(other)
    qtbot.waitUntil(lambda: bool(renderers), timeout=20000)
    qtbot.wait(100)

    assert [renderer.lacks(other) for renderer in renderers] == [False]


def test_it_is_fetched_anew_when_the_archive_has_changed(qtbot, context):
    with qtbot.waitSignal(context.renderer_changed, timeout=20000):
        context.provide(Article("a"))

    with qtbot.waitSignal(context.renderer_changed, timeout=20000) as changed:
        context.refresh()

    assert changed.args[0].is_for(Article("a"))


def test_templates_that_are_gone_are_told(qtbot, tmp_path):
    def with_templates():
        desk = new_desk(tmp_path / "archive.sqlite3")
        desk.save_site_settings(SiteSettings(templates=str(tmp_path / "gone")), by="Ada")
        return desk

    worker = DeskWorker(with_templates)
    context = PageContext(worker, worker)

    with qtbot.waitSignal(context.failed, timeout=20000) as failed:
        context.provide(Article("a"))

    assert isinstance(failed.args[0], TemplateFolderMissing)
    worker.close()
