"""What went wrong, as one sentence or two to show beside what somebody was doing."""

from editor_app.desk.explain import explain
from editor_app.domain.errors import EditorAppError


def explained(error: EditorAppError) -> str:
    """Return what happened and, where there is something to do about it, the next step."""
    explanation = explain(error)
    return f"{explanation.what} {explanation.next_step}".strip()
