"""An export that was cut off in the middle of its switch is set right as the archive is opened, unasked."""

from contextlib import closing, suppress

import pytest

from editor_app.desk.opening import open_desk
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.site.output import committing, opening, switching
from editor_app.site.output.values import RecoveryKind
from editor_app.site.output.verification import verify_folder


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def site(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    return tmp_path / "site"


@pytest.fixture
def cut_off(desk, approved, site, monkeypatch):
    """Return a site of which an export has switched only a part."""

    def go_on_a_little(place, ledger, switch):
        move_over, moved = switching.move_over, []

        def dying(old, new):
            move_over(old, new)
            moved.append(new)
            if len(moved) == 2:
                raise Killed

        with monkeypatch.context() as patch:
            patch.setattr(switching, "move_over", dying)
            switching.go_on(place, ledger, switch)

    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Ada")
    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr(committing, "go_on", go_on_a_little)
        desk.export(site, by="Ada")
    assert not is_whole(site)
    return site


def is_whole(folder):
    steps = verify_folder(folder)
    while True:
        try:
            next(steps)
        except StopIteration as stopped:
            return stopped.value.is_whole


def test_the_next_start_finishes_it(cut_off, archive_path):
    with closing(open_desk(archive_path)) as desk:
        assert [(one.target, one.kind) for one in desk.recovered_sites()] == [
            (cut_off, RecoveryKind.FINISHED)
        ]
        assert is_whole(cut_off)
        assert desk.plan_export(cut_off).changes == ()


def test_a_start_that_cannot_finish_it_leaves_it_to_the_next_export(cut_off, archive_path, monkeypatch):
    def refused(_place, _ledger, _switch):
        raise OSError("the disk is gone")

    with monkeypatch.context() as patch:
        patch.setattr(opening, "go_on", refused)
        open_desk(archive_path).close()
    assert not is_whole(cut_off)

    with closing(open_desk(archive_path)):
        assert is_whole(cut_off)


def test_a_folder_that_is_gone_disturbs_nobody(site, archive_path):
    site.rename(site.with_name("elsewhere"))

    with closing(open_desk(archive_path)) as desk:
        assert len(desk.articles()) == 1
