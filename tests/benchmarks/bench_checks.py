"""How many findings are right, rule by rule, and how long a check takes.

python tests/benchmarks/bench_checks.py
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.checks.checker import Checker
from editor_app.checks.rule_book import RULES
from editor_app.checks.swedish.sentences import sentences
from editor_app.checks.swedish.words import words
from editor_app.domain.article import Article
from editor_app.domain.document import Document, paragraph, plain_text
from tests.checks.labelled.reading import KNOWN, judged_findings, labels, texts

WORDS = 600
ROUNDS = 60
LEAST_PRECISION = 0.9


def main() -> None:
    """Print what is right and wrong of each rule, then the speeds beside the bare minimum."""
    print_precision()
    print_speed()


def print_precision() -> None:
    judged = list(judged_findings())
    right = Counter(one.finding.rule for one in judged if one.is_right)
    wrong = Counter(one.finding.rule for one in judged if not one.is_right)
    found = {one.finding for one in judged}
    missed = Counter(label.rule for label, is_right in labels().items() if is_right and label not in found)
    weights = {one.finding.rule: one.severity.value for one in judged}
    print(f"{len(texts())} texts; rules that never fired are left out")
    print("rule  severity  true  false  missed  precision")
    for rule in sorted({*right, *wrong, *missed}):
        precision = right[rule] / (right[rule] + wrong[rule])
        note = "" if precision >= LEAST_PRECISION else "  a hint only"
        counts = f"{right[rule]:5} {wrong[rule]:6} {missed[rule]:7}"
        print(f"{rule:5} {weights[rule]:8} {counts} {precision:10.0%}{note}")
    total = right.total() / (right.total() + wrong.total())
    print(f"{'all':14} {right.total():5} {wrong.total():6} {missed.total():7} {total:10.0%}\n")


def print_speed() -> None:
    article, changed = _long_article(), [_changed(_long_article(), number) for number in range(ROUNDS)]
    checker = Checker(RULES)
    checker.check(article, KNOWN)
    edits = iter(changed)
    whole = "\n".join(map(plain_text, article.body.blocks))
    print("processor time in ms              median    p95")
    _print_times("a whole article of 600 words", lambda: Checker(RULES).check(article, KNOWN))
    _print_times("one changed block of it", lambda: checker.check(next(edits), KNOWN))
    _print_times("bare minimum: words and sentences", lambda: (words(whole), sentences(whole)))


def _print_times(name: str, act: Callable[[], object]) -> None:
    times = []
    for _round in range(ROUNDS):
        began = time.process_time_ns()
        act()
        times.append((time.process_time_ns() - began) / 1e6)
    print(f"{name:34} {statistics.median(times):5.2f}  {statistics.quantiles(times, n=20)[-1]:5.2f}")


def _long_article() -> Article:
    """Return the labelled texts one after the other, as far as 600 words go."""
    blocks, count = [], 0
    for text in texts():
        for block in text.body.blocks:
            count += len(words(plain_text(block)))
            blocks.append(block)
            if count >= WORDS:
                return msgspec.structs.replace(text, body=Document(tuple(blocks)))
    raise ValueError(count)


def _changed(article: Article, number: int) -> Article:
    blocks = list(article.body.blocks)
    place = number % len(blocks)
    blocks[place] = paragraph(f"{plain_text(blocks[place])} Ändring {number}.")
    return msgspec.structs.replace(article, body=Document(tuple(blocks)))


if __name__ == "__main__":
    main()
