"""Kills windows in which somebody types, at random moments, and says how much was lost at most.

QT_QPA_PLATFORM=offscreen python tests/end_to_end/soak.py [ROUNDS]
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WINDOW = Path(__file__).with_name("typing_window.py")
ROUNDS = 200
# A window sleeps most of its life, so several live side by side, each on an archive of its own.
SIDE_BY_SIDE = 4


@dataclass(frozen=True)
class Death:
    """What a killed window left.

    `found` and `oldest_allowed` count the keys whose words are there and must be there, `found` is
    -1 where the words are none that were ever in the window.
    """

    keys: int
    found: int
    oldest_allowed: int
    seconds_lost: float
    integrity: str

    @property
    def kept_the_promise(self) -> bool:
        return self.found >= max(self.oldest_allowed, 0) and self.integrity == "ok"


def kill_windows(folder: Path, rounds: int, seed: int) -> list[Death]:
    """Return what `rounds` killed windows left, in archives in `folder`."""
    shares = [
        share for share in (len(range(at, rounds, SIDE_BY_SIDE)) for at in range(SIDE_BY_SIDE)) if share
    ]
    runs = [
        subprocess.Popen(
            [sys.executable, str(WINDOW), str(folder / f"{at}.sqlite3"), str(share), str(seed + at)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for at, share in enumerate(shares)
    ]
    told = [run.communicate()[0] for run in runs]
    assert not any(run.returncode for run in runs), [run.returncode for run in runs]
    return [Death(**json.loads(line)) for lines in told for line in lines.splitlines()]


def main(rounds: int) -> int:
    """Print the figures, and return 1 where the promise was broken."""
    seed = int.from_bytes(os.urandom(3))
    with tempfile.TemporaryDirectory() as folder:
        deaths = kill_windows(Path(folder), rounds, seed)
    kept = sum(death.kept_the_promise for death in deaths)
    for death in deaths:
        if not death.kept_the_promise:
            print(f"seed {seed}: {death}", file=sys.stderr)
    lost = max(death.seconds_lost for death in deaths)
    print(f"{sum(death.keys for death in deaths)} keys typed; typed and not there: at most {lost:.1f} s")
    print(f"killed windows: {kept} passed, {len(deaths) - kept} failed")
    return int(kept < len(deaths) or len(deaths) < rounds)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
