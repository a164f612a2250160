"""Feed the reader of HTML with what no program writes, until it fails or the time is up.

    python tests/fuzz/fuzz_html.py [seconds]

With atheris on the path it is guided by what it covers of the reader; otherwise hypothesis draws.
"""

import importlib.util
import os
import sys
import time
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.domain.normalize import normalize
from editor_app.intake.html.rtf_images import images_in_rtf

CLIPBOARDS = Path(__file__).parents[1] / "intake" / "clipboard"
# What every text may take, and what each of its bytes may add.
SECONDS, SECONDS_A_BYTE = 1.0, 0.000_02


def check(html: str) -> None:
    """Raise AssertionError where the reader breaks a promise for `html`."""
    from editor_app.intake.html.reading import read_html

    start = time.perf_counter()
    read = read_html(html)
    took = time.perf_counter() - start
    assert read.document == normalize(read.document), "not in canonical form"
    assert took < SECONDS + len(html) * SECONDS_A_BYTE, f"{took:.1f} s for {len(html)} characters"


def by_coverage(seconds: int) -> None:
    """Let atheris change the clipboards of the tests, and what it finds of interest."""
    import atheris

    with atheris.instrument_imports(include=["editor_app.intake.html"]):
        import editor_app.intake.html.reading  # noqa: F401

    def once(data: bytes) -> None:
        if data[:1] == b"{":
            images_in_rtf(data)
        else:
            check(data.decode("utf-8", "surrogateescape"))

    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=20000", *_folders()], once)
    atheris.Fuzz()


def _folders() -> list[str]:
    """Return the folder that findings grow in, if one is named, and the one to start from."""
    grown = os.environ.get("FUZZ_CORPUS")
    return [*([grown] if grown else []), str(CLIPBOARDS)]


def by_properties(seconds: int) -> None:
    """Let hypothesis draw soups until the time is up."""
    from hypothesis import HealthCheck, given, settings

    from tests.intake.html.soups import soups

    runs, end = count(), time.monotonic() + seconds

    @settings(max_examples=1_000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(html=soups)
    def draw(html: str) -> None:
        next(runs)
        check(html)

    while time.monotonic() < end:
        draw()
    print(f"{next(runs)} texts, no failure")


if __name__ == "__main__":
    duration = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    (by_coverage if importlib.util.find_spec("atheris") else by_properties)(duration)
