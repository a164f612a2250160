"""A passage that was commented on is found again after edits, or is said to be gone."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from editor_app.domain.article import Article
from editor_app.domain.comment import LEAD, TITLE, Passage
from editor_app.domain.document import Document, Figure, Span, Table, paragraph
from editor_app.domain.passages import commented_texts, find_passage
from tests.strategies import documents, texts
from tests.timing import least_seconds

SENTENCE = "Vägen blir fyra kilometer lång och går längs ån."
OTHERS = {
    TITLE: "Ny cykelväg",
    LEAD: "Bygget börjar i maj.",
    0: "Kommunen bygger.",
    1: SENTENCE,
    2: "Klart i höst.",
}


def quoting(words, text=SENTENCE, block=1):
    start = text.index(words)
    return Passage(block, start, start + len(words), words)


@st.composite
def passages(draw):
    """A text with a passage of it that has words."""
    some = draw(st.lists(texts, min_size=1, max_size=6))
    block = draw(st.integers(0, len(some) - 1))
    start = draw(st.integers(0, len(some[block])))
    end = draw(st.integers(start, len(some[block])))
    assume(some[block][start:end].strip())
    return Passage(block, start, end, some[block][start:end]), dict(enumerate(some))


@given(passages())
def test_in_a_text_that_nobody_changed_a_passage_is_where_it_was(drawn):
    passage, text = drawn

    assert find_passage(passage, text) == passage


@given(passages(), st.lists(texts, max_size=4), texts, texts)
def test_words_that_are_still_there_are_found_whatever_is_put_around_them(drawn, above, before, after):
    passage, text = drawn
    block = text[passage.block]
    changed = [*above, *text.values()]
    changed[len(above) + passage.block] = before + block + after

    found = find_passage(passage, dict(enumerate(changed)))

    assert found is not None
    assert found.quoted == passage.quoted


@given(passages(), st.dictionaries(st.integers(-2, 6), texts, max_size=6))
@example((Passage(0, 0, 3, "abc"), {}), {0: "", 1: "ab"})
@example((Passage(9, 0, 40, "a b " * 10), {}), {0: " a b  a b  a  b " * 4})
def test_what_is_found_stands_in_the_text_and_has_words(drawn, text):
    found = find_passage(drawn[0], text)

    if found is not None:
        assert text[found.block][found.start : found.end] == found.quoted
        assert found.quoted.strip() == found.quoted or found.quoted == drawn[0].quoted


@given(st.integers(0, len(SENTENCE) - 1), st.sampled_from(["", "x", "å", "😀", " "]))
def test_one_character_changed_in_a_sentence_does_not_lose_it(at, other):
    changed = SENTENCE[:at] + other + SENTENCE[at + 1 :]

    found = find_passage(quoting(SENTENCE), {**OTHERS, 1: "Alltså: " + changed})

    assert found is not None
    assert found.block == 1
    assert len(found.quoted) >= len(SENTENCE) - 2


@given(documents)
def test_the_words_of_any_document_are_numbered_as_they_are_read(document):
    numbered = commented_texts(Article("a", title="T", lead="L", body=document))

    assert list(numbered) == [TITLE, LEAD, *range(len(document.blocks))]


def test_the_nearest_of_the_same_words_is_taken():
    text = {0: "en bro", 1: "ingen", 2: "", 3: "bro och bro", 4: "en bro"}

    assert find_passage(Passage(3, 8, 12, "bro"), text) == Passage(3, 8, 11, "bro")
    assert find_passage(Passage(1, 0, 3, "bro"), text).block == 0


@pytest.mark.parametrize(
    ("quoted", "changed", "now"),
    [
        ("fyra kilometer lång", "Vägen blir fem kilometer lång och går längs ån.", "fem kilometer lång"),
        ("fyra kilometer", "Vägen blir drygt fyra hela kilometer lång.", "fyra hela kilometer"),
        (SENTENCE, "Den nya vägen blir fyra kilometer lång, och går längs ån.", None),
    ],
)
def test_words_that_were_rewritten_a_little_are_found_as_they_are_now(quoted, changed, now):
    found = find_passage(quoting(quoted), {**OTHERS, 1: "Kort.", 2: changed})

    assert found is not None
    assert found.block == 2
    assert now is None or found.quoted == now


def test_words_that_nobody_kept_are_gone():
    assert find_passage(quoting("fyra kilometer lång"), {**OTHERS, 1: "Cyklister får det lättare."}) is None
    assert find_passage(Passage(1, 0, 0, ""), OTHERS) is None
    assert find_passage(quoting(SENTENCE), {}) is None


def test_an_image_is_known_by_its_caption_or_its_alt_text_and_a_table_by_its_cells():
    table = Table(rows=(((Span("År"),), (Span("Mil"),)),))
    body = Document(
        (Figure("i", alt="En bro"), Figure("j", alt="x", caption="Ån"), table, paragraph("Slut."))
    )

    assert list(commented_texts(Article("a", body=body)).values()) == [
        "",
        "",
        "En bro",
        "Ån",
        "År\tMil",
        "Slut.",
    ]


def test_a_passage_that_is_gone_from_a_long_article_is_missed_at_once():
    text = {number: f"Stycke {number}. {SENTENCE} " * 4 for number in range(300)}
    lost = Passage(5, 0, 40, "Simhallen öppnar åter i Öbo nästa vinter")

    assert find_passage(lost, text) is None
    assert least_seconds(lambda: find_passage(lost, text)) < 0.5
