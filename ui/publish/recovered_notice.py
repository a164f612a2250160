"""Says that an export which was cut off has been set right."""

from typing import TYPE_CHECKING

from ui.desk_worker import DeskWorker
from ui.messages import Messages
from ui.widgets.alive import while_alive
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk


def tell_what_was_recovered(worker: DeskWorker, messages: Messages) -> None:
    """Say in `messages` what became of exports that were cut off, as the archive was opened."""

    def recovered(desk: "Desk") -> list[str]:
        found = desk.recovered_sites()
        if not found:
            return []
        # The words know the site and its libraries, which hardly any start needs.
        from editor_app.desk.export_words import recovered_sentence

        return [recovered_sentence(one) for one in found]

    def tell(sentences: list[str]) -> None:
        for sentence in sentences:
            messages.say_of_archive(Tone.INFO, sentence)

    worker.run(recovered, while_alive(messages, tell))
