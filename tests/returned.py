"""Articles that were sent back, for tests of whoever is told of it."""

import msgspec

from tests.reachable import reachable


def returned(desk, title, *, author="Ada", by="Bo", submitter=""):
    """Return an article by `author` that `by` has sent back with a comment."""
    created = desk.create(by=author)
    category = desk.add_category("Trafik", by=author)
    article = msgspec.structs.replace(
        created.article,
        title=title,
        lead="Den öppnar i maj.",
        category_id=category.id,
        contact_ids=reachable(desk),
    )
    desk.save(article, version=created.version, by=author)
    desk.submit(article.id, by=submitter or author)
    return desk.return_to_author(article.id, by=by, words="Vilket datum?")
