"""Who has had a hand in a text, and so cannot approve it where it takes four eyes."""

from collections.abc import Sequence

from editor_app.desk.values import WorkingCopy
from editor_app.domain.workflow import same_name
from editor_app.translation import _


def writers(copy: WorkingCopy) -> tuple[str, ...]:
    """Return who wrote, submitted or last edited the text, each once."""
    names = (copy.submitted_by, copy.updated_by, copy.created_by)
    return tuple({same_name(name): name for name in reversed(names) if name}.values())[::-1]


def alternatives(names: Sequence[str]) -> str:
    """Return the names as a choice between them."""
    if len(names) < 2:
        return "".join(names)
    return _("{first} or {second}").format(first=", ".join(names[:-1]), second=names[-1])
