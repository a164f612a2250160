"""Details: the category that an article is listed in, and the languages that it is read aloud in."""

import re
from collections.abc import Iterator
from unicodedata import name

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, SetLanguage, Severity
from editor_app.checks.passages import RUNNING_TEXT, Passage, TextKind
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.sources import WEB_CONTENT, WEB_GUIDE
from editor_app.domain.document import Language
from editor_app.translation import N_

LEAST_WORDS_OF_A_LANGUAGE = 6


def _category_missing(read: ReadArticle, context: Context) -> Finds:
    if read.article.category_id is None or context.category_is_retired:
        yield Place(Part.DETAILS), WHOLE


def _language_missing(read: ReadArticle, _context: Context) -> Finds:
    if not read.article.language.strip():
        yield Place(Part.DETAILS), Found(0, 0, fix=SetLanguage("sv"))


_LETTERS = re.compile(r"[^\W\d_]{3,}")


def _other_language(passage: Passage, context: Context) -> Iterator[Found]:
    """Point to another script, and to sentences in English, without a mark of their language."""
    for letters in _LETTERS.finditer(passage.text):
        if not name(letters[0][0], "").startswith("LATIN") and not _is_marked(passage, letters.start()):
            yield Found(*letters.span(), severity=Severity.BLOCKS)
            return
    for start, end in passage.sentences:
        words = [passage.text[first:last].casefold() for first, last in passage.words_between(start, end)]
        english, swedish = (
            sum(word in context.words.common.get(tag, ()) for word in words) for tag in ("en", "sv")
        )
        if len(words) >= LEAST_WORDS_OF_A_LANGUAGE and not swedish and english * 4 >= len(words):
            yield Found(start, end)


def _is_marked(passage: Passage, position: int) -> bool:
    return any(isinstance(mark, Language) for mark in passage.marks_at(position))


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "S14",
        Severity.BLOCKS,
        N_("Choose a category"),
        N_("Without one that is in use the article is in no list of the site; choose it in the details."),
        WEB_GUIDE,
        find=_category_missing,
    ),
    ArticleRule(
        "S15",
        Severity.BLOCKS,
        N_("The language is not set"),
        N_("Screen readers read aloud in the language that the page names; choose it in the details."),
        f"{WEB_CONTENT}, 3.1.1",
        is_safe=True,
        find=_language_missing,
    ),
    PassageRule(
        "S16",
        Severity.WARNS,
        N_("Mark the language of the passage"),
        N_("Read aloud as Swedish nobody understands it; select the words and choose their language."),
        f"{WEB_CONTENT}, 3.1.2",
        kinds=RUNNING_TEXT | {TextKind.HEADING, TextKind.FACT_TITLE, TextKind.CELL},
        find=_other_language,
    ),
)
