"""How long a paste from Word takes, from HTML to blocks in the editor: run it, it prints medians.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_paste.py
"""

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.intake.html.reading import read_html
from ui.editor.body_editor import BodyEditor
from ui.editor.pasting import insert_document

ROUNDS = 15
SENTENCE = (
    "Gatorna kring torget får nya träd i höst och <b style='mso-bidi-font-weight:normal'>arbetet</b> börjar. "
)
STYLE = (
    "style='font-size:12.0pt;line-height:107%;font-family:\"Times New Roman\",serif;mso-fareast-language:SV'"
)
BULLET = (
    "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
)


def word_pages(pages: int) -> str:
    """Return what Word puts on the clipboard for `pages` of 450 words and 15 paragraphs each."""
    page = "<h2><span lang=SV>Så blir det i höst<o:p></o:p></span></h2>" + "".join(
        f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>{BULLET}"
        f"<span lang=SV {STYLE}>{SENTENCE * 2}<o:p></o:p></span></p>\n"
        f"<p class=MsoNormal><span lang=SV {STYLE}>{SENTENCE * 3}<o:p></o:p></span></p>\n"
        for _ in range(7)
    )
    return f"<html><body lang=SV><!--StartFragment-->{page * pages}<!--EndFragment--></body></html>"


def median_ms(act, rounds: int = ROUNDS) -> float:
    """Return the median of what `act` takes, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1_000)
    return statistics.median(times)


def paste_ms(html: str) -> float:
    """Return what reading `html` and inserting it into an empty shown editor takes at the median."""
    editor = BodyEditor()
    editor.resize(760, 600)
    editor.show()

    def paste() -> None:
        editor.set_body(read_html("").document)
        cursor = editor.textCursor()
        insert_document(cursor, read_html(html).document)
        QApplication.processEvents()

    return median_ms(paste)


def longest_stop_ms(html: str) -> tuple[float, float]:
    """Return how long the window is stopped at most while `html` is pasted, and what the paste takes."""
    editor = BodyEditor()
    editor.resize(760, 600)
    editor.show()
    data = QMimeData()
    data.setHtml(html)
    done: list[bool] = []
    editor.edited.connect(lambda: done.append(True))
    beats: list[float] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(0)
    start = time.perf_counter()
    editor.insertFromMimeData(data)
    while not done:
        QApplication.processEvents()
    QApplication.processEvents()
    stops = (after - before for before, after in pairwise([start, *beats]))
    return max(stops) * 1_000, (time.perf_counter() - start) * 1_000


def main() -> None:
    _application = QApplication.instance() or QApplication([])
    html = word_pages(20)
    document = read_html(html).document
    print(f"20 pages of Word: {len(html) // 1_000} kB, {len(document.blocks)} blocks")
    print(f"  read                {median_ms(lambda: read_html(html)):7.1f} ms")
    print(f"  read and inserted   {paste_ms(html):7.1f} ms (goal 300)")
    large = word_pages(5_000_000 * 20 // len(html))
    print(f"5 MB of Word, read    {median_ms(lambda: read_html(large), 3):7.1f} ms")
    stop, whole = longest_stop_ms(large)
    print(f"  read and inserted   {whole:7.1f} ms, the window stopped for {stop:.1f} ms at most")


if __name__ == "__main__":
    main()
