"""An article's whole story: all that was done to it, from the log and from what is older than the log."""

from collections.abc import Iterator, Mapping

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import Release, RevisionEntry
from editor_app.desk.filing import fetch
from editor_app.desk.version_values import StoryEvent
from editor_app.domain.audit import Act, Entry
from editor_app.domain.comment import CommentOccasion
from editor_app.domain.revision import Occasion
from editor_app.domain.words import WITHDRAWAL_WORDS
from editor_app.translation import _

_KEPT_BY: Mapping[Occasion, Act] = {
    Occasion.SUBMITTED: Act.SUBMITTED,
    Occasion.SAVED: Act.VERSION_SAVED,
    Occasion.BEFORE_RESTORE: Act.VERSION_SAVED,
}


def story(holdings: Holdings, article_id: str) -> tuple[StoryEvent, ...]:
    """Return what was done to the article, the newest first; raises ArticleMissing."""
    fetch(holdings, article_id)
    revisions = holdings.revisions.entries(article_id)
    entries = holdings.log.of_article(article_id)
    told = _Told(holdings, article_id, revisions, entries)
    logged = [told.event(entry) for entry in entries]
    releases = holdings.publications.releases(article_id)
    # What is older than the log is in no entry of it.
    begins = min((entry.at for entry in entries), default=None)
    older = [event for event in _kept(revisions, releases) if begins is None or event.at < begins]
    return (*logged, *sorted(older, key=lambda event: event.at)[::-1])


class _Told:
    """What the log only names, to be said in words."""

    def __init__(
        self,
        holdings: Holdings,
        article_id: str,
        revisions: tuple[RevisionEntry, ...],
        entries: tuple[Entry, ...],
    ) -> None:
        self._numbers = {revision.hash: revision.number for revision in reversed(revisions)}
        self._comments = {
            comment.written_at: comment.words
            for comment in holdings.comments.of_article(article_id)
            if comment.occasion is CommentOccasion.RETURNED
        }
        replacements = (entry.details.get("replacement", "") for entry in entries)
        self._titles = holdings.articles.titles(filter(None, replacements))

    def event(self, entry: Entry) -> StoryEvent:
        return StoryEvent(
            entry.at, entry.act, entry.by, self._numbers.get(entry.revision_hash, 0), self._words(entry)
        )

    def _words(self, entry: Entry) -> str:
        details = entry.details
        if entry.act == Act.RETURNED:
            return self._comments.get(entry.at, "")
        if entry.act == Act.WITHDRAWN:
            return self._withdrawal(details)
        if entry.act == Act.RESTORED:
            return _("Version {number}").format(number=details.get("version", ""))
        if entry.act in {Act.FINDING_DISMISSED, Act.FINDING_BROUGHT_BACK}:
            return _finding_words(details)
        return details.get("reason") or details.get("words") or details.get("name") or ""

    def _withdrawal(self, details: Mapping[str, str]) -> str:
        known = {reason.value: words for reason, words in WITHDRAWAL_WORDS.items()}
        reason = details.get("reason", "")
        sentences = [_(known[reason]) if reason in known else reason, details.get("words", "")]
        replacement = details.get("replacement", "")
        if replacement:
            title = self._titles.get(replacement, replacement)
            sentences.append(_("To be read instead: {title}").format(title=title))
        return "\n".join(filter(None, sentences))


def _finding_words(details: Mapping[str, str]) -> str:
    """Return which finding somebody let be or brought back, and why."""
    quoted = details.get("quoted", "")
    rule = " ".join(
        filter(None, (details.get("rule_id", ""), quoted and _("“{title}”").format(title=quoted)))
    )
    return "\n".join(filter(None, (rule, details.get("reason", ""))))


def _kept(revisions: tuple[RevisionEntry, ...], releases: tuple[Release, ...]) -> Iterator[StoryEvent]:
    numbers = {revision.id: revision.number for revision in revisions}
    for revision in revisions:
        yield StoryEvent(
            revision.created_at,
            Act.VERSION_SAVED if revision.occasion is None else _KEPT_BY[revision.occasion],
            revision.created_by,
            revision.number,
            revision.name,
        )
        for approval in revision.approvals:
            act = Act.APPROVED_BY_FORCE if approval.forced_reason else Act.APPROVED
            yield StoryEvent(
                approval.approved_at, act, approval.approved_by, revision.number, approval.forced_reason
            )
    for release in releases:
        yield StoryEvent(
            release.published_at, Act.PUBLISHED, release.published_by, numbers.get(release.revision_id, 0)
        )
