"""All that was done to an article, from the log and from what is older than it."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from editor_app.desk.errors import ArticleMissing
from editor_app.domain.audit import Act
from editor_app.domain.withdrawal import WithdrawalReason


def told(desk, article_id):
    return [(event.act, event.by, event.number, event.words) for event in desk.story(article_id)][::-1]


def test_the_story_tells_who_did_what_to_which_words_and_why(desk, draft):
    created = desk.create(by="Ada")
    other = replace(created.article, title="Ny")
    desk.save(other, version=created.version, by="Ada")
    article_id = draft.article.id
    desk.submit(article_id, by="Ada")
    desk.return_to_author(article_id, "Vem bygger?", by="Bo")
    desk.submit(article_id, by="Ada")
    desk.approve(article_id, by="Ada", forced_reason="Ingen annan i tjänst")
    desk.withdraw(article_id, WithdrawalReason.MERGED, by="Bo", words="Se den nya.", replacement_id=other.id)

    assert told(desk, article_id) == [
        (Act.CREATED, "Ada", 0, ""),
        (Act.EDITED, "Ada", 0, ""),
        (Act.SUBMITTED, "Ada", 1, ""),
        (Act.RETURNED, "Bo", 1, "Vem bygger?"),
        (Act.SUBMITTED, "Ada", 1, ""),
        (Act.APPROVED_BY_FORCE, "Ada", 1, "Ingen annan i tjänst"),
        (Act.PUBLISHED, "Ada", 1, ""),
        (
            Act.WITHDRAWN,
            "Bo",
            1,
            "Merged with another article\nSe den nya.\nTo be read instead: Ny",
        ),
    ]


def test_corrections_and_named_versions_are_told_in_their_words(desk, approved):
    corrected = desk.correct(approved.article.id, "Fyra kilometer.", by="Ada")
    desk.save_version(approved.article.id, version=corrected.version, by="Ada", name="Till nämnden")

    assert told(desk, approved.article.id)[-2:] == [
        (Act.CORRECTED, "Ada", 0, "Fyra kilometer."),
        (Act.VERSION_SAVED, "Ada", 2, "Till nämnden"),
    ]


def test_what_is_older_than_the_log_is_told_from_what_was_kept(desk, approved, archive_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("DELETE FROM audit_log")

    assert told(desk, approved.article.id) == [
        (Act.SUBMITTED, "Ada", 1, ""),
        (Act.APPROVED, "Bo", 1, ""),
        (Act.PUBLISHED, "Bo", 1, ""),
    ]


def test_there_is_no_story_of_what_is_not_there(desk):
    with pytest.raises(ArticleMissing):
        desk.story("nowhere")
