"""Every act of the desk that writes leaves an entry in the audit log, or is named here with its reason."""

import inspect
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import docx
import msgspec
import pytest
from PIL import Image

from editor_app.desk.card_values import RenameCategory
from editor_app.desk.desk import Desk
from editor_app.domain.article import Contact, Kind
from editor_app.domain.audit import Act
from editor_app.domain.document import Document, Quote, Span, paragraph
from editor_app.domain.image_details import ImageDetails, Persons
from editor_app.domain.policy import Policy
from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.domain.quotes import QuoteWay
from editor_app.domain.reply import Remark, Reply
from editor_app.domain.retention import RetentionRule
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.site.targets.values import Published
from tests.reachable import reachable

SERVER = PublishTarget("webben", TargetKind.SFTP, "server.example", user="redaktionen")

# What a method looks like that writes, or lets a function write that gets the whole archive.
WRITES = re.compile(r"self\._archive\.writing\b|self\._archive\s*[,)]")

# Of these there is nothing to tell: nothing is changed that anybody wrote or decided.
EXEMPT: Mapping[str, str] = {
    "page_image": "keeps what it makes of an image that is there, to be made again at any time",
    "shown_image": "keeps what it makes of an image that is there, to be made again at any time",
    "plan_export": "keeps what it makes of texts that are there, to be made again at any time",
    "verify_log": "reads, a step at a time",
    "write_log": "reads, a step at a time, and writes to a file elsewhere",
    "make_images_ready": "keeps what it makes of images that are there, to be made again at any time",
}


def png(colour):
    data = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(data, "PNG")
    return data.getvalue()


def draft(desk):
    """Return a draft by Ada that has all it needs to be approved."""
    category = desk.add_category("Bygga och bo")
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title="Ny gångbro",
        lead="Den öppnar i maj.",
        category_id=category.id,
        contact_ids=reachable(desk),
    )
    return desk.save(article, version=created.version, by="Ada")


def submitted(desk):
    return desk.submit(draft(desk).article.id, by="Ada")


def live(desk):
    return desk.approve(submitted(desk).article.id, by="Bo")


def waiting(desk):
    desk.save_policy(Policy(publishes_on_approval=False), by="Ada")
    return live(desk)


def versioned(desk):
    copy = draft(desk)
    desk.save_version(copy.article.id, version=copy.version, by="Ada", name="Ett")
    return desk.save(msgspec.structs.replace(copy.article, title="Två"), version=copy.version, by="Ada")


def commented(desk):
    return desk.add_comment(draft(desk).article.id, "Datum saknas.", by="Bo")


def settled(desk):
    return desk.settle_comment(commented(desk).id, by="Ada")


def quoting(desk):
    copy = desk.create(by="Ada")
    body = Document((Quote((Span("Vi är glada."),)),))
    article = msgspec.structs.replace(copy.article, body=body)
    return desk.save(article, version=copy.version, by="Ada").article


def approve_quote(desk, article):
    hashes = [quote.hash for quote in desk.quotes(article)]
    desk.approve_quotes(article, hashes, "Eva Ek", QuoteWay.PHONE, on=date(2026, 3, 1), by="Ada")


def dismiss(desk, copy):
    changed = msgspec.structs.replace(copy.article, body=Document((paragraph("Bron - den nya."),)))
    article = desk.save(changed, version=copy.version, by="Ada").article
    (finding,) = (one for one in desk.check(article.id) if one.rule == "Y03")
    return desk.dismiss_finding(article, finding, reason="Så heter den.", by="Ada")


def quote_approved(desk):
    article = quoting(desk)
    approve_quote(desk, article)
    return article


def overdue(desk):
    """Return an article that may be disposed of at once."""
    rule = RetentionRule(years=0, preserved_first=False)
    desk.save_policy(Policy(retention={Kind.NEWS: rule}), by="Ada")
    return desk.withdraw(live(desk).article.id, WithdrawalReason.WRONG, by="Bo")


def word_file(desk, folder):
    copy = draft(desk)
    desk.export_word(copy.article.id, folder / "bro.docx")
    return desk.look_into_file(folder / "bro.docx")


def review_sent(desk, folder):
    article_id = draft(desk).article.id
    return lambda: desk.export_review(article_id, folder / "bro.html", by="Ada", answer_by=date(2026, 3, 6))


def reply_taken(desk, folder):
    review_sent(desk, folder)()
    article_id = desk.articles()[0].id
    (version,) = desk.versions(article_id)
    reply = Reply(article_id, version.number, version.hash, "Maja", (Remark("När?"),))
    incoming = desk.look_into_reply(reply)
    return lambda: desk.take_reply(incoming, by="Ada")


def of(made, act):
    """Return `act`, to be done to what `made` makes first."""

    def make_ready(desk, folder):
        thing = made(desk)
        return lambda: act(desk, thing)

    return make_ready


def alone(act):
    """Return `act`, which needs nothing but an empty folder."""
    return lambda desk, folder: lambda: act(desk, folder)


def exported_twice(desk, folder):
    desk.export(folder / "site", by="Ada")
    live(desk)
    desk.export(folder / "site", by="Ada")
    return lambda: desk.roll_back(folder / "site", by="Ada")


def taken_back(desk, folder):
    incoming = word_file(desk, folder)
    return lambda: desk.take_back_words(incoming, by="Ada")


def commented_in_word(desk, folder):
    incoming = word_file(desk, folder)
    document = docx.Document(str(folder / incoming.name))
    document.add_comment(document.paragraphs[0].runs, text="När?", author="Maja Lind")
    document.save(str(folder / incoming.name))
    incoming = desk.look_into_file(folder / incoming.name)
    return lambda: desk.take_word_comments(incoming, by="Ada")


def importing(look, store):
    """Return what looks into a table of names with `look`, to be stored with `store`."""

    def make_ready(desk, folder):
        (folder / "names.csv").write_text("Namn\nTrafik\n", encoding="utf-8")
        shown = getattr(desk, look)(folder / "names.csv")
        return lambda: getattr(desk, store)(shown, by="Ada")

    return make_ready


# Of each act: what makes it ready, and gives what then does it; and what the log calls it.
SCENARIOS: Mapping[str, tuple[Callable, Act]] = {
    "create": (alone(lambda desk, _: desk.create(by="Ada")), Act.CREATED),
    "save": (
        of(
            lambda desk: desk.create(by="Ada"),
            lambda desk, copy: desk.save(
                msgspec.structs.replace(copy.article, title="Bro"), version=copy.version, by="Ada"
            ),
        ),
        Act.EDITED,
    ),
    "keep_copy": (of(draft, lambda desk, copy: desk.keep_copy(copy.article, by="Ada")), Act.COPIED),
    "begin_language_version": (
        of(draft, lambda desk, copy: desk.begin_language_version(copy.article.id, "en", by="Ada")),
        Act.COPIED,
    ),
    "set_original": (
        of(
            draft,
            lambda desk, copy: desk.set_original(desk.create(by="Bo").article.id, copy.article.id, by="Ada"),
        ),
        Act.EDITED,
    ),
    "submit": (of(draft, lambda desk, copy: desk.submit(copy.article.id, by="Ada")), Act.SUBMITTED),
    "take_back": (
        of(submitted, lambda desk, copy: desk.take_back(copy.article.id, by="Ada")),
        Act.TAKEN_BACK,
    ),
    "return_to_author": (
        of(submitted, lambda desk, copy: desk.return_to_author(copy.article.id, "Datum saknas.", by="Bo")),
        Act.RETURNED,
    ),
    "export_review": (review_sent, Act.REVIEW_SENT),
    "take_reply": (reply_taken, Act.REPLY_TAKEN),
    "add_comment": (
        of(draft, lambda desk, copy: desk.add_comment(copy.article.id, "Datum saknas.", by="Bo")),
        Act.COMMENTED,
    ),
    "settle_comment": (
        of(commented, lambda desk, comment: desk.settle_comment(comment.id, by="Ada")),
        Act.COMMENT_SETTLED,
    ),
    "reopen_comment": (
        of(settled, lambda desk, comment: desk.reopen_comment(comment.id, by="Ada")),
        Act.COMMENT_REOPENED,
    ),
    "approve": (of(submitted, lambda desk, copy: desk.approve(copy.article.id, by="Bo")), Act.PUBLISHED),
    "publish": (of(waiting, lambda desk, copy: desk.publish(copy.article.id, by="Bo")), Act.PUBLISHED),
    "withdraw": (
        of(live, lambda desk, copy: desk.withdraw(copy.article.id, WithdrawalReason.WRONG, by="Bo")),
        Act.WITHDRAWN,
    ),
    "save_policy": (
        alone(lambda desk, _: desk.save_policy(Policy(publishes_on_approval=False), by="Ada")),
        Act.POLICY_CHANGED,
    ),
    "save_version": (
        of(
            draft,
            lambda desk, copy: desk.save_version(copy.article.id, version=copy.version, by="Ada", name=""),
        ),
        Act.VERSION_SAVED,
    ),
    "rename_version": (
        of(versioned, lambda desk, copy: desk.rename_version(copy.article.id, 1, "Först", by="Ada")),
        Act.VERSION_RENAMED,
    ),
    "restore": (
        of(versioned, lambda desk, copy: desk.restore(copy.article.id, 1, version=copy.version, by="Ada")),
        Act.RESTORED,
    ),
    "take_in": (
        alone(lambda desk, _: desk.take_in(desk.look_into("Ny gångbro\n\nDen öppnar i maj."), by="Ada")),
        Act.TAKEN_IN,
    ),
    "take_back_words": (taken_back, Act.WORDS_TAKEN_BACK),
    "take_word_comments": (commented_in_word, Act.REPLY_TAKEN),
    "add_image": (
        alone(lambda desk, _: desk.add_image(png("navy"), name="a.png", by="Ada")),
        Act.IMAGE_ADDED,
    ),
    "describe_image": (
        of(
            lambda desk: desk.add_image(png("navy"), name="a.png", by="Ada"),
            lambda desk, image: desk.describe_image(image.id, ImageDetails(persons=Persons.NONE), by="Ada"),
        ),
        Act.IMAGE_DESCRIBED,
    ),
    "save_site_profile": (
        alone(lambda desk, _: desk.save_site_profile(SiteProfile("Klarebro"), by="Ada")),
        Act.SITE_CHANGED,
    ),
    "save_site_settings": (
        alone(lambda desk, _: desk.save_site_settings(SiteSettings(has_ninjs=True), by="Ada")),
        Act.SITE_CHANGED,
    ),
    "add_word": (alone(lambda desk, _: desk.add_word("sv", "vallmorabo", by="Ada")), Act.WORD_ADDED),
    "remove_word": (
        of(
            lambda desk: desk.add_word("sv", "vallmorabo", by="Ada"),
            lambda desk, _: desk.remove_word("sv", "vallmorabo", by="Ada"),
        ),
        Act.WORD_REMOVED,
    ),
    "add_category": (
        alone(lambda desk, _: desk.add_category("Trafik", by="Ada")),
        Act.CATEGORY_ADDED,
    ),
    "save_contact": (
        alone(lambda desk, _: desk.save_contact(Contact("", "Växeln"), by="Ada")),
        Act.CONTACTS_SAVED,
    ),
    "change_cards": (
        of(
            lambda desk: desk.add_category("Trafik"),
            lambda desk, category: desk.change_cards(RenameCategory(category.id, "Resor"), by="Ada"),
        ),
        Act.CATEGORY_RENAMED,
    ),
    "correct": (of(live, lambda desk, copy: desk.correct(copy.article.id, by="Ada")), Act.CORRECTED),
    "import_contacts": (importing("look_into_contacts", "import_contacts"), Act.CONTACTS_SAVED),
    "import_categories": (importing("look_into_categories", "import_categories"), Act.CATEGORY_ADDED),
    "approve_quotes": (of(quoting, approve_quote), Act.QUOTE_APPROVED),
    "withdraw_quote_approval": (
        of(
            quote_approved,
            lambda desk, article: desk.withdraw_quote_approval(
                article, desk.quotes(article)[0].hash, by="Ada"
            ),
        ),
        Act.QUOTE_APPROVAL_WITHDRAWN,
    ),
    "dismiss_finding": (of(draft, dismiss), Act.FINDING_DISMISSED),
    "bring_back_finding": (
        of(
            lambda desk: dismiss(desk, draft(desk)),
            lambda desk, dismissal: desk.bring_back_finding(dismissal, by="Ada"),
        ),
        Act.FINDING_BROUGHT_BACK,
    ),
    "delete": (of(draft, lambda desk, copy: desk.delete(copy.article.id, by="Ada")), Act.DELETED),
    "dispose": (of(overdue, lambda desk, copy: desk.dispose(copy.article.id, by="Ada")), Act.DISPOSED),
    "preserve": (
        lambda desk, folder: partial(desk.preserve, draft(desk).article.id, folder, by="Ada"),
        Act.PRESERVED,
    ),
    "note_handover": (
        of(
            lambda desk: desk.kit(live(desk).article.id),
            lambda desk, kit: desk.note_handover(kit, by="Ada"),
        ),
        Act.HANDED_OVER,
    ),
    "hand_over": (
        lambda desk, folder: partial(desk.hand_over, live(desk).article.id, folder / "kit", by="Ada"),
        Act.HANDED_OVER,
    ),
    "write_for_wordpress": (
        lambda desk, folder: partial(
            desk.write_for_wordpress, [live(desk).article.id], folder / "wp.xml", by="Ada"
        ),
        Act.HANDED_OVER,
    ),
    "save_publish_target": (
        alone(lambda desk, _: desk.save_publish_target(SERVER, by="Ada")),
        Act.TARGET_SAVED,
    ),
    "accept_host_key": (
        of(
            lambda desk: desk.save_publish_target(SERVER, by="Ada"),
            lambda desk, target: desk.accept_host_key(target.name, "ssh-ed25519 AAAA", by="Ada"),
        ),
        Act.TARGET_SAVED,
    ),
    "remove_publish_target": (
        of(
            lambda desk: desk.save_publish_target(SERVER, by="Ada"),
            lambda desk, target: desk.remove_publish_target(target.name, by="Ada"),
        ),
        Act.TARGET_REMOVED,
    ),
    "note_published": (
        alone(lambda desk, _: desk.note_published("webben", Published("a", 1, added=("b",)), by="Ada")),
        Act.SITE_PUBLISHED,
    ),
    "export": (alone(lambda desk, folder: desk.export(folder / "site", by="Ada")), Act.EXPORTED),
    "roll_back": (exported_twice, Act.ROLLED_BACK),
}


def writing_acts():
    public = inspect.getmembers(Desk, inspect.isfunction)
    return {
        name for name, act in public if not name.startswith("_") and WRITES.search(inspect.getsource(act))
    }


def newest(desk):
    with desk._archive.reading() as holdings:
        return max(holdings.log.entries(), key=lambda entry: entry.number, default=None)


def test_there_is_a_scenario_or_a_reason_for_every_act_that_writes():
    assert writing_acts() == SCENARIOS.keys() | EXEMPT.keys()


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_act_that_writes_leaves_an_entry_with_who_did_it(name, desk, tmp_path):
    make_ready, logged = SCENARIOS[name]
    do = make_ready(desk, tmp_path)
    before = newest(desk)

    do()

    entry = newest(desk)
    assert entry != before
    assert entry.act == logged
    assert entry.by in {"Ada", "Bo"}


def test_what_changes_nothing_leaves_no_entry(desk):
    image = desk.add_image(png("navy"), name="a.png", by="Ada")
    desk.add_word("sv", "vallmorabo", by="Ada")
    desk.save_site_profile(SiteProfile("Klarebro"), by="Ada")
    copy = versioned(desk)
    before = newest(desk)

    desk.add_image(png("navy"), name="b.png", by="Ada")
    desk.describe_image(image.id, image.details, by="Ada")
    desk.add_word("sv", "vallmorabo", by="Ada")
    desk.remove_word("sv", "klarebrobo", by="Ada")
    desk.save_site_profile(SiteProfile("Klarebro"), by="Ada")
    desk.save(copy.article, version=copy.version, by="Ada")
    desk.rename_version(copy.article.id, 1, " Ett ", by="Ada")

    assert newest(desk) == before
