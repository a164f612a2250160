"""An export that was cut off, in the messages of the window."""

import pytest

from editor_app.site.output.values import Recovered, RecoveryKind
from ui.desk_worker import DeskWorker
from ui.messages import Messages
from ui.publish.recovered_notice import tell_what_was_recovered


class FakeDesk:
    def __init__(self, recovered):
        self._recovered = recovered

    def recovered_sites(self):
        return self._recovered

    def close(self):
        pass


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (RecoveryKind.FINISHED, "has been finished."),
        (RecoveryKind.UNDONE, "has been undone: the website is as it was before."),
    ],
)
def test_what_became_of_it_is_said_whichever_article_is_open(qtbot, tmp_path, kind, told):
    messages = Messages()
    qtbot.addWidget(messages)
    worker = DeskWorker(lambda: FakeDesk((Recovered(tmp_path, kind),)))

    tell_what_was_recovered(worker, messages)
    qtbot.waitUntil(lambda: bool(messages.texts()))
    messages.clear()

    assert messages.texts() == (f"The export to {tmp_path} that was cut off {told}",)
    worker.close()
