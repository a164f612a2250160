"""Hypothesis strategies for documents as odd as people make them."""

from hypothesis import strategies as st

from editor_app.domain.document import (
    HEADING_LEVELS,
    LIST_LEVELS,
    Block,
    Document,
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
)
from editor_app.domain.query_words import KEY_WORDS

# What has broken editors before: astral characters, joined emoji, combining accents before and after
# composition, right-to-left text with its marks, spaces and breaks of every kind, controls, and
# characters that Qt gives a meaning of its own.
ODD_TEXTS = (
    "😀",
    "👩‍👩‍👧",
    "𝒜",
    "e\u0301",
    "\u0301",
    "A\u030a",
    "é",
    "åäö ÅÄÖ",
    "مرحبا",
    "שלום",
    "\u200f",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\n",
    "\r\n",
    "\u2028",
    "\u2029",
    "\t",
    "\x00",
    "\ufffc",
    "\ufdd0",
    "\U0001ffff",
    "<b>&amp;\"'",
    "– ",
    " ",
    "",
)

# A fixed alphabet: to draw from all of Unicode, hypothesis builds a table that takes seconds on a first run.
LETTERS = "abc xyzåäöÅÄÖéüß0123456789.,-–—”’:;/&<>ñфжΩ漢字ひمرशب"

texts = st.lists(
    st.one_of(st.sampled_from(ODD_TEXTS), st.text(alphabet=LETTERS, max_size=8)), max_size=4
).map("".join)
"""Any text, mostly of the odd kind; lone surrogates, which no file can hold, are left out."""

marks: st.SearchStrategy[Mark] = st.one_of(
    st.just(Strong()),
    st.just(Emphasis()),
    st.sampled_from(["https://example.se/a?b=1&c=2", "mailto:a@example.se", "article:1", " ", "tel:112"]).map(
        Link
    ),
    st.sampled_from(["ar", "fi", "en"]).map(Language),
)

spans = st.builds(Span, text=texts, marks=st.lists(marks, max_size=3).map(tuple))

_some_spans = st.lists(spans, max_size=4).map(tuple)

blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, spans=_some_spans, boxed=st.booleans()),
    st.builds(Heading, level=st.sampled_from(HEADING_LEVELS), spans=_some_spans, boxed=st.booleans()),
    st.builds(Quote, spans=_some_spans, boxed=st.booleans()),
    st.builds(
        ListItem,
        ordered=st.booleans(),
        level=st.sampled_from(LIST_LEVELS),
        spans=_some_spans,
        boxed=st.booleans(),
    ),
    st.builds(FactTitle, spans=_some_spans),
    st.builds(
        Table,
        rows=st.lists(st.lists(_some_spans, max_size=3).map(tuple), max_size=3).map(tuple),
        header_row=st.booleans(),
        header_column=st.booleans(),
        caption=texts,
    ),
    st.builds(
        Figure,
        image_id=st.sampled_from(["a" * 64, "b" * 64]),
        alt=texts,
        decorative=st.booleans(),
        caption=texts,
        credit=texts,
    ),
)

documents = st.lists(blocks, max_size=8).map(lambda some: Document(tuple(some)))
"""Any document, canonical or not."""

box_texts = st.lists(
    st.one_of(
        st.sampled_from([f"{word}:" for words in KEY_WORDS.values() for word in words]),
        st.sampled_from(['"', "”", "„", "-", "*", " ", ":", "mina", "väntar på mig", "utkast", "2026-02"]),
        st.sampled_from(["AND", " OR ", "NOT ", "NEAR(a b)", "{title}:", "(", "^", "+", "%", "'", "\\"]),
        texts,
    ),
    max_size=8,
).map("".join)
"""What somebody may type into the search box: what means something there or to a database, and odd texts."""
