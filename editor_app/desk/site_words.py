"""What an export has to tell beside what it wrote, in sentences."""

from editor_app.translation import ngettext


def withdrawn_sentences(pages: int) -> list[str]:
    """Return how many `pages` tell that their article was withdrawn; empty where none does."""
    if not pages:
        return []
    words = ngettext(
        "{n} page tells that its article was withdrawn.",
        "{n} pages tell that their articles were withdrawn.",
        pages,
    )
    return [words.format(n=pages)]
