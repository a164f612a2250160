"""The words for kinds, states, occasions and reasons, translated where they are said."""

from collections.abc import Mapping

from editor_app.domain.article import Kind
from editor_app.domain.audit import Act
from editor_app.domain.quotes import QuoteWay
from editor_app.domain.revision import Occasion
from editor_app.domain.site_settings import NoticeLevel
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import N_

KIND_WORDS: Mapping[Kind, str] = {
    Kind.NEWS: N_("News"),
    Kind.PRESS_RELEASE: N_("Press release"),
    Kind.INFORMATION: N_("Information"),
    Kind.SERVICE_NOTICE: N_("Service notice"),
    Kind.CRISIS: N_("Crisis information"),
}
STATE_WORDS: Mapping[State, str] = {
    State.DRAFT: N_("Draft"),
    State.IN_REVIEW: N_("In review"),
    State.APPROVED: N_("Approved"),
}
LIVE_WORDS: Mapping[LiveSide, str] = {
    LiveSide.NOT_PUBLISHED: N_("Not published"),
    LiveSide.LIVE: N_("Published"),
    LiveSide.WITHDRAWN: N_("Withdrawn"),
}
OCCASION_WORDS: Mapping[Occasion, str] = {
    Occasion.SUBMITTED: N_("Submitted for approval"),
    Occasion.SAVED: N_("Saved version"),
    Occasion.BEFORE_RESTORE: N_("Before an older version was restored"),
}
QUOTE_WAY_WORDS: Mapping[QuoteWay, str] = {
    QuoteWay.EMAIL: N_("by e-mail"),
    QuoteWay.PHONE: N_("by phone"),
    QuoteWay.IN_PERSON: N_("in person"),
    QuoteWay.MESSAGE: N_("by text message"),
}
WITHDRAWAL_WORDS: Mapping[WithdrawalReason, str] = {
    WithdrawalReason.WRONG: N_("Wrong information"),
    WithdrawalReason.OUT_OF_DATE: N_("Out of date"),
    WithdrawalReason.UNLAWFUL: N_("Must not be published by law"),
    WithdrawalReason.MERGED: N_("Merged with another article"),
    WithdrawalReason.OTHER: N_("Another reason"),
}
# What the page at the former address tells; another reason is told in the words for the public.
WITHDRAWN_SENTENCES: Mapping[WithdrawalReason, str] = {
    WithdrawalReason.WRONG: N_("What it said was wrong."),
    WithdrawalReason.OUT_OF_DATE: N_("What it said no longer applies."),
    WithdrawalReason.UNLAWFUL: N_("The law does not allow what it said to be published."),
    WithdrawalReason.MERGED: N_("It has been merged with another page."),
}
ACT_WORDS: Mapping[str, str] = {
    Act.LOG_BEGUN: N_("Log begun"),
    Act.CREATED: N_("Created"),
    Act.COPIED: N_("Copied"),
    Act.TAKEN_IN: N_("Taken in"),
    Act.EDITED: N_("Edited"),
    Act.SUBMITTED: N_("Submitted for approval"),
    Act.TAKEN_BACK: N_("Taken back"),
    Act.RETURNED: N_("Returned with a comment"),
    Act.COMMENTED: N_("Commented"),
    Act.COMMENT_SETTLED: N_("Comment settled"),
    Act.COMMENT_REOPENED: N_("Comment reopened"),
    Act.REVIEW_SENT: N_("Sent for review"),
    Act.REPLY_TAKEN: N_("Comments of a review taken in"),
    Act.APPROVED: N_("Approved"),
    Act.APPROVED_BY_FORCE: N_("Approved against the rules"),
    Act.PUBLISHED: N_("Published"),
    Act.CORRECTED: N_("Corrected"),
    Act.WITHDRAWN: N_("Withdrawn"),
    Act.VERSION_SAVED: N_("Version saved"),
    Act.VERSION_RENAMED: N_("Version renamed"),
    Act.RESTORED: N_("Older version restored"),
    Act.WORDS_TAKEN_BACK: N_("Taken back from Word"),
    Act.IMAGE_ADDED: N_("Image added"),
    Act.IMAGE_DESCRIBED: N_("Image described"),
    Act.IMAGE_REMOVED: N_("Image removed for good"),
    Act.WORD_ADDED: N_("Word added to the dictionary"),
    Act.WORD_REMOVED: N_("Word removed from the dictionary"),
    Act.SITE_CHANGED: N_("Details of the municipality changed"),
    Act.CATEGORY_ADDED: N_("Category added"),
    Act.CATEGORY_RENAMED: N_("Category renamed"),
    Act.CONTACTS_SAVED: N_("Contacts saved"),
    Act.CARDS_RETIRED: N_("Cards taken out of use"),
    Act.CARDS_BROUGHT_BACK: N_("Cards brought back into use"),
    Act.CARDS_MERGED: N_("Cards merged"),
    Act.CARDS_DELETED: N_("Cards deleted"),
    Act.DELETED: N_("Deleted"),
    Act.DISPOSED: N_("Disposed of"),
    Act.PRESERVED: N_("Preserved"),
    Act.POLICY_CHANGED: N_("Rules changed"),
    Act.EXPORTED: N_("Site exported"),
    Act.HANDED_OVER: N_("Handed over to another system"),
    Act.SITE_PUBLISHED: N_("Site published to a target"),
    Act.TARGET_SAVED: N_("Target of the site saved"),
    Act.TARGET_REMOVED: N_("Target of the site removed"),
    Act.ROLLED_BACK: N_("Site put back"),
    Act.BACKUP_RESTORED: N_("Backup restored"),
    Act.BACKUPS_MOVED: N_("Place of backups changed"),
    Act.QUOTE_APPROVED: N_("Quote approved"),
    Act.QUOTE_APPROVAL_WITHDRAWN: N_("Approval of a quote taken back"),
    Act.FINDING_DISMISSED: N_("Finding dismissed"),
    Act.FINDING_BROUGHT_BACK: N_("Finding brought back"),
}

NOTICE_WORDS: Mapping[NoticeLevel, str] = {
    NoticeLevel.CRISIS: N_("Crisis"),
    NoticeLevel.WARNING: N_("Warning"),
    NoticeLevel.INFORMATION: N_("Information"),
}


def occasion_words(occasion: Occasion | None) -> str:
    """Return what a version was kept for, to be translated; None where the archive says nothing known."""
    if occasion is None:
        return N_("Unreadable: check the archive in the Help menu")
    return OCCASION_WORDS[occasion]
