"""What publishing is doing and did, in sentences."""

from collections.abc import Mapping

from editor_app.domain.publish_target import TargetKind
from editor_app.site.targets.values import Doing, Progress, Published
from editor_app.translation import N_, _, ngettext

_MEGABYTE = 1_000_000
_MINUTE = 60

DOING_WORDS: Mapping[Doing, str] = {
    Doing.COMPARING: N_("Looking at what is there: {files} of {all_files} files"),
    Doing.SENDING: N_("Sending: {files} of {all_files} files"),
    Doing.REMOVING: N_("Removing: {files} of {all_files} files"),
    Doing.FINISHING: N_("Finishing"),
}

KIND_WORDS: Mapping[TargetKind, str] = {
    TargetKind.SFTP: N_("SFTP server"),
    TargetKind.WEBDAV: N_("WebDAV server"),
    TargetKind.S3: N_("S3-compatible storage"),
    TargetKind.ZIP: N_("Zip file"),
}


def progress_words(progress: Progress) -> str:
    """Return what is being done, how far it is and how long the rest takes."""
    words = [_(DOING_WORDS[progress.doing]).format(files=progress.files, all_files=progress.all_files)]
    if progress.all_bytes >= _MEGABYTE:
        words.append(
            _("{done} of {all} MB").format(
                done=round(progress.bytes / _MEGABYTE), all=round(progress.all_bytes / _MEGABYTE)
            )
        )
    if progress.seconds_left is not None and progress.files < progress.all_files:
        words.append(time_left_words(progress.seconds_left))
    return ", ".join(words)


def time_left_words(seconds: float) -> str:
    """Return how long something takes from now on, as one reads it."""
    if seconds < _MINUTE:
        return _("less than a minute left")
    minutes = round(seconds / _MINUTE)
    return ngettext("about {count} minute left", "about {count} minutes left", minutes).format(count=minutes)


def published_sentences(published: Published, *, is_done: bool = True) -> list[str]:
    """Return sentences on what publishing did, or on what it would do."""
    if not any((published.added, published.changed, published.removed, published.already)):
        if published.sent_bytes and is_done:
            return [_("The pages at {where} were as they should be.").format(where=published.where)]
        return [
            _("Nothing has changed since the website was last published to {where}.").format(
                where=published.where
            )
        ]
    counts = _("Files: {added} new, {changed} changed, {removed} removed.").format(
        added=len(published.added), changed=len(published.changed), removed=len(published.removed)
    )
    lead = _("Published to {where}.") if is_done else _("To be published to {where}.")
    sentences = [f"{lead.format(where=published.where)} {counts}"]
    if published.already:
        sentences.append(
            ngettext(
                "{count} file was there already.", "{count} files were there already.", published.already
            ).format(count=published.already)
        )
    if published.overwritten:
        words = ngettext(
            "Work of others was replaced in {count} file: {names}.",
            "Work of others was replaced in {count} files: {names}.",
            len(published.overwritten),
        )
        names = ", ".join(published.overwritten[:5]) + (" …" if len(published.overwritten) > 5 else "")
        sentences.append(words.format(count=len(published.overwritten), names=names))
    return sentences


def trial_sentence(is_free: bool) -> str:
    """Return what a trial found: a website of ours or nothing, or the files of others."""
    if is_free:
        return _("The connection works, and the folder can be published to.")
    return _(
        "The connection works. There are other files in the folder: they stay, and none is replaced unasked."
    )
