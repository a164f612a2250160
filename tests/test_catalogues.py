"""The Swedish catalogue says everything that the program says, and fits where the English stood."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from editor_app.translation import DOMAIN, LANGUAGES, LOCALE_FOLDER, SOURCE_LANGUAGE

ROOT = Path(__file__).parent.parent
TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
MENUS = ROOT / "ui" / "window_menus.py"
# Those of str.format, and those of the % sign that argparse has.
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[sdr]")
SPEAKING = {"_", "N_", "ngettext"}
ACCELERATOR = re.compile(r"&(?!&)(\w)")

pytestmark = pytest.mark.parametrize("language", TRANSLATED)


@cache
def collected() -> Catalog:
    """Return what the code and the templates say, found as `make catalogues` finds it."""
    with (LOCALE_FOLDER / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    catalogue = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(
        ROOT, methods, options, keywords=DEFAULT_KEYWORDS
    ):
        catalogue.add(message, context=context)
    return catalogue


@cache
def translated(language: str) -> Catalog:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Yield each source text with each translation that may stand in its place."""
    for message in messages(translated(language)):
        source, texts = (
            (message.id[-1], message.string) if message.pluralizable else (message.id, (message.string,))
        )
        yield from ((source, text) for text in texts if text)


def said_in_code() -> Iterator[str]:
    """Yield each text that the code asks for by a call, also where Babel does not look: in f-strings."""
    for path in (*(ROOT / "editor_app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value


def test_nothing_is_said_where_no_catalogue_collects_it(language):
    entries = translated(language)

    assert [text for text in said_in_code() if text not in entries] == []


def test_everything_the_program_says_is_translated(language):
    missing = []
    for message in messages(collected()):
        entry = translated(language).get(message.id, message.context)
        texts = entry.string if entry is not None and message.pluralizable else (entry and entry.string,)
        if not all(texts):
            missing.append(message.id)

    assert len(collected()) > 100
    assert missing == []


def test_nothing_is_translated_that_the_program_does_not_say(language):
    left_over = [
        message.id
        for message in messages(translated(language))
        if collected().get(message.id, message.context) is None
    ]

    assert left_over == []
    assert not translated(language).obsolete


def test_no_translation_is_a_guess(language):
    assert [message.id for message in messages(translated(language)) if message.fuzzy] == []


def test_placeholders_are_the_same(language):
    for source, text in pairs(language):
        assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(text)), source


def test_edges_are_the_same(language):
    """An ellipsis tells that more is asked, a full stop ends a sentence, a space joins."""
    for source, text in pairs(language):
        for edge in ("…", ".", ":", " "):
            assert source.endswith(edge) == text.endswith(edge), source
        assert source.startswith(" ") == text.startswith(" "), source


def test_quotation_marks_are_those_of_the_language(language):
    foreign = {"sv": "\"“„«»'"}[language]

    for _source, text in pairs(language):
        assert not set(text) & set(foreign), text


def test_keys_to_the_menus_are_kept_and_lead_to_one_menu_each(language):
    for source, text in pairs(language):
        assert len(ACCELERATOR.findall(source)) == len(ACCELERATOR.findall(text)), source
    titles = re.findall(r'_\("([^"]*&[^"]*)"\)', MENUS.read_text(encoding="utf-8"))
    letters = [ACCELERATOR.findall(translated(language).get(title).string)[0].upper() for title in titles]

    assert len(letters) > 3
    assert len(set(letters)) == len(letters)
