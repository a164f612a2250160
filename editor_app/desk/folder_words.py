"""What the check of an exported website says, in words."""

from collections.abc import Iterator, Mapping

from editor_app.site.output.verification import FindingKind, FolderCheck
from editor_app.translation import N_, _, ngettext

FOLDER_FINDING_WORDS: Mapping[FindingKind, str] = {
    FindingKind.ALTERED: N_("{path} was altered."),
    FindingKind.MISSING: N_("{path} is missing."),
    FindingKind.ADDED: N_("{path} was put there by somebody else."),
    FindingKind.MANIFEST: N_("{path}, which tells what was written there, is missing or damaged."),
}


def folder_verdict(check: FolderCheck) -> str:
    """Return in a sentence whether the website is as it was written."""
    if check.is_whole:
        return ngettext(
            "The website is as it was written: {count} file.",
            "The website is as it was written: {count} files.",
            check.files,
        ).format(count=check.files)
    count = len(check.findings)
    return ngettext(
        "The website is not as it was written, in {count} place:",
        "The website is not as it was written, in {count} places:",
        count,
    ).format(count=count)


def folder_findings(check: FolderCheck) -> Iterator[str]:
    """Yield a sentence on each file that is not as it was written."""
    for finding in check.findings:
        yield _(FOLDER_FINDING_WORDS[finding.kind]).format(path=finding.path)
