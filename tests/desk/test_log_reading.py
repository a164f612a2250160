"""The log read: found, fetched and written to a file."""

import csv
import json
from datetime import date

import pytest

from editor_app.desk.errors import FileNotWritten
from editor_app.desk.log_reading import LogFormat
from editor_app.desk.log_words import details_words
from editor_app.desk.steps import finish
from editor_app.domain.audit import Act
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.withdrawal import WithdrawalReason


def acts(desk, **wanted):
    return [line.entry.act for line in desk.log_lines(desk.find_log_entries(LogFilter(**wanted)))]


def test_all_entries_are_found_the_newest_first_and_fetched_in_the_order_of_their_numbers(desk, approved):
    numbers = desk.find_log_entries(LogFilter())

    assert list(numbers) == sorted(numbers, reverse=True)
    assert [line.entry.number for line in desk.log_lines(numbers[:3])] == sorted(numbers[:3])


def test_entries_are_found_by_person_act_article_and_day(desk, approved, clock):
    other = desk.create(by="Cy")

    assert set(acts(desk, person="Bo")) == {Act.APPROVED, Act.PUBLISHED}
    assert acts(desk, act=Act.SUBMITTED) == [Act.SUBMITTED]
    assert acts(desk, article_id=other.article.id) == [Act.CREATED]
    assert acts(desk, first=date(2026, 3, 3)) == []
    assert len(acts(desk, first=date(2026, 3, 2), last=date(2026, 3, 2))) == len(acts(desk))
    assert set(desk.persons_in_log()) == {"Ada", "Bo", "Cy"}


def test_a_line_says_what_its_article_is_called(desk, approved):
    (line,) = desk.log_lines(desk.find_log_entries(LogFilter(act=Act.SUBMITTED)))

    assert line.title == "Ny cykelväg längs ån"


def test_the_log_is_written_as_a_table_that_a_spreadsheet_takes_for_no_formula(desk, approved, tmp_path):
    desk.save_version(approved.article.id, version=approved.version, by="=Ada", name="Ett")

    count = finish(desk.write_log(LogFilter(), LogFormat.CSV, tmp_path / "log.csv"))

    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert len(rows) == count + 1
    assert rows[0][:4] == ["Number", "Time", "Person", "Act"]
    assert rows[-1][2:6] == ["'=Ada", "Version saved", "Ny cykelväg längs ån", "name: Ett"]


def test_the_log_is_written_as_json_that_can_be_checked(desk, approved, tmp_path):
    finish(desk.write_log(LogFilter(person="Bo"), LogFormat.JSON, tmp_path / "log.json"))

    entries = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))
    assert [entry["act"] for entry in entries] == [Act.APPROVED, Act.PUBLISHED]
    assert all(len(entry["hash"]) == 64 for entry in entries)


def test_what_cannot_be_written_is_told(desk, tmp_path):
    with pytest.raises(FileNotWritten):
        finish(desk.write_log(LogFilter(), LogFormat.CSV, tmp_path / "none" / "log.csv"))


def test_why_something_was_withdrawn_is_said_in_words(desk, approved):
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo", words="Ny tid.")

    (line,) = desk.log_lines(desk.find_log_entries(LogFilter(act=Act.WITHDRAWN)))

    assert details_words(line.entry) == "reason: Out of date; words: Ny tid."
