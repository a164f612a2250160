"""What an export leaves at the address of an article that was withdrawn."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from editor_app.domain.article import Kind
from editor_app.domain.withdrawal import WithdrawalReason


def publish(desk, article, version):
    saved = desk.save(article, version=version, by="Ada")
    desk.submit(article.id, by="Ada")
    return desk.approve(saved.article.id, by="Bo")


def publish_another(desk, like, **changes):
    copy = desk.keep_copy(replace(like, **changes), by="Ada")
    return publish(desk, copy.article, copy.version).article


def export(desk, tmp_path):
    return desk.export(tmp_path / "site", by="Ada")


def page_of(tmp_path, article):
    return (tmp_path / "site" / "nyheter" / article.slug / "index.html").read_text()


@pytest.fixture
def park(desk, approved):
    return publish_another(desk, approved.article, title="Parken är klar")


def test_the_page_tells_of_it_and_no_other_page_leads_there(desk, approved, park, tmp_path):
    linking = publish_another(desk, park, title="Om parken", related_ids=(approved.article.id,))
    export(desk, tmp_path)
    desk.withdraw(
        approved.article.id, WithdrawalReason.WRONG, by="Bo", words="Fel väg.", replacement_id=park.id
    )

    result = export(desk, tmp_path)

    page = page_of(tmp_path, approved.article)
    assert "Fel väg." in page and "Parken är klar" in page
    assert "fyra kilometer" not in page
    assert result.withdrawn == 1 and not result.removed
    assert f"nyheter/{approved.article.slug}/index.html" in result.changed
    others = [path for path in (tmp_path / "site").rglob("*.html") if approved.article.slug not in str(path)]
    assert not any(approved.article.slug in path.read_text() for path in others)
    assert approved.article.title not in page_of(tmp_path, linking)


def test_published_again_the_article_has_its_address_back(desk, approved, tmp_path):
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")
    assert export(desk, tmp_path).withdrawn == 1

    desk.publish(approved.article.id, by="Bo")

    assert export(desk, tmp_path).withdrawn == 0
    assert "fyra kilometer" in page_of(tmp_path, approved.article)


def test_published_again_for_later_it_is_withdrawn_until_then(desk, approved, clock, tmp_path):
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")
    later = clock.now + timedelta(days=9)
    publish(desk, replace(approved.article, publish_at=later), desk.open(approved.article.id).version)

    early = export(desk, tmp_path)
    told = page_of(tmp_path, approved.article)
    clock.now = later
    late = export(desk, tmp_path)

    assert (early.withdrawn, late.withdrawn) == (1, 0)
    assert "tillbakadragen" in told.casefold()
    assert "fyra kilometer" in page_of(tmp_path, approved.article)


def test_what_nobody_has_seen_leaves_no_page(desk, draft, clock, tmp_path):
    later = clock.now + timedelta(days=9)
    publish(desk, replace(draft.article, embargo_until=later), draft.version)
    desk.withdraw(draft.article.id, WithdrawalReason.WRONG, by="Bo")

    result = export(desk, tmp_path)

    assert result.withdrawn == 0
    assert not (tmp_path / "site" / "nyheter").exists()


def test_the_page_is_at_the_address_that_the_public_had(desk, approved, tmp_path):
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")
    copy = desk.open(approved.article.id)
    desk.save(replace(copy.article, title="Annat", kind=Kind.INFORMATION), version=copy.version, by="Ada")

    export(desk, tmp_path)

    assert "Ny cykelväg längs ån" in page_of(tmp_path, approved.article)


def test_readers_are_led_on_through_articles_that_were_withdrawn_themselves(desk, approved, park, tmp_path):
    last = publish_another(desk, park, title="Allt om parken")
    desk.withdraw(approved.article.id, WithdrawalReason.MERGED, by="Bo", replacement_id=park.id)
    desk.withdraw(park.id, WithdrawalReason.MERGED, by="Bo", replacement_id=last.id)

    export(desk, tmp_path)
    led_on = page_of(tmp_path, approved.article)
    desk.withdraw(last.id, WithdrawalReason.MERGED, by="Bo", replacement_id=approved.article.id)
    export(desk, tmp_path)

    assert "Allt om parken" in led_on
    assert "Allt om parken" not in page_of(tmp_path, approved.article)
