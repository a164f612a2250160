"""What exports replaced comes back, as an export that can be gone back on too."""

from datetime import timedelta

import msgspec
import pytest

from editor_app.site.output.errors import KeptDamaged, NothingKept, WouldDestroy
from editor_app.site.output.keeping import KEPT_GENERATIONS
from editor_app.site.output.output import Output
from tests.site.output.folders import export, pages, state, tree

FIRST = {"index.html": "hem", "nyheter/bad/index.html": "badet", "nyheter/bro/index.html": "bron", "om": "om"}
SECOND = {"index.html": "hem", "nyheter/bad/index.html": "nytt bad", "om/index.html": "om oss"}
THIRD = {"index.html": "nytt hem", "nyheter/bro/index.html": "bron igen", "karta.html": "karta"}


def roll_back(target, before=None, **options):
    with Output.open(target) as output:
        return output.roll_back(before, **options)


def remembered(target):
    with Output.open(target) as output:
        return output.state, {one: output.article(one) for one in output.article_ids()}


def kept(target):
    with Output.open(target) as output:
        return output.generations()


def test_going_back_makes_the_site_what_it_was_byte_for_byte(target):
    export(target, FIRST, number=1)
    before, known = tree(target), remembered(target)
    export(target, SECOND, number=2)

    switched = roll_back(target)

    assert (switched.added, switched.changed, switched.removed) == (2, 1, 1)
    assert tree(target) == before
    assert remembered(target) == known
    assert export(target, FIRST, number=1).generation is None


def test_a_way_back_can_be_gone_back_on(target):
    export(target, FIRST, number=1)
    export(target, SECOND, number=2)
    after, known = tree(target), remembered(target)
    roll_back(target)

    roll_back(target)

    assert tree(target) == after
    assert remembered(target) == known


def test_several_exports_are_gone_back_on_at_once(target):
    export(target, FIRST, number=1)
    before, known = tree(target), remembered(target)
    second = export(target, SECOND, number=2)
    export(target, THIRD, number=3)

    roll_back(target, second.generation)

    assert tree(target) == before
    assert remembered(target) == known


def test_what_can_be_gone_back_to_is_listed_the_newest_first(target):
    export(target, FIRST, number=1)
    export(target, SECOND, number=2)
    export(target, THIRD, number=3)

    newest, older = kept(target)

    assert (newest.number, newest.state.head.number) == (2, 2)
    assert (newest.added, newest.changed, newest.removed) == (2, 1, 2)
    assert (older.number, older.state) == (1, state(1))


def test_a_record_that_changed_without_its_file_goes_back_too(target):
    export(target, FIRST, number=1)
    before = tree(target)
    with Output.open(target) as output:
        for path, text in FIRST.items():
            output.put(path, text.encode(), owner="nobody", revision="x")
        output.commit(state(2))
    export(target, {**FIRST, "nyheter/bro/index.html": "annan bro"}, number=3)

    roll_back(target, 1)

    assert tree(target) == before
    with Output.open(target) as output:
        assert output.file("nyheter/bro/index.html").owner == "nyheter"


def test_a_moment_without_changes_is_nothing_to_go_back_to(target):
    export(target, FIRST, number=1)
    export(target, SECOND, number=2)
    later = msgspec.structs.replace(state(3), moment=state().moment + timedelta(hours=1))
    with Output.open(target) as output:
        output.commit(later)

    roll_back(target)

    assert pages(target) == FIRST
    assert remembered(target)[0] == state(1)


def test_work_of_others_that_was_replaced_on_request_comes_back(target):
    export(target, FIRST)
    (target / "index.html").write_text("min")
    (target / "karta.html").write_text("min karta")
    before = tree(target)
    export(target, THIRD, overwrite=True)

    roll_back(target)

    assert tree(target) == before
    with pytest.raises(WouldDestroy):
        export(target, THIRD)
    assert tree(target) == before


def test_a_way_back_does_not_destroy_what_others_changed_since(target):
    export(target, FIRST)
    export(target, SECOND)
    (target / "nyheter/bad/index.html").write_text("min")
    before = tree(target)

    with pytest.raises(WouldDestroy) as caught:
        roll_back(target)
    assert [one.path for one in caught.value.conflicts] == ["nyheter/bad/index.html"]
    assert tree(target) == before
    roll_back(target, overwrite=True)

    assert pages(target) == FIRST


def test_where_nothing_is_kept_there_is_no_way_back(target):
    with pytest.raises(NothingKept):
        roll_back(target)
    assert not target.exists()
    export(target, FIRST)
    before = tree(target)

    for generation in (None, 7):
        with pytest.raises(NothingKept):
            roll_back(target, generation)

    assert tree(target) == before


@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_kept_is_read_before_it_is_trusted(target, is_there):
    export(target, FIRST)
    export(target, SECOND)
    before = tree(target)
    path = target.with_name(".public.pressklar") / "kept" / "1" / "nyheter" / "bad" / "index.html"
    path.unlink()
    if is_there:
        path.write_text("xxxxx")

    with pytest.raises(KeptDamaged) as caught:
        roll_back(target)

    assert caught.value.path == "nyheter/bad/index.html"
    assert tree(target) == before


def test_the_last_exports_are_kept_and_no_more(target):
    for number in range(KEPT_GENERATIONS + 4):
        export(target, {"index.html": f"hem {number}"}, number=number)

    folder = target.with_name(".public.pressklar") / "kept"
    assert [one.number for one in kept(target)] == [8, 7, 6, 5, 4]
    assert sorted(path.name for path in folder.iterdir()) == ["4", "5", "6", "7", "8"]
    roll_back(target, 4)
    assert pages(target) == {"index.html": "hem 3"}
