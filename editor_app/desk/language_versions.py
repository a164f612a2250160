"""Articles in several languages: what one is a version of, and whether it still says the same."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from editor_app.archive.archive import Holdings
from editor_app.desk.drafting import file_new, save
from editor_app.desk.errors import ArticleMissing, OwnOriginal, SameLanguage
from editor_app.desk.filing import fetch
from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article, Original, new_id
from editor_app.domain.audit import Act
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.revision import words_hash


class OriginalText(Struct, frozen=True):
    """What an article may be a version of in another language.

    `original` names the words that it says to readers now; `present` the hashes of all that count as
    these: those that are live, and those of the working copy.
    """

    original: Original
    title: str
    language: str
    present: frozenset[str]

    def is_followed_by(self, version_of: Original) -> bool:
        """Tell whether a translation of these words is not out of date, as far as is known."""
        return not version_of.words or version_of.words in self.present


def original_text(holdings: Holdings, article_id: str) -> OriginalText | None:
    """Return what a version of the article is a version of, None where the archive has it not.

    That is the article itself, or what that is a version of, so that all versions have one original.
    """
    stored = holdings.articles.get(article_id)
    if stored is None:
        return None
    version_of = stored.article.version_of
    if version_of is not None and version_of.article_id != article_id:
        further = holdings.articles.get(version_of.article_id)
        if further is not None and further.article.version_of is None:
            stored = further
    article = stored.article
    working = words_hash(article)
    live = holdings.publications.live(article.id)
    shown = working if live is None else words_hash(decode_snapshot(live.revision.content))
    return OriginalText(
        Original(article.id, shown), article.title, article.language, frozenset((working, shown))
    )


def file_language_version(
    holdings: Holdings, article_id: str, language: str, *, by: str, now: datetime
) -> WorkingCopy:
    """Store the words of an article, to be translated, as a new draft in `language`.

    Raises ArticleMissing and SameLanguage.
    """
    source = fetch(holdings, article_id).article
    if source.language.lower() == language.lower():
        raise SameLanguage(article_id, language)
    draft = Article(
        id=new_id(),
        kind=source.kind,
        title=source.title,
        lead=source.lead,
        body=source.body,
        language=language,
        category_id=source.category_id,
        contact_ids=source.contact_ids,
        hero=source.hero,
        related_ids=source.related_ids,
        record_number=source.record_number,
        version_of=_original_of(holdings, source),
    )
    details: Mapping[str, str] = {"of": article_id, "language": language}
    return file_new(holdings, draft, by=by, now=now, act=Act.COPIED, details=details)


def set_original(
    holdings: Holdings, article_id: str, original_id: str, *, by: str, now: datetime
) -> WorkingCopy:
    """Store what an article is a version of, and that it follows what that says now; empty for nothing.

    Raises ArticleMissing and OwnOriginal.
    """
    stored = fetch(holdings, article_id)
    found = None
    if original_id:
        found = original_text(holdings, original_id)
        if found is None:
            raise ArticleMissing(original_id)
        if found.original.article_id == article_id:
            raise OwnOriginal(article_id)
    article = replace(stored.article, version_of=None if found is None else found.original)
    return save(holdings, article, version=stored.version, by=by, now=now)


def _original_of(holdings: Holdings, source: Article) -> Original:
    """Return what a copy of the working copy `source` is a version of, with the words that it follows."""
    found = original_text(holdings, source.id)
    if found is None or found.original.article_id == source.id:
        return Original(source.id, words_hash(source))
    # What was translated once says of the original what its own source said.
    words = "" if source.version_of is None else source.version_of.words
    return replace(found.original, words=words)
