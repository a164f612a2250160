"""What is damaged in an archive, in plain words."""

from collections.abc import Mapping

from editor_app.archive.salvage.damage import Damage
from editor_app.translation import N_, _, ngettext

# What people call what is in the tables; other tables hold what follows from these.
PARTS: Mapping[str, str] = {
    "articles": N_("articles"),
    "working_copies": N_("articles"),
    "revisions": N_("versions"),
    "approvals": N_("approvals"),
    "publications": N_("approvals"),
    "withdrawals": N_("approvals"),
    "quote_approvals": N_("approvals"),
    "comments": N_("comments"),
    "dismissals": N_("comments"),
    "images": N_("images"),
    "image_files": N_("images"),
    "contacts": N_("contacts"),
    "categories": N_("categories"),
    "audit_log": N_("the log"),
    "settings": N_("settings"),
    "words": N_("words of the dictionary"),
}


def damage_words(damage: Damage) -> str:
    """Return what is damaged, what could be read, and that nothing is written."""
    articles = ngettext("{count} article could be read.", "{count} articles could be read.", damage.articles)
    return " ".join(
        (
            _what_is_damaged(damage),
            articles.format(count=damage.articles),
            _("You can read, copy and export to Word; nothing is written to the damaged file."),
            *([] if damage.finds_whole_texts else [_("Search looks at titles only.")]),
        )
    )


def _what_is_damaged(damage: Damage) -> str:
    parts = list(dict.fromkeys(_(PARTS[table]) for table in damage.torn if table in PARTS))
    if not parts:
        return _("The archive is damaged.")
    return _("The archive is damaged: some of this could not be read: {parts}.").format(
        parts=", ".join(parts)
    )
