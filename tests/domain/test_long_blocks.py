"""Paragraphs longer than anybody writes are parted, and keep every character."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.document import Heading, Span, Strong, paragraph, plain_text
from editor_app.domain.long_blocks import LONGEST, parted
from tests.strategies import blocks


def test_a_paragraph_is_parted_behind_a_sentence():
    sentence = "Gatorna kring torget får nya träd i höst. "

    parts = [plain_text(block) for block in parted([paragraph(sentence * 300)])]

    assert len(parts) == 3
    assert all(part.endswith(sentence) and len(part) <= LONGEST for part in parts)


def test_what_has_no_sentence_is_parted_behind_a_word():
    parts = [plain_text(block) for block in parted([paragraph("träd " * 2_000)])]

    assert len(parts) == 2
    assert all(part.endswith("träd ") for part in parts)


def test_the_parts_are_of_the_same_kind_with_the_same_marks():
    long = Heading(3, (Span("a"), Span("b" * 2 * LONGEST, (Strong(),))))

    first, second, third = parted([long])

    assert first == Heading(3, (Span("a"), Span("b" * (LONGEST - 1), (Strong(),))))
    assert second == Heading(3, (Span("b" * LONGEST, (Strong(),)),))
    assert third == Heading(3, (Span("b", (Strong(),)),))


@given(st.lists(blocks, max_size=4))
def test_what_is_not_long_stays_as_it_is(some):
    assert list(parted(some)) == some


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "ord ", "Slut. ", "\n", "å"]), st.integers(0, 9_000)), max_size=5
    )
)
def test_no_character_is_lost(runs):
    long = paragraph("".join(words * count for words, count in runs))

    parts = [plain_text(block) for block in parted([long])]

    assert "".join(parts) == plain_text(long)
    assert all(0 < len(part) <= LONGEST for part in parts[:-1])
