"""Whether the audit log is what was written, and whether the archive is what the log says."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from editor_app.archive.archive import Archive
from editor_app.archive.log_matching import QUESTIONS, LogMatching
from editor_app.desk.errors import NoKeptHead
from editor_app.desk.steps import Steps
from editor_app.domain.audit import ChainCheck, Entry, Flaw
from editor_app.domain.log_report import Difference, KeptHead, LogReport
from editor_app.site.output import verification
from editor_app.site.output.manifest import read_manifest
from editor_app.site.output.verification import FolderCheck

# So many entries, or revisions, take some hundredths of a second, for which others may wait.
STRETCH = 2000


def verify_log(archive: Archive, kept: Sequence[KeptHead] = ()) -> Steps[LogReport]:
    """Check the log by itself, against what was kept elsewhere, and against the archive.

    Raises what ArchiveError stands for.
    """
    check = ChainCheck(chain.from_iterable(one.heads for one in kept))
    with archive.reading() as holdings:
        entries, revisions = holdings.log.count(), holdings.log_matching.revision_count()
    # To hash the words of a revision takes about as long as to check an entry.
    work = max(1, entries + revisions)
    flaws: list[Flaw] = []
    for stretch in _stretches(archive):
        flaws += check.take(stretch)
        yield min(1.0, check.count / work)
    flaws += check.end()
    differences: list[Difference] = []
    for ask in (*QUESTIONS, LogMatching.wrong_sides):
        with archive.reading() as holdings:
            differences += ask(holdings.log_matching)
        yield min(1.0, check.count / work)
    for done, altered in enumerate(_altered_words(archive), start=1):
        differences += altered
        yield min(1.0, (check.count + done * STRETCH) / work)
    with archive.reading() as holdings:
        older = holdings.log_matching.older_approvals()
    return LogReport(check.head, check.count, tuple(flaws), tuple(differences), tuple(kept), older)


def _stretches(archive: Archive) -> Iterator[tuple[Entry, ...]]:
    last = None
    while True:
        with archive.reading() as holdings:
            stretch = holdings.log.stretch(last, STRETCH)
        if not stretch:
            return
        yield stretch
        last = stretch[-1].number


def _altered_words(archive: Archive) -> Iterator[tuple[Difference, ...]]:
    last = ""
    while True:
        with archive.reading() as holdings:
            last, altered = holdings.log_matching.altered_words(last, STRETCH)
        if not last:
            return
        yield altered


def verify_folder(folder: Path) -> Steps[FolderCheck]:
    """Compare the exported site in `folder` with its manifest; raises NewerSite and TargetNotWritable."""
    return verification.verify_folder(folder)


def head_in_site(folder: Path) -> KeptHead:
    """Return what the export in `folder` knows of the log; raises NoKeptHead."""
    manifest = read_manifest(folder)
    if manifest is None or not manifest.log_head.number:
        raise NoKeptHead(folder)
    return KeptHead(str(folder), (manifest.log_head,))
