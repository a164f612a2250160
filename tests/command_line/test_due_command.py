"""For a scheduled task: what the website does not show yet, and what comes."""

from contextlib import closing
from datetime import timedelta

import msgspec
import pytest

from editor_app.desk.clock import utc_now
from editor_app.domain.article import Kind
from tests.blank_archives import new_desk
from tests.reachable import reachable


@pytest.fixture
def article_id(archive) -> str:
    """A notice that appears tomorrow."""
    with closing(new_desk(archive)) as desk:
        category = desk.add_category("Trafik", by="Ada")
        created = desk.create(by="Ada", kind=Kind.INFORMATION)
        article = msgspec.structs.replace(
            created.article,
            title="Bron stängs",
            category_id=category.id,
            contact_ids=reachable(desk),
            publish_at=utc_now() + timedelta(days=1),
        )
        desk.save(article, version=created.version, by="Ada")
        desk.submit(article.id, by="Ada")
        desk.approve(article.id, by="Bo")
    return article.id


def test_what_comes_has_a_line_each_as_far_as_it_is_asked_for(command, archive, article_id):
    month = command("due", "--archive", archive).out
    today = command("due", "--days", "1", "--archive", archive).out

    assert month.endswith(f"  Appears  {article_id}  Bron stängs\n")
    assert today == month


def test_scripts_get_what_came_and_what_comes(command, archive, article_id, tmp_path):
    exported = command("export", "--out", tmp_path / "site", "--archive", archive).out

    answer = command("due", "--json", "--archive", archive).json

    assert answer["since_export"] == []
    assert [(one["what"], one["title"]) for one in answer["coming"]] == [("appears", "Bron stängs")]
    assert "1 article appears" in exported


def test_nothing_to_come_is_said_so(command, archive):
    with closing(new_desk(archive)):
        pass

    nothing = command("due", "--days", "1", "--archive", archive).out

    assert nothing == "Nothing is planned for the next 1 day.\n"
