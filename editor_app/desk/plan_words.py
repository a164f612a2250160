"""Why pages of the website change, in sentences."""

from collections.abc import Mapping

from editor_app.desk.values import ExportPlan
from editor_app.site.output.values import ChangeKind
from editor_app.site.planning.values import Cause, Reason, reasons_by_kind
from editor_app.translation import N_, _, ngettext

# So many reasons are told one by one.
MOST = 20

CAUSES: Mapping[Cause, str] = {
    Cause.FIRST_EXPORT: N_("nothing is known of what is there"),
    Cause.ANOTHER_HISTORY: N_("the archive is another one, or an earlier one was restored"),
    Cause.PUBLISHER: N_("what is said of the publisher has changed"),
    Cause.SETTINGS: N_("the settings of the website have changed, or the notices that are shown"),
    Cause.MENU: N_("the menu has changed, or the address of a category"),
    Cause.CONTACTS: N_("a contact has changed"),
    Cause.PROGRAM: N_("the program or the templates have changed"),
    Cause.APPEARED: N_("“{title}” is new on the website"),
    Cause.CHANGED: N_("“{title}” has changed: {parts}"),
    Cause.LEFT: N_("“{title}” has left the website"),
}
PARTS: Mapping[str, str] = {
    "title": N_("the title"),
    "lead": N_("the lead"),
    "body": N_("the text"),
    "contacts": N_("the contacts"),
    "image": N_("the image at the top"),
    "category": N_("the category"),
    "related": N_("the related articles"),
    "times": N_("the times"),
    "address": N_("the address"),
    "corrections": N_("the corrections"),
    "language": N_("the language"),
}


def plan_sentences(plan: ExportPlan) -> list[str]:
    """Return what an export would do, then why, the reason with the most files first."""
    counts = {kind: sum(change.kind is kind for change in plan.changes) for kind in ChangeKind}
    if not plan.changes:
        return [_("Nothing would change.")]
    files = _("Files: {added} new, {changed} changed, {removed} removed.").format(
        added=counts[ChangeKind.ADDED],
        changed=counts[ChangeKind.CHANGED],
        removed=counts[ChangeKind.REMOVED],
    )
    ranked = sorted(reasons_by_kind(plan.changes).items(), key=lambda pair: (-pair[1], pair[0]))
    sentences = [files, *(_because(reason, count) for reason, count in ranked[:MOST])]
    rest = len(ranked) - MOST
    if rest > 0:
        words = ngettext("{count} more reason.", "{count} more reasons.", rest)
        sentences.append(words.format(count=rest))
    return sentences


def reason_words(reason: Reason) -> str:
    """Return why files change, as the end of a sentence."""
    parts = ", ".join(_(PARTS[part]) for part in PARTS if part in reason.parts) or _("what is around it")
    return _(CAUSES[reason.cause]).format(title=reason.title, parts=parts)


def _because(reason: Reason, count: int) -> str:
    words = ngettext("{count} file changes because {why}.", "{count} files change because {why}.", count)
    return words.format(count=count, why=reason_words(reason))
