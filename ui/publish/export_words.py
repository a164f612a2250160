"""What an export will do and what it did, in sentences."""

from editor_app.desk.due_words import came_sentences, coming_sentences
from editor_app.desk.site_words import withdrawn_sentences
from editor_app.desk.values import ExportOutlook, ExportResult
from editor_app.translation import _, ngettext


def what_will_happen(outlook: ExportOutlook) -> list[str]:
    """Return sentences on what an export holds and leaves out."""
    edited, waiting, left_out = outlook.edited, outlook.waiting, outlook.left_out
    sentences = [
        ngettext(
            "{n} approved article is exported.", "{n} approved articles are exported.", outlook.exported
        ).format(n=outlook.exported)
    ]
    if edited:
        sentences.append(
            ngettext(
                "{n} of them has newer edits: the approved text is exported.",
                "{n} of them have newer edits: the approved texts are exported.",
                edited,
            ).format(n=edited)
        )
    if waiting:
        sentences.append(
            ngettext(
                "{n} published article waits for its time.",
                "{n} published articles wait for their time.",
                waiting,
            ).format(n=waiting)
        )
    if left_out:
        sentences.append(
            ngettext(
                "{n} article has never been published and stays here.",
                "{n} articles have never been published and stay here.",
                left_out,
            ).format(n=left_out)
        )
    return sentences


def what_happened(result: ExportResult) -> list[str]:
    """Return sentences on what an export did."""
    touched = len(result.added) + len(result.changed) + len(result.removed)
    sentences = [
        ngettext("The site has {n} page.", "The site has {n} pages.", result.pages).format(n=result.pages),
        _("New files: {added}, changed: {changed}, removed: {removed}.").format(
            added=len(result.added), changed=len(result.changed), removed=len(result.removed)
        )
        if touched
        else _("Nothing has changed since the last export."),
    ]
    sentences += withdrawn_sentences(result.withdrawn)
    if result.not_due:
        sentences.append(
            ngettext(
                "{n} approved article is not due and was left out.",
                "{n} approved articles are not due and were left out.",
                result.not_due,
            ).format(n=result.not_due)
        )
    return [*sentences, *came_sentences(result.came), *coming_sentences(result.coming)]
