"""What the window says when the world stood in the way."""

from editor_app.domain.errors import EditorAppError


def sentences(error: EditorAppError) -> tuple[str, str]:
    """Return what happened and what to do next, each a sentence in the interface language."""
    # The explanations know the archive's errors and so the database libraries, which the first
    # paint does not wait for.
    from editor_app.desk.explain import explain

    explanation = explain(error)
    return explanation.what, explanation.next_step


def in_words(error: EditorAppError) -> str:
    """Return what happened and what to do next, as one text."""
    return " ".join(part for part in sentences(error) if part)
