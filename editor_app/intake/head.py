"""The head of a news page: its label, title, date and category, in whatever order they stand."""

import re
from datetime import date, datetime

from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.intake.dates import DateRole, read_date
from editor_app.intake.lines import Line, Lines, count_words, ends_sentence, is_running_text
from editor_app.intake.marked_lines import is_marked
from editor_app.intake.surroundings import is_button, is_menu_line
from editor_app.intake.vocabulary import CATEGORY_LABEL, CREDIT, KIND_LABELS, MENU_LABELS, key, kind_named

_SPLIT = re.compile(r"\s+[|·•/–—-]\s+|\s*[|·]\s*")
_LABEL_AND_DATE = re.compile(rf"({'|'.join(KIND_LABELS)})\s*[,:]?\s+(.+)", re.IGNORECASE)
_LONGEST_HEAD_LINE = 120
_LONGEST_TITLE = 160
_CATEGORY_LENGTH = 45
_CATEGORY_WORDS = 5
# Short lines below the label; without one, menu items that no table knows may stand above the title.
_HEAD_LINES = 4
_HEAD_LINES_WITHOUT_LABEL = 40


class Head(Struct, frozen=True):
    """What the head says; `rest` are the lines that go on, `furniture` those that stood above or among it."""

    rest: Lines
    kind: Kind | None = None
    title: str = ""
    published: date | datetime | None = None
    category_name: str = ""
    furniture: tuple[str, ...] = ()


class _Short(Struct, frozen=True):
    """A short line of the head, at line `index`, and whether a date stands right below or above it."""

    index: int
    text: str
    above_date: bool = False
    below_date: bool = False


class _Sorted(Struct):
    """The lines of a head, told apart; `used` are those that have found their place."""

    shorts: list[_Short]
    used: set[int]
    furniture: list[str]
    published: date | datetime | None = None
    category_name: str = ""


def split_labels(lines: Lines) -> Lines:
    """Set apart what stands on one line in the first "Nyhet | 26 februari 2024" of the page."""
    for index, line in enumerate(lines):
        parts = _label_parts(line.text) if len(line.text) <= _LONGEST_HEAD_LINE else []
        if len(parts) > 1 and not is_menu_line(line.text) and _is_label_line(parts):
            apart = (Line(part, line.after_gap and part is parts[0], is_label=True) for part in parts)
            return (*lines[:index], *apart, *lines[index + 1 :])
    return lines


def _label_parts(text: str) -> list[str]:
    dated = _LABEL_AND_DATE.fullmatch(text)
    if dated and read_date(dated[2]):
        return [dated[1], dated[2]]
    return [part for part in _SPLIT.split(text) if part]


def _is_label_line(parts: list[str]) -> bool:
    labels = sum(kind_named(part) is not None or read_date(part) is not None for part in parts)
    others = [part for part in parts if kind_named(part) is None and read_date(part) is None]
    return labels > 0 and all(_is_category_like(part) for part in others) and key(parts[0]) not in MENU_LABELS


def read_head(lines: Lines, top: int) -> Head:
    """Return the head of the page that `lines`, without the part below the article, hold.

    The first `top` lines are known to be menus; the label of the kind, where there is one, is the
    better guide.
    """
    label = _find_label(lines)
    start = top if label is None else label + 1
    sorted_lines = _sort(lines, start, _HEAD_LINES_WITHOUT_LABEL if label is None else _HEAD_LINES)
    found = sorted_lines.shorts
    _sort_date_above(lines, label, sorted_lines)
    title = _title_without_label(found) if label is None else _title_below_label(found)
    if label is not None and (title is None or _is_category_alone(title, found)):
        title = _title_above(lines, label, sorted_lines, title) or title
    if title is None:
        title = _long_title(lines, start)
    category = _category(sorted_lines, title, has_label=label is not None)
    used = sorted_lines.used | {short.index for short in (title, category) if short}
    # A label may say more than the kind, such as who sends a press release.
    plain_label = None if label is None or key(lines[label].text) not in KIND_LABELS else label
    above = [line.text for i, line in enumerate(lines[:start]) if i != plain_label and i not in used]
    if label is None and title is not None:
        before = [short for short in found if short.index < title.index and short is not category]
        above += [short.text for short in before]
        used |= {short.index for short in before}
    return Head(
        rest=tuple(line for i, line in enumerate(lines) if i >= start and i not in used),
        kind=None if label is None else kind_named(lines[label].text),
        title=title.text if title else "",
        published=sorted_lines.published,
        category_name=category.text if category else sorted_lines.category_name,
        furniture=(*above, *sorted_lines.furniture),
    )


def _find_label(lines: Lines) -> int | None:
    """Return the line whose surroundings look most like a head, among those that name a kind."""
    scores = {i: _label_score(lines, i) for i, line in enumerate(lines) if kind_named(line.text)}
    best = max(scores, key=lambda i: scores[i], default=None)
    return best if best is not None and scores[best] > 0 else None


def _label_score(lines: Lines, index: int) -> int:
    near = [line.text for line in lines[index + 1 : index + 4]]
    above = lines[index - 1].text if index else ""
    score = 0 if key(lines[index].text) in MENU_LABELS else 3
    score += 3 * any(read_date(text) for text in (*near, above))
    if not near or is_menu_line(near[0]) or kind_named(near[0]):
        return score - 4
    if is_running_text(near[0]):
        return score - 2
    return score + (len(near) > 1 and is_running_text(near[1]))


def _sort(lines: Lines, start: int, most: int) -> _Sorted:
    found = _Sorted([], set(), [])
    index = start
    while index < len(lines) and len(found.shorts) < most:
        text = lines[index].text
        if not _sort_known(found, index, lines[index]):
            if _begins_text(lines, index, found):
                break
            below_date = index - 1 in found.used and read_date(lines[index - 1].text) is not None
            above_date = index + 1 < len(lines) and read_date(lines[index + 1].text) is not None
            found.shorts.append(_Short(index, text, above_date, below_date))
        index += 1
    # Some pages have the date below the lead.
    if found.published is None and index + 1 < len(lines):
        _sort_known(found, index + 1, lines[index + 1])
    return found


def _sort_known(found: _Sorted, index: int, line: Line) -> bool:
    """Put a button, a date or a labelled category in its place; False for any other line."""
    text = line.text
    day = read_date(text)
    category = CATEGORY_LABEL.fullmatch(text)
    if is_button(text) or (day and day.role is DateRole.CHANGED):
        found.furniture.append(text)
    elif day and found.published is None:
        found.published = day.value
        if day.says_more:
            found.furniture.append(text)
    elif category and not found.category_name and len(text) <= _LONGEST_HEAD_LINE:
        found.category_name = category[1]
    elif line.is_label and not found.category_name:
        found.category_name = text
    else:
        return False
    found.used.add(index)
    return True


def _begins_text(lines: Lines, index: int, found: _Sorted) -> bool:
    text = lines[index].text
    if is_marked(text) or CREDIT.match(text) or read_date(text):
        return True
    if not is_running_text(text):
        return False
    # A title may be a whole sentence where the date below it shows what it is.
    dated = index + 1 < len(lines) and read_date(lines[index + 1].text) is not None
    return bool(found.shorts) or not dated or len(text) > _LONGEST_TITLE


def _title_below_label(shorts: list[_Short]) -> _Short | None:
    first, second = (*shorts[:2], None, None)[:2]
    if first is None or second is None or first.above_date or not _is_category_like(first.text):
        return first
    return second if count_words(second.text) >= count_words(first.text) + 2 else first


def _title_without_label(shorts: list[_Short]) -> _Short | None:
    above = next((short for short in shorts if short.above_date), None)
    below = next((short for short in shorts if short.below_date), None)
    if above and below:
        longer = count_words(below.text) > count_words(above.text) + 2
        return below if longer and count_words(above.text) <= _CATEGORY_WORDS - 2 else above
    return above or below or max(shorts, key=lambda short: count_words(short.text), default=None)


def _sort_date_above(lines: Lines, label: int | None, found: _Sorted) -> None:
    """Some pages have the date in front of the label, or right above it."""
    above = (label or 0) - 1
    if above >= 0 and found.published is None:
        _sort_known(found, above, lines[above])


def _is_category_alone(title: _Short, shorts: list[_Short]) -> bool:
    """Tell whether what seemed to be the title may be the category, with the title above the label."""
    return (
        len(shorts) == 1
        and title.above_date
        and count_words(title.text) < _CATEGORY_WORDS - 1
        and _is_category_like(title.text)
    )


def _title_above(lines: Lines, label: int, found: _Sorted, category: _Short | None) -> _Short | None:
    """Some pages have the label below the title, and a date between them.

    Where `category` might be the title too, only something longer is.
    """
    for index in range(label - 1, max(label - 3, -1), -1):
        day = read_date(lines[index].text)
        if day and found.published is None:
            found.published = day.value
            found.used.add(index)
        elif is_menu_line(lines[index].text) or is_running_text(lines[index].text):
            return None
        else:
            is_longer = not category or count_words(lines[index].text) > count_words(category.text) + 1
            return _Short(index, lines[index].text) if is_longer else None
    return None


def _long_title(lines: Lines, start: int) -> _Short | None:
    """Without a short line, the first one is the title if it can be one."""
    rest = lines[start:]
    if (
        len(rest) < 2
        or len(rest[0].text) > _LONGEST_TITLE
        or is_marked(rest[0].text)
        or is_button(rest[0].text)
    ):
        return None
    return None if read_date(rest[0].text) else _Short(start, rest[0].text)


def _category(found: _Sorted, title: _Short | None, *, has_label: bool) -> _Short | None:
    """The short line beside the title, which only a label or a date tells from a subheading."""
    if title is None or found.category_name or not (has_label or found.published):
        return None
    around = [short for short in found.shorts if short is not title]
    before = [short for short in around if short.index < title.index and has_label]
    after = [short for short in around if short.index > title.index]
    return next((short for short in (*before, *after[:1]) if _is_category_like(short.text)), None)


def _is_category_like(text: str) -> bool:
    return (
        len(text) <= _CATEGORY_LENGTH
        and 0 < count_words(text) <= _CATEGORY_WORDS
        and not ends_sentence(text)
        and text[-1] not in ":;,"
        and not text[0].islower()
        and not any(sign.isdigit() for sign in text)
    )
