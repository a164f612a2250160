"""What went wrong and what to do about it, in plain words."""

from msgspec import Struct

from editor_app.domain.errors import EditorAppError


class Explanation(Struct, frozen=True):
    """`what` happened, and the `next_step`, both sentences in the interface language."""

    what: str
    next_step: str


def explain(error: EditorAppError) -> Explanation:
    """Return the sentences for `error`."""
    # The errors come from modules with large libraries behind them, which the first paint of the
    # window does not wait for.
    from editor_app.desk.explanations import sentences

    return Explanation(*sentences(error))
