"""Details: whom readers turn to, the list that an article is in, and the languages it is read aloud in."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import name

from editor_app.checks.context import Context
from editor_app.checks.findings import MarkLanguage, Part, Place, SetLanguage, Severity
from editor_app.checks.passages import RUNNING_TEXT, Passage, TextKind
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.rules.privacy import of_contact
from editor_app.checks.sources import WEB_CONTENT, WEB_GUIDE
from editor_app.domain.document import Language
from editor_app.translation import N_

LEAST_WORDS_OF_A_LANGUAGE = 6
UNREACHABLE = N_("{name} has neither phone nor e-mail")


def _contact_missing(_read: ReadArticle, context: Context) -> Finds:
    if not context.contacts:
        yield Place(Part.DETAILS), WHOLE
    for contact in context.contacts:
        if not contact.ways:
            yield Place(Part.DETAILS), Found(0, 0, of_contact(contact), wording=UNREACHABLE)


def _category_missing(read: ReadArticle, context: Context) -> Finds:
    if read.article.category_id is None or context.category_is_retired:
        yield Place(Part.DETAILS), WHOLE


def _language_missing(read: ReadArticle, _context: Context) -> Finds:
    if not read.article.language.strip():
        yield Place(Part.DETAILS), Found(0, 0, fix=SetLanguage("sv"))


# Beyond Latin with its accents, which end with U+024F.
_OTHER_LETTERS = re.compile(r"[^\W\d_\u0000-\u024f]{3,}|[\u3040-\u9fff\uac00-\ud7af]+")

# No signs of ours are among these, such as dashes and quotation marks: most texts have none of them.
_BEYOND_LATIN = re.compile("[\u0250-\u1fff\u2c00-\ufeff\U00010000-\U0003ffff]")


def _other_language(passage: Passage, context: Context) -> Iterator[Found]:
    """Point to another script, and to sentences in another language, that say nothing of it."""
    for letters in _OTHER_LETTERS.finditer(passage.text) if _BEYOND_LATIN.search(passage.text) else ():
        script = name(letters[0][0], "LATIN").split()[0]
        if script != "LATIN" and not _is_marked(passage, letters.start()):
            end = _end_of_script(passage.text, letters.start(), script)
            fix = MarkLanguage(_LIKELIEST[script]) if script in _LIKELIEST else None
            yield Found(letters.start(), end, fix=fix, severity=Severity.BLOCKS)
            return
    for start, end in passage.sentences:
        numbers = passage.numbers_between(start, end)
        if len(numbers) < LEAST_WORDS_OF_A_LANGUAGE:
            continue
        tag = _language_of(passage.folded[numbers.start : numbers.stop], context)
        if tag not in {"", "sv"} and not _is_marked(passage, start):
            yield Found(start, end, fix=MarkLanguage(tag))


def _language_of(words: Sequence[str], context: Context) -> str:
    """Return the language that a quarter of `words` are known to be of, empty where Swedish has one too."""
    common = context.words.common
    if not common or not common.get("sv", frozenset()).isdisjoint(words):
        return ""
    count, tag = max((sum(word in known for word in words), tag) for tag, known in common.items())
    return tag if count * 4 >= len(words) else ""


def _end_of_script(text: str, start: int, script: str) -> int:
    """Return where the last letter of `script` ends that only signs and spaces part from those before."""
    end = start
    for place in range(start, len(text)):
        if text[place].isalpha():
            if not name(text[place], "").startswith(script):
                break
            end = place + 1
    return end


# Of the languages with that script the one that most newcomers to Swedish municipalities read.
_LIKELIEST = {
    "ARABIC": "ar",
    "CYRILLIC": "uk",
    "ETHIOPIC": "ti",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "HANGUL": "ko",
    "CJK": "zh",
}


def _is_marked(passage: Passage, position: int) -> bool:
    return any(isinstance(mark, Language) for mark in passage.marks_at(position))


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "S13",
        Severity.BLOCKS,
        N_("A contact is missing"),
        N_("Readers have questions, and nobody to ask; choose a contact with a phone number or an address."),
        WEB_GUIDE,
        find=_contact_missing,
    ),
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
