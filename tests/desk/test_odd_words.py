"""Laws of the desk for words as odd as people make them."""

import msgspec
from hypothesis import HealthCheck, given, settings

from editor_app.domain.codec import decode_article, encode
from editor_app.domain.normalize import normalize
from tests.strategies import documents, texts

# The archive is a fixture that all examples share; each writes its own version of the same article.
shared_desk = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@shared_desk
@given(title=texts, lead=texts, note=texts, body=documents)
def test_whatever_is_saved_comes_back_and_saving_it_again_changes_nothing(
    desk, draft, title, lead, note, body
):
    before = desk.open(draft.article.id)
    article = msgspec.structs.replace(before.article, title=title, lead=lead, internal_note=note, body=body)

    saved = desk.save(article, version=before.version, by="Ada")

    assert desk.open(draft.article.id) == saved
    assert saved.article.body == normalize(body)
    assert desk.save(article, version=saved.version, by="Bo") == saved
    assert decode_article(encode(saved.article)) == saved.article


@shared_desk
@given(title=texts)
def test_any_title_gives_an_address_in_plain_letters(desk, draft, title):
    copy = desk.keep_copy(msgspec.structs.replace(draft.article, title=f"A {title}"), by="Ada")

    submitted = desk.submit(copy.article.id, by="Ada")

    assert submitted.article.slug
    assert submitted.article.slug.isascii()
