"""Two texts laid over each other: nothing is lost in it, and what differs is shown where it differs."""

from itertools import groupby

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from editor_app.desk.comparing import compare, compare_bodies
from editor_app.desk.comparison import (
    ComparedField,
    ComparedFigure,
    ComparedTable,
    ComparedText,
    Field,
    FigurePart,
    Status,
    count_words,
)
from editor_app.desk.word_changes import compare_words
from editor_app.domain.article import Article, Category, Kind, Phone
from editor_app.domain.document import (
    Crop,
    Document,
    Figure,
    Heading,
    Link,
    Paragraph,
    Span,
    Strong,
    Table,
    paragraph,
)
from editor_app.domain.normalize import normalize
from editor_app.domain.revision import take_snapshot
from tests.cards import card
from tests.strategies import documents
from tests.timing import least_seconds

BRIDGE = paragraph("Bron över ån stängs för trafik från den 4 maj till midsommar.")
DETOUR = paragraph("Bilister leds om över Kvarnbron medan arbetet pågår.")
WALKERS = paragraph("Gående kan använda den tillfälliga bron bredvid.")


def snapshot(*blocks, **fields):
    category = fields.pop("category", None)
    contacts = fields.pop("contacts", ())
    return take_snapshot(Article("1", body=Document(blocks), **fields), category, contacts)


def cell(text):
    return (Span(text),) if text else ()


def table(*rows, **fields):
    return Table(rows=tuple(tuple(map(cell, row)) for row in rows), **fields)


def shown(runs):
    """Write runs as people mark them on paper: [-removed-] {+added+} ~marked otherwise~."""
    forms = {
        Status.SAME: "{}",
        Status.ADDED: "{{+{}+}}",
        Status.REMOVED: "[-{}-]",
        Status.CHANGED: "~{}~",
    }
    return "".join(forms[run.status].format(run.text) for run in runs)


def side(runs, without, marks):
    """Return the spans of one side of `runs`."""
    kept = [(run.text, getattr(run, marks)) for run in runs if run.status is not without]
    return tuple(
        Span("".join(text for text, _marks in group), marks)
        for marks, group in groupby(kept, key=lambda piece: piece[1])
    )


def old_side(runs):
    return side(runs, Status.ADDED, "marks_before")


def new_side(runs):
    return side(runs, Status.REMOVED, "marks")


def cells(compared, status, read):
    rows = [row for row in compared.rows if row.status is not status]
    return tuple(tuple(read(one.runs) for one in row.cells if one.status is not status) for row in rows)


def assert_sides(compared):
    """Check that the runs of a block hold the whole old text and the whole new one."""
    if isinstance(compared, ComparedFigure):
        for part in ("alt", "caption", "credit"):
            for figure, read in ((compared.old, old_side), (compared.new, new_side)):
                words = "" if figure is None else getattr(figure, part)
                assert "".join(span.text for span in read(getattr(compared, part))) == words
    elif isinstance(compared, ComparedTable):
        assert cells(compared, Status.ADDED, old_side) == (compared.old.rows if compared.old else ())
        assert cells(compared, Status.REMOVED, new_side) == (compared.new.rows if compared.new else ())
    else:
        assert old_side(compared.runs) == (compared.old.spans if compared.old else ())
        assert new_side(compared.runs) == (compared.new.spans if compared.new else ())


@given(documents, documents)
def test_both_texts_can_be_read_off_a_comparison(old, new):
    old, new = normalize(old), normalize(new)

    blocks = compare_bodies(old, new)

    assert tuple(block.old for block in blocks if block.old is not None) == old.blocks
    assert tuple(block.new for block in blocks if block.new is not None) == new.blocks
    for block in blocks:
        assert_sides(block)


@given(documents, st.data())
def test_both_texts_can_be_read_off_when_one_was_edited_from_the_other(document, data):
    old = normalize(document)
    blocks = data.draw(st.permutations(old.blocks))
    new = normalize(Document(tuple(blocks[: data.draw(st.integers(0, len(blocks)))])))

    compared = compare_bodies(old, new)

    assert tuple(block.old for block in compared if block.old is not None) == old.blocks
    assert tuple(block.new for block in compared if block.new is not None) == new.blocks
    for block in compared:
        assert_sides(block)


@given(documents)
def test_equal_texts_show_nothing_changed(document):
    text = take_snapshot(Article("1", title="Bron", body=document), None, ())

    comparison = compare(text, text)

    assert comparison.is_same
    assert count_words(comparison).added == count_words(comparison).removed == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_words_of_any_kind_are_all_there(old, new):
    runs = compare_words(old, new)

    assert "".join(run.text for run in runs if run.status is not Status.ADDED) == old
    assert "".join(run.text for run in runs if run.status is not Status.REMOVED) == new


def test_words_are_compared_whole():
    runs = compare_words("Bron stängs den 4 maj.", "Bron öppnas den 14 maj.")

    assert shown(runs) == "Bron [-stängs-]{+öppnas+} den [-4-]{+14+} maj."


def test_an_inserted_paragraph_leaves_its_neighbours_alone():
    blocks = compare_bodies(Document((BRIDGE, WALKERS)), Document((BRIDGE, DETOUR, WALKERS)))

    assert [block.status for block in blocks] == [Status.SAME, Status.ADDED, Status.SAME]


def test_a_changed_paragraph_meets_the_one_that_it_was():
    later = paragraph("Bron över ån stängs för trafik från den 11 maj till midsommar.")

    blocks = compare_bodies(Document((BRIDGE, WALKERS)), Document((DETOUR, later, WALKERS)))

    assert [block.status for block in blocks] == [Status.ADDED, Status.CHANGED, Status.SAME]
    assert shown(blocks[1].runs) == (
        "Bron över ån stängs för trafik från den [-4-]{+11+} maj till midsommar."
    )


def test_a_moved_paragraph_is_told_from_a_new_one():
    old, new = Document((BRIDGE, DETOUR, WALKERS)), Document((DETOUR, WALKERS, BRIDGE))

    blocks = compare_bodies(old, new)

    assert [(block.status, block.moved) for block in blocks] == [
        (Status.REMOVED, True),
        (Status.SAME, False),
        (Status.SAME, False),
        (Status.ADDED, True),
    ]
    moved = compare(snapshot(*old.blocks), snapshot(*new.blocks))
    assert (count_words(moved).added, count_words(moved).removed) == (0, 0)


def test_a_paragraph_that_became_a_heading_keeps_its_words():
    (block,) = compare_bodies(
        Document((paragraph("Så leds trafiken om"),)),
        Document((Heading(level=2, spans=(Span("Så leds trafiken om"),)),)),
    )

    assert block.status is Status.CHANGED
    assert isinstance(block.old, Paragraph)
    assert isinstance(block.new, Heading)
    assert shown(block.runs) == "Så leds trafiken om"


def test_words_that_became_bold_are_the_same_words_marked():
    (block,) = compare_bodies(
        Document((paragraph("Bron stängs helt."),)),
        Document((Paragraph((Span("Bron "), Span("stängs", (Strong(),)), Span(" helt."))),)),
    )

    assert shown(block.runs) == "Bron ~stängs~ helt."
    assert (block.runs[1].marks_before, block.runs[1].marks) == ((), (Strong(),))


def test_a_link_that_leads_elsewhere_is_shown():
    links = [Paragraph((Span("Läs mer", (Link(f"https://klarebro.example/{page}"),)),)) for page in "ab"]

    (block,) = compare_bodies(Document((links[0],)), Document((links[1],)))

    assert shown(block.runs) == "~Läs mer~"


def test_a_table_is_compared_cell_by_cell():
    old = table(["Dag", "Tid"], ["Måndag", "8–16"], ["Tisdag", "8–16"])
    new = table(["Dag", "Tid"], ["Måndag", "8–18"], ["Onsdag", "9–12"], ["Tisdag", "8–16"])

    (block,) = compare_bodies(Document((old,)), Document((new,)))

    assert [row.status for row in block.rows] == [Status.SAME, Status.CHANGED, Status.ADDED, Status.SAME]
    assert [cell.status for cell in block.rows[1].cells] == [Status.SAME, Status.CHANGED]
    assert shown(block.rows[1].cells[1].runs) == "8–[-16-]{+18+}"


def test_a_column_put_into_a_table_leaves_the_others_where_they_are():
    old = table(["Dag", "Tid"], ["Måndag", "8–16"], ["Tisdag", "10–12"])
    new = table(["Dag", "Plats", "Tid"], ["Måndag", "Torget", "8–16"], ["Tisdag", "Torget", "10–12"])

    (block,) = compare_bodies(Document((old,)), Document((new,)))

    assert [[cell.status for cell in row.cells] for row in block.rows] == [
        [Status.SAME, Status.ADDED, Status.SAME]
    ] * 3


def test_heads_of_a_table_that_came_or_went_are_told():
    (block,) = compare_bodies(
        Document((table(["Dag", "Tid"]),)), Document((table(["Dag", "Tid"], header_row=False),))
    )

    assert block.status is Status.CHANGED
    assert block.heads_changed


def test_what_changed_in_a_figure_is_named():
    old = Figure("a" * 64, alt="En bro i vinterljus", caption="Bron i fjol.")
    new = Figure("b" * 64, alt="En bro i sommarljus", caption="Bron i fjol.", crop=Crop(0, 0, 10, 10))

    (block,) = compare_bodies(Document((old,)), Document((new,)))

    assert block.changes == {FigurePart.IMAGE, FigurePart.CROP}
    assert shown(block.alt) == "En bro i [-vinterljus-]{+sommarljus+}"
    assert shown(block.caption) == "Bron i fjol."


def test_a_text_does_not_become_a_figure():
    blocks = compare_bodies(Document((BRIDGE,)), Document((Figure("a" * 64, caption="Bron"),)))

    assert [type(block) for block in blocks] == [ComparedText, ComparedFigure]


def test_title_and_lead_are_compared_by_words_and_counted():
    comparison = compare(
        snapshot(title="Bron stängs", lead="Från den 4 maj."),
        snapshot(title="Bron stängs i maj", lead="Från den 5 maj."),
    )

    assert shown(comparison.title) == "Bron stängs{+ i maj+}"
    assert shown(comparison.lead) == "Från den [-4-]{+5+} maj."
    assert msgspec.structs.astuple(count_words(comparison)) == (3, 1)


def test_only_fields_that_differ_are_listed():
    eva = card("e", "Eva Nord", "projektledare", phone="08-465 004 02")
    changed = msgspec.structs.replace(eva, phones=(Phone("08-465 004 03"),))
    category = Category("c", "Bygga och bo", "bygga-och-bo")

    comparison = compare(
        snapshot(kind=Kind.NEWS, category=category, contacts=(eva,), related_ids=("a",)),
        snapshot(kind=Kind.CRISIS, category=category, contacts=(changed,), related_ids=("a", "b")),
        titles={"a": "Ny brygga", "b": "Ny cykelväg"},
    )

    assert [(field.field, field.old, field.new) for field in comparison.fields] == [
        (Field.KIND, "News", "Crisis information"),
        (
            Field.CONTACTS,
            "Eva Nord, projektledare, 08-465 004 02",
            "Eva Nord, projektledare, 08-465 004 03",
        ),
        (Field.RELATED, "Ny brygga", "Ny brygga\nNy cykelväg"),
    ]
    assert isinstance(comparison.fields[1], ComparedField)
    assert shown(comparison.fields[1].runs).endswith("004 [-02-]{+03+}")


def test_ten_thousand_words_are_compared_at_once():
    words = [f"ord{number}" for number in range(700)]
    old = [" ".join(words[(7 * i + k) % 700] for k in range(50)) for i in range(200)]
    new = [text.replace("ord33", "annat").replace("ord44 ", "") for text in old]
    new.insert(80, "Ett nytt stycke mitt i allt.")
    del new[20]

    before, after = Document(tuple(map(paragraph, old))), Document(tuple(map(paragraph, new)))
    assert len(compare_bodies(before, after)) == 201
    assert least_seconds(lambda: compare_bodies(before, after)) < 0.3
