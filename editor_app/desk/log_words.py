"""The audit log in the words of the interface: acts, details, and what a check of it found."""

from collections.abc import Iterator, Mapping

from babel.dates import format_datetime

from editor_app.desk.policy_words import changed_rule_words
from editor_app.desk.site_change_words import changed_site_words
from editor_app.domain.audit import Act, Break, Entry, Flaw
from editor_app.domain.log_report import Difference, LogReport, Mismatch
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.words import ACT_WORDS, WITHDRAWAL_WORDS
from editor_app.translation import N_, _, interface_language, ngettext

# Of a longer list, whoever looks into it begins with these.
MOST_SAID = 20
_SHORT_HASH = 12

DETAIL_WORDS: Mapping[str, str] = {
    "added": N_("new"),
    "address": N_("address"),
    "articles": N_("articles"),
    "answer_by": N_("to be answered by"),
    "changed": N_("changed"),
    "comment": N_("comment"),
    "comments": N_("comments"),
    "details": N_("details"),
    "file": N_("file"),
    "folder": N_("folder"),
    "from": N_("from"),
    "head": N_("head of the log"),
    "host_key": N_("key of the server"),
    "image": N_("image"),
    "into": N_("merged into"),
    "kind": N_("kind"),
    "language": N_("language"),
    "legal_basis": N_("legal basis"),
    "left_site": N_("left the website"),
    "name": N_("name"),
    "names": N_("cards"),
    "new": N_("new"),
    "of": N_("of"),
    "old": N_("old"),
    "overwritten": N_("work of others replaced"),
    "package": N_("package"),
    "pages": N_("pages"),
    "persons": N_("persons"),
    "published": N_("last published"),
    "quoted": N_("words"),
    "reason": N_("reason"),
    "removed": N_("removed"),
    "replacement": N_("replaced by"),
    "rule": N_("years to be kept"),
    "rule_id": N_("editorial rule"),
    "target": N_("target"),
    "title": N_("title"),
    "user": N_("user name"),
    "version": N_("version"),
    "word": N_("word"),
    "words": N_("words"),
}

FLAW_WORDS: Mapping[Break, str] = {
    Break.ALTERED: N_("Entry {first} was altered after it was written."),
    Break.MISSING: N_("Entries {first} to {last} are missing."),
    Break.UNLINKED: N_("Entry {first} does not follow the one before it: something was altered or moved."),
    Break.REWRITTEN: N_(
        "Entry {first} is not what it was when it was kept elsewhere: the log was rewritten, or a backup"
        " restored."
    ),
}

DIFFERENCE_WORDS: Mapping[Mismatch, str] = {
    Mismatch.APPROVAL_NOT_LOGGED: N_("{title}: the log knows of no approval by {by} at {at}."),
    Mismatch.PUBLICATION_NOT_LOGGED: N_("{title}: the log knows of no publication by {by} at {at}."),
    Mismatch.WITHDRAWAL_NOT_LOGGED: N_("{title}: the log knows of no withdrawal by {by} at {at}."),
    Mismatch.APPROVAL_GONE: N_(
        "{title}: the approval by {by} at {at}, entry {entry}, is no longer in the archive."
    ),
    Mismatch.PUBLICATION_GONE: N_(
        "{title}: the publication by {by} at {at}, entry {entry}, is no longer in the archive."
    ),
    Mismatch.WITHDRAWAL_GONE: N_(
        "{title}: the withdrawal by {by} at {at}, entry {entry}, is no longer in the archive."
    ),
    Mismatch.APPROVAL_ALTERED: N_(
        "{title}: the approval by {by} at {at} has another reason in the archive than in entry {entry}."
    ),
    Mismatch.WITHDRAWAL_ALTERED: N_(
        "{title}: the withdrawal by {by} at {at} has another reason, or other words, in the archive than in"
        " entry {entry}."
    ),
    Mismatch.WORDS_GONE: N_("{title}: the words of entry {entry}, by {by} at {at}, are not in the archive."),
    Mismatch.WORDS_ALTERED: N_("{title}: the words of version {version} are not those that were kept."),
    Mismatch.SIDE_ALTERED: N_("{title}: what is on the website is not what was published or withdrawn last."),
    Mismatch.OLDER_APPROVALS: N_(
        "The archive has another number of approvals from before the log began than the log says."
    ),
}


def act_words(act: str) -> str:
    """Return what the interface calls an act; one of a newer program keeps its own name."""
    return _(ACT_WORDS[act]) if act in ACT_WORDS else act


def details_words(entry: Entry) -> str:
    """Return the details in one line."""
    if entry.act == Act.POLICY_CHANGED:
        return "; ".join(changed_rule_words(rule, stored) for rule, stored in entry.details.items())
    if entry.act == Act.SITE_CHANGED:
        return "; ".join(changed_site_words(name, stored) for name, stored in entry.details.items())
    return "; ".join(
        f"{_(DETAIL_WORDS[name]) if name in DETAIL_WORDS else name}: {_shortened(_value(entry, name))}"
        for name, value in entry.details.items()
        if value
    )


def limits() -> tuple[str, ...]:
    """Return what no check of the log can show, in sentences."""
    return (
        _(
            "The log shows that somebody changed it: it does not prevent it. Whoever can write to the archive"
            " can write the whole log anew, and that shows only beside an export or a package that was kept"
            " elsewhere."
        ),
        _("The names in it are those that were typed: they say who acted, and do not prove it."),
        _("What was removed from its end shows only beside an export or a package that is newer."),
    )


def verdict(report: LogReport) -> str:
    """Return in a sentence whether anything is wrong."""
    if not report.entries and report.is_whole:
        return _("The log is empty.")
    if report.is_whole:
        return ngettext(
            "The log is whole: {count} entry, and the archive is what it says.",
            "The log is whole: {count} entries, and the archive is what they say.",
            report.entries,
        ).format(count=report.entries)
    count = len(report.flaws) + len(report.differences)
    return ngettext(
        "Something was changed outside the program: {count} thing does not match.",
        "Something was changed outside the program: {count} things do not match.",
        count,
    ).format(count=count)


def findings(report: LogReport) -> Iterator[str]:
    """Yield what is wrong, a sentence each, and how much more there is where that is a lot."""
    sentences = [*map(_flaw, report.flaws), *map(_difference, report.differences)]
    yield from sentences[:MOST_SAID]
    rest = len(sentences) - MOST_SAID
    if rest > 0:
        yield ngettext("And {count} more.", "And {count} more.", rest).format(count=rest)


def remarks(report: LogReport) -> Iterator[str]:
    """Yield what else there is to know of the check."""
    if report.older_approvals:
        yield ngettext(
            "{count} approval is older than the log, which knows only that it was there.",
            "{count} approvals are older than the log, which knows only that they were there.",
            report.older_approvals,
        ).format(count=report.older_approvals)
    for kept in report.kept:
        yield _("Compared with entry {number}, which {source} knows.").format(
            number=max(head.number for head in kept.heads), source=kept.source
        )
    if not report.kept:
        yield _("Compared with nothing that is kept elsewhere.")


def _flaw(flaw: Flaw) -> str:
    if flaw.what is Break.MISSING and flaw.first == flaw.last:
        return _("Entry {first} is missing.").format(first=flaw.first)
    return _(FLAW_WORDS[flaw.what]).format(first=flaw.first, last=flaw.last)


def _difference(one: Difference) -> str:
    at = "" if one.at is None else format_datetime(wall_time(one.at), "short", locale=interface_language())
    return _(DIFFERENCE_WORDS[one.what]).format(
        title=_("“{title}”").format(title=one.title) if one.title else one.article_id,
        by=one.by or _("nobody"),
        at=at,
        entry=one.entry,
        version=one.version,
    )


def _value(entry: Entry, name: str) -> str:
    value = entry.details[name]
    if entry.act == Act.WITHDRAWN and name == "reason" and value in set(WithdrawalReason):
        return _(WITHDRAWAL_WORDS[WithdrawalReason(value)])
    return value


def _shortened(value: str) -> str:
    words = value.split(" ")
    return " ".join(
        f"{word[:_SHORT_HASH]}…" if len(word) == 64 and word.isalnum() else word for word in words
    )
