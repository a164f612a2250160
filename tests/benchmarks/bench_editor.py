"""How long keystrokes, reading, finding, focus mode and zoom take: prints medians and 95th percentiles.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_editor.py
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.domain.article import Article
from tests.benchmarks.long_text import document
from ui.editor.article_editor import ArticleEditor
from ui.pickers.image_source import ImageSource

ROUNDS = 200


def report(name: str, act: Callable[[], object], rounds: int = ROUNDS) -> None:
    """Print the median and the 95th percentile of `act`, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    median, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{name:<44} median {median:7.2f} ms   p95 {high:7.2f} ms")


def main() -> None:
    """Measure an article of 600 words and one of 10,000."""
    application = QApplication([])
    editor = ArticleEditor(ImageSource(*[lambda *_: None] * len(fields(ImageSource))))
    editor.resize(820, 900)
    editor.show()
    for words in (600, 10_000):
        editor.show_article(Article("a", body=document(words)))
        editor.body.setFocus()
        text = editor.body.document()
        cursor = QTextCursor(text.findBlockByNumber(text.blockCount() // 2))
        editor.body.setTextCursor(cursor)
        application.processEvents()
        report(f"{words} words: a key, handled", lambda: QTest.keyClick(editor.body, Qt.Key.Key_A))
        report(f"{words} words: a key, handled and painted", lambda: _press_and_paint(editor, application))
        report(f"{words} words: the body read", editor.body.body)
        article = Article("a", body=document(words))
        report(f"{words} words: the article shown", lambda article=article: editor.show_article(article), 10)

    _measure_aids(editor, application)


def _measure_aids(editor: ArticleEditor, application: QApplication) -> None:
    """Measure what goes on beside the typing, in the longer article."""
    finding = editor.find_bar
    finding.open(replacing=True)
    finding.wanted.setText("e")
    editor.body.setFocus()
    report(f"a key, {finding.count.text()} found", lambda: _press_and_paint(editor, application))
    finding.close_bar()
    editor.set_focus_mode(True)
    report("a key in focus mode", lambda: _press_and_paint(editor, application))
    editor.set_focus_mode(False)
    sizes = cycle((110, 100))
    report("another size of the text", lambda: editor.show_zoomed(next(sizes)), 10)
    finding.open(replacing=True)
    words = cycle(("träd", "buskar"))
    finding.wanted.setText(next(words))

    def replace_all() -> None:
        word = next(words)
        finding.replacement.setText(word)
        finding.replace_all.click()
        finding.wanted.setText(word)

    report(f"all replaced, {finding.count.text()}", replace_all, 10)


def _press_and_paint(editor: ArticleEditor, application: QApplication) -> None:
    QTest.keyClick(editor.body, Qt.Key.Key_A)
    application.processEvents()


if __name__ == "__main__":
    main()
