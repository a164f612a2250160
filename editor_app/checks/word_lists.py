"""The words that the rules go by: plain files, one entry a line, those of the municipality beside ours."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from editor_app.checks.context import OwnRule, WordLists
from editor_app.resource_files import RESOURCES
from editor_app.translation import N_

SHIPPED = RESOURCES / "words"
ACRONYMS, PASSIVES, NAMES = "acronyms.txt", "passives.txt", "names.txt"
ABBREVIATIONS, PLAINER, RULES = "abbreviations.txt", "plainer.txt", "rules.txt"
EMPTY_LINK_TEXTS, COMMON = "empty_link_texts.txt", "common.txt"
# What a municipality may have in a folder of its own.
OWN_FILES = (ACRONYMS, NAMES, ABBREVIATIONS, PLAINER, RULES, PASSIVES, EMPTY_LINK_TEXTS)

NO_SIGN = N_("an equals sign with a space on each side is missing")
EMPTY_SIDE = N_("one side of the equals sign is empty")
UNEVEN = N_("there are not as many forms on the right as on the left")
TWICE = N_("the word stands there already")
NOT_TEXT = N_("the file is no text in UTF-8")
NOT_READ = N_("the file cannot be read")
NO_FOLDER = N_("there is no such folder")


class BrokenLine(Struct, frozen=True):
    """Line `line` of `file`, from 1 and 0 for the whole of it, says nothing; `reason` is a message id."""

    file: str
    line: int
    reason: str
    words: str = ""


class ReadWords(NamedTuple):
    """What a folder says, and the lines of it that say nothing.

    `lines` are how many lines of each file there say something, by its name.
    """

    words: WordLists
    broken: tuple[BrokenLine, ...]
    lines: Mapping[str, int] = {}


class _Refused(ValueError):
    """An entry cannot be read; the argument is the message that says why."""


@cache
def shipped_words() -> WordLists:
    """Return the lists that come with the program."""
    files = {path.name: list(_entries(path.read_text(encoding="utf-8"))) for path in SHIPPED.glob("*.txt")}
    found, broken, _lines = _word_lists(files)
    if broken:
        raise ValueError(broken)
    return found


def words_of(folder: Path | None) -> ReadWords:
    """Return the program's lists with those in `folder` added; files that are not there add nothing.

    A line that cannot be read is left out and told. The files are read again when one has changed.
    """
    if folder is None:
        return ReadWords(shipped_words(), ())
    return _read(folder, tuple(_stamp(folder / name) for name in OWN_FILES))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return (0, 0)
    return (state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _read(folder: Path, _stamps: tuple[tuple[int, int], ...]) -> ReadWords:
    files: dict[str, list[Entry]] = {}
    broken: list[BrokenLine] = []
    if not folder.is_dir():
        return ReadWords(shipped_words(), (BrokenLine(str(folder), 0, NO_FOLDER),))
    for name in OWN_FILES:
        try:
            if (folder / name).exists():
                files[name] = list(_entries((folder / name).read_text(encoding="utf-8-sig")))
        except UnicodeDecodeError:
            broken.append(BrokenLine(name, 0, NOT_TEXT))
        except OSError:
            broken.append(BrokenLine(name, 0, NOT_READ))
    own, broken_lines, lines = _word_lists(files)
    return ReadWords(_joined(shipped_words(), own), (*broken, *broken_lines), lines)


def _joined(ours: WordLists, own: WordLists) -> WordLists:
    """Return both; where they differ, the municipality's own holds."""
    plainer = {**ours.plainer, **own.plainer}
    return WordLists(
        acronyms=ours.acronyms | own.acronyms,
        names=ours.names | own.names,
        passives=ours.passives | own.passives,
        abbreviations={**ours.abbreviations, **own.abbreviations},
        plainer={left: right for left, right in plainer.items() if left not in own.rules},
        rules=own.rules,
        empty_link_texts=ours.empty_link_texts | own.empty_link_texts,
        common=ours.common,
    )


Entry = tuple[int, str]


def _entries(text: str) -> Iterator[Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()


def _word_lists(files: Mapping[str, list[Entry]]) -> ReadWords:
    broken: list[BrokenLine] = []

    def read(name: str, of_line: Callable[[str], Iterable[tuple[str, object]]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for number, line in files.get(name, []):
            try:
                pairs = list(of_line(line))
                if any(left in found for left, _right in pairs):
                    raise _Refused(TWICE)
            except _Refused as refused:
                broken.append(BrokenLine(name, number, refused.args[0], line))
            else:
                found.update(pairs)
        return found

    words = WordLists(
        acronyms=frozenset(read(ACRONYMS, _whole)),
        names=frozenset(read(NAMES, _whole)),
        passives=frozenset(read(PASSIVES, _each)),
        abbreviations=_strings(read(ABBREVIATIONS, _pairs)),
        plainer=_strings(read(PLAINER, _pairs)),
        rules={left: rule for left, rule in read(RULES, _rules).items() if isinstance(rule, OwnRule)},
        empty_link_texts=frozenset(read(EMPTY_LINK_TEXTS, _whole)),
        common={tag: frozenset(str(words).split("|")) for tag, words in read(COMMON, _languages).items()},
    )
    faults = Counter(one.file for one in broken)
    return ReadWords(words, tuple(broken), {name: len(files[name]) - faults[name] for name in files})


def _strings(found: Mapping[str, object]) -> dict[str, str]:
    return {left: str(right) for left, right in found.items()}


def _whole(line: str) -> Iterator[tuple[str, object]]:
    yield line, None


def _each(line: str) -> Iterator[tuple[str, object]]:
    return ((word, None) for word in line.split())


def _sides(line: str) -> tuple[list[str], list[str]]:
    left, sign, right = line.partition(" = ")
    if not sign:
        raise _Refused(NO_SIGN)
    sides = [[form.strip() for form in side.split("|")] for side in (left, right)]
    if not all(form for side in sides for form in side):
        raise _Refused(EMPTY_SIDE)
    return sides[0], sides[1]


def _pairs(line: str) -> Iterator[tuple[str, object]]:
    """Yield each form on the left with that on the right; one on the right fits all."""
    left, right = _sides(line)
    if len(right) not in {1, len(left)}:
        raise _Refused(UNEVEN)
    yield from zip((form.casefold() for form in left), right * (len(left) // len(right)), strict=True)


def _rules(line: str) -> Iterator[tuple[str, object]]:
    """Yield each form on the left with what it is replaced by, and why: that stands behind a semicolon."""
    pairs, _sign, why = line.partition(";")
    for left, right in _pairs(pairs.strip()):
        yield left, OwnRule(str(right), why.strip())


def _languages(line: str) -> Iterator[tuple[str, object]]:
    (tag,), words = _sides(line)
    yield tag, "|".join(words)
