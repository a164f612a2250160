"""Finding by what somebody types into a field."""

from editor_app.domain.folding import fold

__all__ = ["fold", "matches"]


def matches(query: str, *texts: str) -> bool:
    """Tell whether each word of `query` stands somewhere in `texts`, also inside a word."""
    where = fold(" ".join(texts))
    return all(word in where for word in fold(query).split())
