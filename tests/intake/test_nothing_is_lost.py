"""Laws of taking in: any text is read, and no word of it disappears."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.domain.codec import decode_document, encode
from editor_app.domain.document import plain_text
from editor_app.domain.normalize import normalize
from editor_app.intake.lines import read_lines
from editor_app.intake.news_page import take_in
from editor_app.intake.taken_text import ContactText, TakenText

# Pieces of pages in any order: more telling than letters at random.
PIECES = st.sampled_from(
    [
        "Translate",
        "Meny",
        "Kontakt",
        "Kontakt:",
        "Nyhet",
        "Nyheter",
        "Information",
        "26 februari 2024",
        "Publicerad: 2024-02-26 10:15",
        "Publicerad",
        "Nyhet | Bygga och bo | 3 maj 2024",
        "Kategori: Bygga och bo",
        "Bygga och bo",
        "Fakta om huset",
        "Andra har även läst",
        "Läs mer",
        "Ring oss på 070-174 06 05 eller kom förbi i morgon.",
        "Anna Berg, kommunikatör, Vallmora kommun",
        "Anna Berg",
        "Telefon: 070-174 06 05",
        "070-174 06 06 (växel), 08-465 004 01",
        "anna.berg@vallmora.example",
        "anna.berg@vallmora.example, press@vallmora.example",
        "– Det känns bra, säger Bo Ek.",
        "- en punkt",
        "- två punkter",
        "• tre punkter",
        "* fyra",
        "1. Första",
        "2. Andra",
        "Ta med:",
        "Hur går det till?",
        "Det här är en vanlig mening som är lång nog för att vara löpande text på en sida.",
        "Den här raden är lång och bryts mitt i meningen av ett program",
        "som fortsätter här med gemener.",
        "Öppet 10–15",
        "",
    ]
)
# Without vowels, none of the words that are turned into values comes about.
NOISE = st.text(st.characters(exclude_characters="aeiouyåäöAEIOUYÅÄÖ"), max_size=40)
PAGES = st.lists(st.one_of(PIECES, PIECES, NOISE), max_size=25).map("\n".join)

# What becomes a kind, a date, a mark or a field is told by its value instead.
TURNED_INTO_VALUES = re.compile(
    r"(?i)nyhet(?:er)?|information|publicerad|februari|maj|kategori|telefon|tfn|kontakt|fakta|\d+|[abct]|e|post"
)


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text) if not TURNED_INTO_VALUES.fullmatch(word)]


def ways(contact: ContactText) -> str:
    return " ".join((*(phone.words for phone in contact.phones), *contact.emails))


def everything(taken: TakenText) -> str:
    contacts = (
        f"{contact.name} {contact.role} {contact.organisation} {ways(contact)}" for contact in taken.contacts
    )
    parts = (taken.title, taken.category_name, taken.lead, *taken.furniture, *contacts)
    return "\n".join((*parts, *(plain_text(block) for block in taken.body.blocks)))


@settings(max_examples=300)
@given(PAGES)
def test_every_word_of_the_page_is_found_again(page):
    taken = take_in(page)

    come = Counter(word for line in read_lines(page) for word in words(line.text))
    assert come - Counter(words(everything(taken))) == Counter()


@settings(max_examples=300)
@given(st.one_of(PAGES, st.text()))
def test_any_text_gives_a_body_in_its_canonical_form(page):
    taken = take_in(page)

    assert taken.body == normalize(taken.body)
    assert decode_document(encode(taken.body)) == taken.body
    assert taken.title == " ".join(taken.title.split())


@given(st.lists(PIECES, min_size=1, max_size=12))
def test_line_ends_of_all_systems_read_alike(pieces):
    unix = take_in("\n".join(pieces))

    assert take_in("\r\n".join(pieces)) == unix
    assert take_in("\ufeff" + "\r".join(pieces)) == unix


def test_a_large_page_is_read_in_reasonable_time():
    page = "\n".join(["Titel", *(f"Rad {number} om torget" for number in range(20_000))])

    taken = take_in(page)

    assert len(taken.body.blocks) > 1_000


def test_an_endless_line_beside_a_contact_is_no_trap():
    page = "Titel\n\nEn mening.\n\nKontakt\n\nAnna Berg\n" + "a." * 500_000 + "\n070-174 06 05\n"

    taken = take_in(page)

    assert [ways(contact) for contact in taken.contacts] == ["070-174 06 05"]
