"""The editorial rules over a document that no archive has."""

from datetime import datetime
from pathlib import Path

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Finding
from editor_app.checks.rule_book import RULES
from editor_app.checks.word_lists import words_of
from editor_app.desk.source_texts import read_source
from editor_app.domain.article import Article, Contact
from editor_app.domain.swedish_time import wall_time

# Chosen in the archive: a document cannot lack it.
_ANY_CATEGORY = "-"


def check_file(path: Path, now: datetime, words: Path | None = None) -> tuple[Article, tuple[Finding, ...]]:
    """Return what the document at `path` would become, and what the rules find in it.

    `words` is a folder with the municipality's own words. What only an archive knows is not asked:
    categories, approvals of quotes, and articles that are linked. Raises what `read_source` raises.
    """
    taken = read_source(path)
    article = Article(
        id=path.name,
        kind=taken.kind,
        title=taken.title,
        lead=taken.lead,
        body=taken.body,
        language=taken.language,
        category_id=_ANY_CATEGORY,
    )
    contacts = tuple(
        Contact(str(number), one.name, phones=one.phones, emails=one.emails)
        for number, one in enumerate(taken.contacts)
    )
    context = Context(wall_time(now).date(), contacts=contacts, words=words_of(words).words)
    return article, Checker(RULES).check(article, context)
