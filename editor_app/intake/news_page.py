"""The text of a copied news page becomes the parts of an article."""

from datetime import date, datetime

from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.intake.blocks import is_heading_like, is_value, read_body
from editor_app.intake.contacts import is_card, is_contact_heading, is_contact_line, read_contacts
from editor_app.intake.dates import DateRole, is_date_label, read_date, split_dates
from editor_app.intake.head import read_head, split_labels
from editor_app.intake.lines import Line, Lines, ends_sentence, is_running_text, read_lines, unwrap
from editor_app.intake.marked_lines import is_marked
from editor_app.intake.surroundings import find_tail, find_top, is_button
from editor_app.intake.taken_text import ContactText, TakenText
from editor_app.intake.vocabulary import CREDIT, ENGLISH_WORDS, SWEDISH_WORDS

# What is longer than this is a first paragraph rather than a lead.
_LONGEST_LEAD = 500


class _Sorted(Struct):
    """The lines below the head, told apart."""

    body: list[Line]
    contacts: list[ContactText]
    furniture: list[str]
    published: date | datetime | None = None


def take_in(text: str) -> TakenText:
    """Return the parts of the article that `text`, copied from a news page, holds.

    What is told by structure only: labels, dates, lengths, marks and what stands beside what. Lines
    that are not recognised stay in the body; none is left out.
    """
    lines = split_labels(_one_date_a_line(unwrap(read_lines(text))))
    top = find_top(lines)
    tail = find_tail(lines, top)
    head = read_head(lines[:tail], top)
    found = _Sorted([], [], list(head.furniture), head.published)
    _sort(head.rest, found, below_article=False)
    _sort(lines[tail:], found, below_article=True)
    lead, body = _split_lead(tuple(found.body))
    return TakenText(
        kind=head.kind or Kind.NEWS,
        language=language_of(lines),
        title=head.title,
        publish_at=found.published,
        category_name=head.category_name,
        lead=lead,
        body=read_body(body),
        contacts=tuple(found.contacts),
        furniture=tuple(found.furniture),
    )


def _one_date_a_line(lines: Lines) -> Lines:
    """Put "Publicerad" and the date on the line below it on one line, and two dates on two."""
    joined: list[Line] = []
    for line in lines:
        if joined and is_date_label(joined[-1].text) and read_date(line.text):
            joined[-1] = Line(f"{joined[-1].text} {line.text}", joined[-1].after_gap)
        elif line.cells:
            joined.append(line)
        else:
            first, *second = split_dates(line.text)
            joined.append(Line(first, line.after_gap) if second else line)
            joined += map(Line, second)
    return tuple(joined)


def _sort(lines: Lines, found: _Sorted, *, below_article: bool) -> None:
    index = 0
    after_contacts = False
    while index < len(lines):
        used = _sort_contacts(lines, index, found)
        if used:
            after_contacts = True
        else:
            is_own = _is_published(lines[index].text, found) or below_article or is_button(lines[index].text)
            if is_own or (after_contacts and not _goes_on(lines, index)):
                found.furniture.append(lines[index].text)
            else:
                found.body.append(lines[index])
        index += used or 1


def _sort_contacts(lines: Lines, index: int, found: _Sorted) -> int:
    """Read the contacts that begin at `index`; return how many lines they took."""
    if is_contact_heading(lines, index):
        heading = 1
    elif is_contact_line(lines[index].text) or is_card(lines, index):
        heading = 0
    else:
        return 0
    block = read_contacts(lines[index + heading :])
    if not block.contacts:
        return 0
    found.contacts += block.contacts
    found.body += block.left
    found.furniture += block.extra
    return heading + block.used


def _is_published(text: str, found: _Sorted) -> bool:
    """Tell whether `text` says when the page was published or changed, and keep the first such date."""
    day = read_date(text)
    if day is None or day.role is DateRole.BARE:
        return False
    if day.role is DateRole.PUBLISHED and found.published is None:
        found.published = day.value
    return True


def _goes_on(lines: Lines, index: int) -> bool:
    """Tell whether the article goes on below its contacts: with running text, or with what leads to it."""
    text = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return is_running_text(text) or is_marked(text) or (is_running_text(below) and is_heading_like(text))


def _split_lead(body: Lines) -> tuple[str, Lines]:
    """The first paragraph is the lead, where more comes below it."""
    if len(body) < 2 or body[0].cells:
        return "", body
    first = body[0].text
    if is_value(first) and is_running_text(body[1].text):
        # "Status: pågående" stands above some leads.
        lead, rest = _split_lead(body[1:])
        return lead, (body[0], *rest)
    reads_as_lead = ends_sentence(first) or not is_heading_like(first)
    if not reads_as_lead or len(first) > _LONGEST_LEAD or first.endswith(":"):
        return "", body
    if is_marked(first) or CREDIT.match(first):
        return "", body
    return first, body[1:]


def language_of(lines: Lines) -> str:
    """Return the language that most of the small words in `lines` are of, Swedish or English."""
    words = [word.strip(".,:!?").casefold() for line in lines for word in line.text.split()]
    english = sum(word in ENGLISH_WORDS for word in words)
    swedish = sum(word in SWEDISH_WORDS for word in words)
    return "en" if english > swedish else "sv"
