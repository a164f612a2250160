"""What a checkup found, in plain words: what it is and what to do."""

from collections.abc import Mapping
from datetime import datetime

from editor_app.archive.checkup.checkup import Report
from editor_app.archive.checkup.findings import Finding, Problem, Severity, Step
from editor_app.domain.swedish_time import minute_text
from editor_app.resource_files import program_version
from editor_app.translation import N_, _

_RESTORE = N_("Restore a backup: what stands there now is kept beside it.")
_OPEN = N_("Open the article, choose again what is missing, and save.")
_APPROVE = N_("Compare it with a backup, and have the article approved anew.")
_MEND = N_("Mend it here, or with doctor --mend: it is made anew from the texts, which stay as they are.")

SENTENCES: Mapping[Problem, tuple[str, str]] = {
    Problem.DAMAGED: (N_("The file is damaged: not all of it can be read."), _RESTORE),
    Problem.UNREADABLE: (N_("{subject} does not begin as an archive does."), _RESTORE),
    Problem.NOT_READ: (
        N_("The archive could not be read, so it was not checked. That is no sign of damage."),
        N_("See that its disk has room and that no other program holds it, then check again."),
    ),
    Problem.BROKEN_REFERENCES: (N_("Parts of the archive belong to others that are not there."), _RESTORE),
    Problem.OLDER_VERSION: (
        N_("An older program made the archive (version {subject})."),
        N_("It is upgraded, after a backup, when it is opened."),
    ),
    Problem.NEWER_VERSION: (
        N_("A newer program made the archive (version {subject})."),
        N_("Install the newer version to open it."),
    ),
    Problem.REVISION_ALTERED: (N_("A version is no longer what was kept: {subject}."), _APPROVE),
    Problem.APPROVAL_ALTERED: (
        N_("An approval is not of these words: {subject}."),
        _APPROVE,
    ),
    Problem.IMAGE_ALTERED: (
        N_("The file of an image is no longer what was added: {subject}."),
        N_("Add the image again, or restore a backup."),
    ),
    Problem.RENDITION_ALTERED: (
        N_("What pages show of an image is no longer what was made of it: {subject}."),
        N_("Nothing needs to be done: it is made anew at the next export."),
    ),
    Problem.LOG_ALTERED: (
        N_("The log was changed or has gaps at entry {subject}."),
        N_("Compare it with a backup, and ask who has changed the file."),
    ),
    Problem.LOG_DIFFERS: (
        N_("The log tells of something else than the archive holds, {subject} times."),
        N_("Audit log… in the File menu checks it and says of what."),
    ),
    Problem.SEARCH_STALE: (N_("The search does not know all words of the articles."), _MEND),
    Problem.CONTACTS_STALE: (N_("Which articles have which contacts is noted wrongly."), _MEND),
    Problem.IMAGE_USES_STALE: (N_("Which texts show which images is noted wrongly."), _MEND),
    Problem.SITE_TEXTS_STALE: (
        N_("What is kept ready for the website is not what was made of the published texts."),
        _MEND,
    ),
    Problem.TEXT_BROKEN: (
        N_("The text of an article cannot be read: {subject}."),
        N_("Restore an earlier version of it, or a backup."),
    ),
    Problem.VALUE_UNKNOWN: (
        N_("The archive says what means nothing: {subject}."),
        N_("The archive was changed outside the program. Restore a backup."),
    ),
    Problem.LIVE_PAGE_WRONG: (
        N_("What is on the website of an article is not what was published or withdrawn last: {subject}."),
        N_("Look at its history, and publish the right version or withdraw it. Else restore a backup."),
    ),
    Problem.LIVE_IMAGE_MISSING: (
        N_("A published article shows an image that is not in the archive: {subject}."),
        N_("Add the image again, or edit the article and have it approved: until then nothing is exported."),
    ),
    Problem.IMAGE_MISSING: (N_("An article shows an image that is not in the archive: {subject}."), _OPEN),
    Problem.CONTACT_MISSING: (N_("An article names a contact that is not in the archive: {subject}."), _OPEN),
    Problem.CATEGORY_MISSING: (N_("An article has a category that is not in the archive: {subject}."), _OPEN),
    Problem.RELATED_MISSING: (N_("An article leads to one that is not in the archive: {subject}."), _OPEN),
    Problem.ORIGINAL_MISSING: (
        N_("What an article is a translation of is not in the archive: {subject}."),
        _OPEN,
    ),
    Problem.DISK_LOW: (
        N_("There is little room left on the disk with {subject}."),
        N_("Free some space: a backup needs as much as the archive."),
    ),
    Problem.LARGE_LOG: (
        N_("The log beside the archive, {subject}, has grown large."),
        N_("Close all windows of the program: the last one empties it."),
    ),
    Problem.SYNC_FOLDER: (
        N_("The archive lies in a folder that another program copies: {subject}."),
        N_("Move it to a folder of this machine, and let the backups go to that place instead."),
    ),
    Problem.NETWORK_DRIVE: (
        N_("The archive lies on a network drive: {subject}."),
        N_("Move it to a disk of this machine: two machines at once can damage it there."),
    ),
    Problem.NO_BACKUP: (N_("There is no backup."), N_("Make one: Backups… in the File menu.")),
    Problem.OLD_BACKUP: (
        N_("The newest backup is from {subject}."),
        N_("Make one: Backups… in the File menu. It says there if something prevents it."),
    ),
    Problem.BROKEN_BACKUP: (
        N_("The newest backup is damaged: {subject}."),
        N_("Make another one, in another place: the disk may be failing."),
    ),
}

SEVERITY_WORDS: Mapping[Severity, str] = {
    Severity.SEVERE: N_("severe"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}

STEP_WORDS: Mapping[Step, str] = {
    Step.FILE: N_("Checking the file…"),
    Step.VERSIONS: N_("Checking versions and approvals…"),
    Step.IMAGES: N_("Checking images…"),
    Step.REFERENCES: N_("Checking what articles refer to…"),
    Step.LOG: N_("Checking the log…"),
    Step.DERIVED: N_("Checking the search and the contacts…"),
    Step.PLACE: N_("Checking the disk…"),
    Step.BACKUPS: N_("Checking the backups…"),
}


def versions_words(report: Report) -> str:
    """Return which versions of what are involved."""
    return _("Pressklar {program} · archive version {archive} · SQLite {sqlite}").format(
        program=program_version(), archive=report.archive_version, sqlite=report.sqlite_version
    )


def finding_words(finding: Finding) -> tuple[str, str]:
    """Return what was found and what to do about it, both sentences in the interface language."""
    what, next_step = SENTENCES[finding.problem]
    subject = finding.subject
    if finding.problem is Problem.OLD_BACKUP:
        subject = minute_text(datetime.fromisoformat(subject))
    return _(what).format(subject=subject.rstrip(".") or _("Untitled")), _(next_step)
