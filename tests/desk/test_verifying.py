"""The log checked: by itself, beside what was kept elsewhere, and beside the archive."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from editor_app.desk.errors import NoKeptHead
from editor_app.desk.log_words import DIFFERENCE_WORDS, FLAW_WORDS, findings, verdict
from editor_app.desk.steps import finish
from editor_app.domain.audit import Break, Flaw, Head
from editor_app.domain.log_report import Difference, LogReport, Mismatch
from editor_app.domain.revision import content_hash
from editor_app.domain.withdrawal import WithdrawalReason


def verify(desk, *kept):
    return finish(desk.verify_log(kept))


@pytest.fixture
def alter(archive_path):
    """Return a function that changes the archive as no part of the program does."""

    def run(*statements):
        with closing(sqlite3.connect(archive_path)) as database, database:
            for statement in statements:
                database.execute(statement)

    return run


def found(report):
    return [one.what for one in report.differences]


@pytest.fixture
def withdrawn(desk, approved):
    return desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Cy", words="Fel datum.")


def test_an_archive_that_only_the_program_changed_matches_its_log(desk, withdrawn):
    desk.publish(withdrawn.article.id, by="Bo")

    report = verify(desk)

    assert report.is_whole
    assert report.entries == report.head.number > 5
    assert verdict(report).startswith("The log is whole")


def test_progress_is_told_and_ends_at_no_more_than_all(desk, approved):
    shares = []

    finish(desk.verify_log(), shares.append)

    assert shares == sorted(shares)
    assert 0 < shares[-1] <= 1


def test_an_entry_that_was_altered_is_named(desk, approved, alter):
    alter("UPDATE audit_log SET by = 'Cy' WHERE number = 2")

    assert Flaw(Break.ALTERED, 2, 2) in verify(desk).flaws


def test_details_that_are_no_json_are_altered(desk, approved, alter):
    alter("UPDATE audit_log SET details = 'x' WHERE number = 2")

    assert Flaw(Break.ALTERED, 2, 2) in verify(desk).flaws


def test_an_entry_that_was_removed_or_put_before_the_first_is_named(desk, approved, alter):
    alter("DELETE FROM audit_log WHERE number = 2", "UPDATE audit_log SET number = -7 WHERE number = 3")

    flaws = verify(desk).flaws

    assert Flaw(Break.ALTERED, -7, -7) in flaws
    assert any(flaw.what is Break.MISSING for flaw in flaws)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM approvals", Mismatch.APPROVAL_GONE),
        ("UPDATE approvals SET approved_by = 'Cy'", Mismatch.APPROVAL_GONE),
        ("UPDATE approvals SET approved_by = 'Cy'", Mismatch.APPROVAL_NOT_LOGGED),
        ("UPDATE approvals SET approved_at = '2020-01-01 00:00:00.000000'", Mismatch.APPROVAL_NOT_LOGGED),
        ("DELETE FROM publications", Mismatch.PUBLICATION_GONE),
        ("UPDATE publications SET published_by = 'Cy'", Mismatch.PUBLICATION_NOT_LOGGED),
        ("DELETE FROM withdrawals", Mismatch.WITHDRAWAL_GONE),
        ("UPDATE withdrawals SET withdrawn_by = 'Bo'", Mismatch.WITHDRAWAL_NOT_LOGGED),
        ("UPDATE revisions SET content = replace(content, 'maj', 'juni')", Mismatch.WORDS_ALTERED),
    ],
)
def test_what_the_log_and_the_archive_do_not_agree_on_is_named(desk, withdrawn, alter, statement, what):
    alter(statement)

    report = verify(desk)

    assert what in found(report)
    assert {one.title for one in report.differences} == {"Ny cykelväg längs ån"}
    assert verdict(report).startswith("Something was changed outside the program")


def test_words_that_were_altered_with_their_hash_are_not_those_of_the_log(desk, approved, archive_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        content = database.execute("SELECT content FROM revisions").fetchone()[0].replace("maj", "juni")
        changed = (content, content_hash(content.encode()))
        database.execute("UPDATE revisions SET content = ?, hash = ?", changed)
        database.execute("UPDATE approvals SET hash = ?", changed[1:])

    assert {Mismatch.WORDS_GONE, Mismatch.APPROVAL_GONE, Mismatch.PUBLICATION_GONE} <= set(
        found(verify(desk))
    )


def test_a_log_whose_end_was_cut_off_shows_beside_an_export(desk, submitted, alter, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    alter("DELETE FROM audit_log WHERE number >= 3")

    kept = desk.head_in_site(tmp_path / "site")

    assert Break.MISSING not in [flaw.what for flaw in verify(desk).flaws]
    assert Break.MISSING in [flaw.what for flaw in verify(desk, kept).flaws]


def test_a_folder_that_is_no_export_knows_of_no_log(desk, tmp_path):
    with pytest.raises(NoKeptHead):
        desk.head_in_site(tmp_path)


def test_every_finding_has_a_sentence_and_a_long_list_ends_in_their_number():
    flaws = [Flaw(what, 3, 4) for what in Break]
    differences = [Difference(what, "a", "Bron", "Ada", entry=7, version=1) for what in Mismatch]
    report = LogReport(Head(9, "f" * 64), 9, tuple(flaws * 5))
    whole = msgspec.structs.replace(report, flaws=tuple(flaws), differences=tuple(differences))

    assert FLAW_WORDS.keys() == set(Break) and DIFFERENCE_WORDS.keys() == set(Mismatch)
    assert len(list(findings(whole))) == len(flaws) + len(differences)
    assert len(list(findings(report))) == 20
    more = msgspec.structs.replace(report, flaws=tuple(flaws * 6))
    assert list(findings(more))[-1] == "And 4 more."


@pytest.fixture
def forced(desk, submitted):
    return desk.approve(submitted.article.id, by="Ada", forced_reason="Bo är sjuk.")


@pytest.mark.parametrize("reason", ["", "Bo har semester."])
def test_a_forced_approval_whose_reason_was_altered_is_named_with_its_entry(desk, forced, alter, reason):
    alter(f"UPDATE approvals SET forced_reason = '{reason}'")

    (difference,) = verify(desk).differences

    assert (difference.what, difference.by) == (Mismatch.APPROVAL_ALTERED, "Ada")
    assert difference.entry


@pytest.mark.parametrize("change", ["reason = 'unlawful'", "words = 'Fel plats.'"])
def test_a_withdrawal_that_says_something_else_than_its_entry_is_named(desk, withdrawn, alter, change):
    alter(f"UPDATE withdrawals SET {change}")

    assert found(verify(desk)) == [Mismatch.WITHDRAWAL_ALTERED]


def test_a_withdrawn_article_that_is_said_to_be_live_again_is_named(desk, withdrawn, alter):
    alter("UPDATE articles SET live = 'live'")

    (difference,) = verify(desk).differences

    assert (difference.what, difference.title) == (Mismatch.SIDE_ALTERED, withdrawn.article.title)


def test_an_entry_whose_time_is_none_is_altered_and_the_others_can_be_read(desk, approved, alter):
    alter("UPDATE audit_log SET at = 'x' WHERE number = 2")

    assert Flaw(Break.ALTERED, 2, 2) in verify(desk).flaws
    assert [line.entry.number for line in desk.log_lines((1, 2, 3))] == [1, 2, 3]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE approvals SET approved_at = 'x'", Mismatch.APPROVAL_NOT_LOGGED),
        ("UPDATE publications SET published_at = 'x'", Mismatch.PUBLICATION_NOT_LOGGED),
        ("UPDATE withdrawals SET withdrawn_at = 'x'", Mismatch.WITHDRAWAL_NOT_LOGGED),
    ],
)
def test_what_happened_at_no_time_is_not_what_the_log_tells_of(desk, withdrawn, alter, statement, expected):
    alter(statement)

    assert expected in found(verify(desk))
