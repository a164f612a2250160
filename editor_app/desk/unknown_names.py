"""The names in a query that nobody and nothing in the archive has, told in sentences."""

from collections.abc import Iterable, Iterator, Mapping

from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.folding import named
from editor_app.translation import N_, _

# By the fields of a query that hold names.
_SENTENCES: Mapping[str, str] = {
    "categories": N_("There is no category “{name}”."),
    "contacts": N_("There is no contact “{name}”."),
    "persons": N_("Nobody called “{name}” has written here."),
}


def unknown_name_sentences(query: ArticleQuery, names: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield a sentence for each name in `query` that means none of `names`, which are by its fields."""
    for field, known in names.items():
        for name in getattr(query, field):
            if not named(name, known):
                yield _(_SENTENCES[field]).format(name=name)
