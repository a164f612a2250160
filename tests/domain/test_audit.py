"""The audit log: what of its entries nobody can change unseen."""

from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest

from editor_app.domain.audit import Act, Break, Flaw, Head, entry_hash, find_flaws, write_entry

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def chain(count=5):
    entries, head = [], Head()
    for number in range(count):
        entry = write_entry(head, Act.EDITED, by="Ada", at=NOON + timedelta(minutes=number), article_id="a")
        entries.append(entry)
        head = Head(entry.number, entry.hash)
    return entries


def head_of(entries):
    return Head(entries[-1].number, entries[-1].hash)


def flaws(entries, *known):
    return list(find_flaws(entries, known))


def test_a_log_that_nobody_changed_has_no_flaw():
    entries = chain()

    assert flaws(entries, head_of(entries), head_of(entries[:2]), Head()) == []


def test_an_empty_log_has_no_flaw():
    assert flaws([], Head()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"by": "Bo"},
        {"act": "approved"},
        {"at": NOON},
        {"article_id": "b"},
        {"revision_hash": "f" * 64},
        {"details": {"reason": "none"}},
        {"previous": "f" * 64},
        {"hash": "f" * 64},
    ],
)
def test_any_field_that_was_altered_is_found(change):
    entries = chain()
    entries[2] = msgspec.structs.replace(entries[2], **change)

    assert Flaw(Break.ALTERED, 3, 3) in flaws(entries)


def test_an_entry_that_got_another_hash_too_no_longer_leads_to_the_next():
    entries = chain()
    altered = msgspec.structs.replace(entries[2], by="Bo")
    entries[2] = msgspec.structs.replace(altered, hash=entry_hash(altered))

    assert flaws(entries) == [Flaw(Break.UNLINKED, 4, 4)]


def test_removed_entries_are_missing():
    entries = chain()
    del entries[1:3]

    assert flaws(entries) == [Flaw(Break.MISSING, 2, 3)]


def test_entries_that_changed_places_are_altered():
    entries = chain()
    entries[1:3] = [
        msgspec.structs.replace(entries[2], number=2),
        msgspec.structs.replace(entries[1], number=3),
    ]

    assert flaws(entries)[:2] == [Flaw(Break.ALTERED, 2, 2), Flaw(Break.ALTERED, 3, 3)]


def test_a_log_written_anew_shows_only_beside_a_head_that_was_kept_elsewhere():
    entries = chain()
    kept = head_of(entries)
    head, forged = Head(), []
    for entry in entries:
        forged.append(write_entry(head, Act.EDITED, by="Bo", at=entry.at, article_id="a"))
        head = head_of(forged)

    assert flaws(forged) == []
    assert flaws(forged, kept) == [Flaw(Break.REWRITTEN, 5, 5)]


def test_an_end_that_was_cut_off_shows_only_beside_a_head_that_was_kept_elsewhere():
    entries = chain()

    assert flaws(entries[:3]) == []
    assert flaws(entries[:3], head_of(entries)) == [Flaw(Break.MISSING, 4, 5)]


def test_the_zone_of_a_time_is_not_part_of_the_hash():
    stockholm = timezone(timedelta(hours=1))

    assert (
        write_entry(Head(), Act.CREATED, by="Ada", at=NOON).hash
        == write_entry(Head(), Act.CREATED, by="Ada", at=NOON.astimezone(stockholm)).hash
    )
