"""The proof that exported pages are valid and accessible: `python -m tests.check_site`."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.check_site.browser import SCHEMES, environment
from tests.check_site.cover import ADDRESSED, build_sites
from tests.check_site.findings import Verdict
from tests.check_site.links import check_links
from tests.check_site.machine_read import check_machine_read
from tests.check_site.tools import ToolMissing, Tools, install_tools
from tests.check_site.validity import check_validity
from tests.check_site.weights import check_weights

BROKEN_SITE = Path(__file__).parent / "broken"
# What the broken site must be caught at; a proof that cannot fail proves nothing.
MUST_BE_CAUGHT = (
    "valid",
    "links",
    "feeds",
    "maps",
    "ninjs",
    "json-ld",
    "hreflang",
    *(
        f"{check} {width} {scheme}{text}"
        for width in (320, 1280)
        for scheme in SCHEMES
        for check, text in (("axe", ""), ("overflow", ""), ("overflow", ", text doubled"))
    ),
)


def check_sites(tools: Tools, sites: list[Path], pictures: Path | None, most: int = 0) -> list[Verdict]:
    """Return every verdict on every page of the sites; at most `most` of each are shown, 0 for all."""
    shown = [site for site in sites if site.name != ADDRESSED]
    with ThreadPoolExecutor(max_workers=2) as pool:
        in_browser = [
            pool.submit(check_in_browser, tools.axe, scheme, shown, pictures, most)
            for scheme in sorted(SCHEMES)
        ]
        verdicts = [verdict for site in sites for verdict in (*check_links(site), *check_weights(site))]
        verdicts += [verdict for site in sites for verdict in check_validity(tools.vnu, site)]
        verdicts += [verdict for site in sites for verdict in check_machine_read(site)]
        return verdicts + [verdict for future in in_browser for verdict in future.result()]


def check_in_browser(
    axe: Path, scheme: str, sites: list[Path], pictures: Path | None, most: int
) -> list[Verdict]:
    """Return what the browser says of the pages in one colour scheme, from a process of its own."""
    command = [sys.executable, "-m", "tests.check_site.browser", scheme, str(axe), str(pictures or "-")]
    run = subprocess.run(
        [*command, str(most), *map(str, sites)],
        env={**os.environ, **environment(scheme)},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise SystemExit(f"The browser failed ({run.returncode}):\n{run.stderr}")
    return [
        Verdict(item["page"], item["check"], tuple(item["findings"]), tuple(item["remarks"]))
        for item in json.loads(run.stdout.splitlines()[-1])
    ]


def report(verdicts: list[Verdict], broken: list[Verdict]) -> int:
    """Print what failed and how much was checked; return how many checks failed."""
    for verdict in verdicts:
        for finding in verdict.findings:
            print(f"FAILED  {verdict.page}  {verdict.check}: {finding}")
        for remark in verdict.remarks:
            print(f"remark  {verdict.page}  {verdict.check}: {remark}")
    caught = {verdict.check for verdict in broken if not verdict.passed}
    missed = [check for check in MUST_BE_CAUGHT if check not in caught]
    for check in missed:
        print(f"FAILED  the broken site  {check}: its faults were not found")
    passed = Counter(verdict.check for verdict in verdicts if verdict.passed)
    total = Counter(verdict.check for verdict in verdicts)
    for check in sorted(total):
        print(f"{check:32} {passed[check]:4} of {total[check]:4} files")
    print(f"{'faults on purpose, found':32} {len(MUST_BE_CAUGHT) - len(missed):4} of {len(MUST_BE_CAUGHT):4}")
    failed = sum(not verdict.passed for verdict in verdicts) + len(missed)
    print(f"{sum(passed.values()) + len(MUST_BE_CAUGHT) - len(missed)} passed, {failed} failed")
    return failed


def main() -> int:
    """Build the sites, check them, and return the exit code."""
    parser = argparse.ArgumentParser(prog="check-site", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/check-site"))
    parser.add_argument("--pictures", action="store_true", help="save a picture of each page")
    parser.add_argument("--shown", type=int, default=0, help="show so many pages of each site, not all")
    parser.add_argument("sites", nargs="*", type=Path, help="exported sites to check instead of our own")
    arguments = parser.parse_args()
    out: Path = arguments.out.resolve()
    try:
        tools = install_tools(out / "tools")
    except ToolMissing as error:
        print(error, file=sys.stderr)
        return 2
    sites = [site.resolve() for site in arguments.sites]
    if not sites:
        shutil.rmtree(out / "sites", ignore_errors=True)
        (out / "sites").mkdir(parents=True)
        sites = build_sites(out / "sites")
    pictures = out / "pictures" if arguments.pictures else None
    verdicts = check_sites(tools, sites, pictures, arguments.shown)
    return 1 if report(verdicts, check_sites(tools, [BROKEN_SITE], None)) else 0


if __name__ == "__main__":
    sys.exit(main())
