"""Only what was approved is handed over to another system, whole or not at all."""

import errno
import io
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from xml.etree import ElementTree

import msgspec
import pytest
from PIL import Image

from editor_app.desk import handing_over
from editor_app.desk.errors import FileNotWritten, FolderTaken, NameMissing, NothingApproved
from editor_app.desk.handover_words import outcome_sentences
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.audit import Act
from editor_app.domain.document import Document, Link, Paragraph, Span, paragraph
from editor_app.domain.policy import Policy
from editor_app.domain.revision import HashMismatch
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.withdrawal import WithdrawalReason
from tests.blank_archives import new_desk

WORDPRESS = {
    "wp": "http://wordpress.org/export/1.2/",
    "content": "http://purl.org/rss/1.0/modules/content/",
}


def edit(desk, copy, **changes):
    article = msgspec.structs.replace(copy.article, **changes)
    return desk.save(article, version=copy.version, by="Ada")


def approve(desk, copy):
    desk.submit(copy.article.id, by="Ada")
    return desk.approve(copy.article.id, by="Bo")


def waits(desk):
    desk.save_policy(Policy(publishes_on_approval=False), by="Ada")


def items(path):
    return ElementTree.parse(path).getroot().findall("channel/item")


def every(desk):
    return desk.find(ArticleQuery())


def test_what_is_published_is_handed_over_and_not_what_was_typed_since(desk, approved):
    edit(desk, approved, title="Hemlig ny rubrik")

    kit = desk.kit(approved.article.id)

    assert kit.title == "Ny cykelväg längs ån"
    assert (kit.given.number, kit.given.hash) == (approved.live.number, approved.live.hash)
    assert kit.given.approved_by == "Bo"


def test_a_newer_approved_version_that_is_not_published_is_told_and_left_out(desk, approved):
    waits(desk)
    newer = approve(desk, edit(desk, approved, title="Ny rubrik"))

    kit = desk.kit(approved.article.id)

    assert kit.title == "Ny cykelväg längs ån"
    assert kit.given.newer == newer.approval.number


def test_what_is_approved_and_never_was_published_is_handed_over(desk, draft):
    waits(desk)
    copy = approve(desk, draft)

    kit = desk.kit(copy.article.id)

    assert kit.given.hash == copy.approval.hash
    assert kit.given.published_at is None


@pytest.mark.parametrize("stage", ["draft", "submitted"])
def test_what_nobody_approved_stays_at_home(desk, stage, request, tmp_path):
    copy = request.getfixturevalue(stage)

    with pytest.raises(NothingApproved) as refused:
        desk.hand_over(copy.article.id, tmp_path / "kit", by="Ada")

    assert not refused.value.is_gone
    assert not (tmp_path / "kit").exists()


def test_what_was_withdrawn_is_not_handed_over_until_it_is_approved_again(desk, approved):
    waits(desk)
    withdrawn = desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")

    with pytest.raises(NothingApproved) as refused:
        desk.kit(approved.article.id)
    approve(desk, edit(desk, withdrawn, title="Rättad rubrik"))

    assert refused.value.is_gone
    assert desk.kit(approved.article.id).title == "Rättad rubrik"


def test_words_that_were_altered_in_the_file_are_refused(desk, approved, archive_path):
    with closing(sqlite3.connect(archive_path)) as connection, connection:
        connection.execute("UPDATE revisions SET content = replace(content, 'fyra', 'fem')")

    with pytest.raises(HashMismatch):
        desk.kit(approved.article.id)


def test_the_folder_is_whole_and_the_log_tells_of_it(desk, draft, image, tmp_path, archive_log):
    copy = approve(desk, edit(desk, draft, hero=image))

    desk.hand_over(copy.article.id, tmp_path / "kit", by="Ada")

    names = sorted(file.relative_to(tmp_path / "kit").as_posix() for file in (tmp_path / "kit").rglob("*.*"))
    assert names == [
        "bilder.txt",
        "bilder/01-en-rod-ruta.jpg",
        "brodtext.html",
        "ingress.txt",
        "kontakt.html",
        "metadata.json",
        "rubrik.txt",
    ]
    with Image.open(io.BytesIO((tmp_path / "kit/bilder/01-en-rod-ruta.jpg").read_bytes())) as picture:
        assert (picture.format, picture.size) == ("JPEG", (30, 20))
    entry = archive_log()[-1]
    assert (entry.act, entry.by, entry.revision_hash) == (Act.HANDED_OVER, "Ada", copy.live.hash)
    assert entry.details == {"folder": "kit", "version": str(copy.live.number)}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_with_something_in_it_is_left_alone(desk, approved, tmp_path, archive_log):
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "mitt.txt").write_text("eget")

    with pytest.raises(FolderTaken):
        desk.hand_over(approved.article.id, tmp_path / "kit", by="Ada")
    with pytest.raises(FileNotWritten):
        desk.hand_over(approved.article.id, tmp_path / "nowhere" / "kit", by="Ada")

    assert [path.name for path in (tmp_path / "kit").iterdir()] == ["mitt.txt"]
    assert Act.HANDED_OVER not in {entry.act for entry in archive_log()}


def test_a_disk_that_fills_up_leaves_nothing_behind(desk, approved, tmp_path, monkeypatch, archive_log):
    written = []

    def fill(file):
        written.append(file)
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(handing_over.os, "fsync", fill)
        before = set(tmp_path.iterdir())
        with pytest.raises(FileNotWritten):
            desk.hand_over(approved.article.id, tmp_path / "kit", by="Ada")

    assert set(tmp_path.iterdir()) == before
    assert Act.HANDED_OVER not in {entry.act for entry in archive_log()}


def test_an_empty_folder_is_filled(desk, approved, tmp_path):
    (tmp_path / "kit").mkdir()

    desk.hand_over(approved.article.id, tmp_path / "kit", by="Ada")

    known = json.loads((tmp_path / "kit" / "metadata.json").read_text())
    assert known["title"] == approved.article.title


def test_nobody_hands_over_without_a_name(desk, approved, tmp_path):
    with pytest.raises(NameMissing):
        desk.hand_over(approved.article.id, tmp_path / "kit", by=" ")

    assert not (tmp_path / "kit").exists()


def test_a_link_leads_to_the_public_address_of_its_article(desk, approved):
    desk.save_site_profile(SiteProfile("Klarebro", base_url="https://klarebro.example/"), by="Ada")
    linked = Paragraph((Span("Vägen", (Link(f"article:{approved.article.id}"),)), Span(" är klar.")))
    copy = desk.create(by="Ada")
    other = edit(
        desk,
        copy,
        title="Invigning",
        lead="På lördag.",
        category_id=approved.article.category_id,
        contact_ids=approved.article.contact_ids,
        body=Document((linked,)),
    )
    approve(desk, other)

    kit = desk.kit(other.article.id)

    assert f'<a href="https://klarebro.example/nyheter/{approved.article.slug}/">Vägen</a>' in kit.body
    assert kit.address.startswith("https://klarebro.example/nyheter/invigning")
    assert not kit.lost_links


def test_the_file_for_wordpress_has_what_is_approved_and_counts_the_rest(desk, draft, clock, tmp_path):
    published = approve(desk, draft)
    waits(desk)
    waiting = desk.create(by="Ada")
    approve(
        desk,
        edit(
            desk,
            waiting,
            title="Väntar",
            lead="Kort.",
            body=Document((paragraph("Text."),)),
            category_id=published.article.category_id,
            contact_ids=published.article.contact_ids,
        ),
    )
    desk.create(by="Ada")

    outcome = desk.write_for_wordpress(every(desk), tmp_path / "wp.xml", by="Ada")

    assert (outcome.articles, outcome.drafts, outcome.left_out) == (2, 1, 1)
    found = {
        item.findtext("title"): item.findtext("wp:status", namespaces=WORDPRESS)
        for item in items(outcome.path)
    }
    assert found == {"Ny cykelväg längs ån": "publish", "Väntar": "draft"}


def test_what_is_under_embargo_is_dated_when_it_ends(desk, draft, clock, tmp_path):
    ends = clock.now + timedelta(days=3)
    approve(desk, edit(desk, draft, embargo_until=ends))

    outcome = desk.write_for_wordpress(every(desk), tmp_path / "wp.xml", by="Ada")

    (item,) = items(outcome.path)
    assert item.findtext("wp:post_date_gmt", namespaces=WORDPRESS) == f"{ends:%Y-%m-%d %H:%M:%S}"


def test_what_is_still_public_goes_to_wordpress_until_the_newer_version_begins(
    desk, approved, clock, tmp_path
):
    begins = clock.now + timedelta(days=2)
    approve(desk, edit(desk, approved, title="Från och med onsdag", publish_at=begins))

    now = desk.write_for_wordpress(every(desk), tmp_path / "now.xml", by="Ada")
    clock.now = begins
    later = desk.write_for_wordpress(every(desk), tmp_path / "later.xml", by="Ada")

    titles = [items(one.path)[0].findtext("title") for one in (now, later)]
    assert titles == ["Ny cykelväg längs ån", "Från och med onsdag"]


def test_what_has_left_the_website_is_not_published_anew_elsewhere(desk, draft, clock, tmp_path):
    approve(desk, edit(desk, draft, unpublish_at=clock.now + timedelta(hours=1)))
    clock.now += timedelta(days=1)

    outcome = desk.write_for_wordpress(every(desk), tmp_path / "wp.xml", by="Ada")

    assert (outcome.articles, outcome.left_out) == (0, 1)
    assert items(outcome.path) == []


def test_wordpress_fetches_the_images_that_have_a_public_address(desk, draft, image, tmp_path):
    approve(desk, edit(desk, draft, hero=image))
    without = desk.write_for_wordpress(every(desk), tmp_path / "without.xml", by="Ada")
    desk.save_site_profile(SiteProfile("Klarebro", base_url="https://klarebro.example"), by="Ada")

    with_address = desk.write_for_wordpress(every(desk), tmp_path / "with.xml", by="Ada")
    outcomes = (without, with_address)

    assert (without.without_images, len(items(without.path))) == (1, 1)
    post, attachment = items(with_address.path)
    assert (with_address.with_images, with_address.without_images) == (1, 0)
    assert [any("attachments" in sentence for sentence in outcome_sentences(one)) for one in outcomes] == [
        False,
        True,
    ]
    address = attachment.findtext("wp:attachment_url", namespaces=WORDPRESS)
    assert address == f"https://klarebro.example/bilder/{image.image_id}-30.webp"
    assert post.findtext("wp:postmeta/wp:meta_key", namespaces=WORDPRESS) == "pressklar_id"


def test_an_article_in_another_language_tells_so_in_wordpress(desk, draft, tmp_path):
    approve(desk, edit(desk, draft, language="en", body=Document((paragraph("The path is long."),))))

    outcome = desk.write_for_wordpress(every(desk), tmp_path / "wp.xml", by="Ada")

    content = items(outcome.path)[0].findtext("content:encoded", namespaces=WORDPRESS)
    assert content.startswith('<p lang="en">The path is long.</p>\n<h2 lang="en">Contact</h2>')


def test_articles_that_wordpress_takes_for_the_same_get_the_same_times_whatever_was_edited(
    desk, draft, clock, tmp_path
):
    begins = clock.now + timedelta(days=3)
    changes = {
        name: getattr(draft.article, name) for name in ("title", "lead", "body", "category_id", "contact_ids")
    }
    first = approve(desk, edit(desk, draft, publish_at=begins))
    second = approve(desk, edit(desk, desk.create(by="Ada"), publish_at=begins, **changes))

    before = desk.write_for_wordpress([first.article.id, second.article.id], tmp_path / "1.xml", by="Ada")
    after = desk.write_for_wordpress([second.article.id, first.article.id], tmp_path / "2.xml", by="Ada")

    times = {item.findtext("wp:post_date_gmt", namespaces=WORDPRESS) for item in items(before.path)}
    assert times == {f"{begins + timedelta(seconds=late):%Y-%m-%d %H:%M:%S}" for late in range(2)}
    assert after.path.read_bytes() == before.path.read_bytes()


def test_a_file_for_wordpress_that_cannot_be_finished_leaves_the_one_that_was_there(
    desk, approved, archive_path, tmp_path
):
    path = desk.write_for_wordpress(every(desk), tmp_path / "wp.xml", by="Ada").path
    before = path.read_bytes()
    with closing(sqlite3.connect(archive_path)) as connection, connection:
        connection.execute("UPDATE revisions SET content = replace(content, 'fyra', 'fem')")

    with pytest.raises(HashMismatch):
        desk.write_for_wordpress(every(desk), path, by="Ada")

    assert path.read_bytes() == before
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_the_same_archive_gives_the_same_file(archive_path, clock, tmp_path):
    desk = new_desk(archive_path, clock=clock, with_samples=True)
    clock.now += timedelta(days=900)

    outcome = desk.write_for_wordpress(every(desk), tmp_path / "1.xml", by="Ada")
    paths = [outcome.path, desk.write_for_wordpress(every(desk), tmp_path / "2.xml", by="Ada").path]
    desk.close()

    contents = [item.findtext("content:encoded", namespaces=WORDPRESS) for item in items(paths[0])]
    assert any('<span lang="' in content for content in contents)
    assert paths[0].read_bytes() == paths[1].read_bytes()
