"""The process that holds the dictionaries, spoken to over its pipes."""

import subprocess
import sys
from pathlib import Path

from editor_app.checks.spelling.messages import Judge, Judged, Learn, Suggest, Suggested, answer_of, to_line

ROOT = Path(__file__).parents[3]


def test_the_process_answers_in_order_and_ends_when_nobody_asks_any_more():
    asked = (
        Judge("sv", ("skola", "särkilt", "klarebrobon")),
        Learn("sv", ("klarebrobon",)),
        Judge("sv", ("klarebrobon",)),
        Suggest("sv", "särkilt"),
    )

    done = subprocess.run(
        [sys.executable, "-m", "editor_app.checks.spelling"],
        input=b"".join(to_line(one) for one in asked),
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )

    answers = [answer_of(line) for line in done.stdout.splitlines()]
    assert answers == [
        Judged("sv", ("skola", "särkilt", "klarebrobon"), ("särkilt", "klarebrobon")),
        Judged("sv", ("klarebrobon",), ()),
        Suggested("sv", "särkilt", ("särskilt",)),
    ]
