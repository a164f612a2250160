"""What is being done when a process dies: the archives that there are before, and what is done to each."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PIL import Image

from editor_app.archive.sqlite_file import header_stamp
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.desk import keeping
from editor_app.desk.card_values import MergeContacts
from editor_app.desk.keeping import BackupKind
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Contact, Kind, Phone
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.policy import Policy
from editor_app.domain.retention import RetentionRule
from editor_app.domain.withdrawal import WithdrawalReason

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
MADE = Path(__file__).parents[1] / "archive" / "made_by"
TABLE = "Namn;Telefon\nÅsa Öberg;070-174 06 21\nEva Ek;070-174 06 22\n"


def article_id(desk, title):
    return next(line.id for line in desk.articles() if line.title.startswith(title))


def contact_named(desk, name):
    return next(contact for contact in desk.contacts() if contact.name == name)


def older_archive(path):
    """Copy the newest of the archives that older programs made."""
    stamps = {made: header_stamp(made).version for made in MADE.glob("*.sqlite3")}
    older = max((made for made in stamps if stamps[made] < ARCHIVE_VERSION), key=stamps.__getitem__)
    shutil.copyfile(older, path)


def newsroom(path):
    """Make an archive with an article that is approved, and one that is submitted."""
    desk = open_desk(path, create=True)
    category = desk.add_category("Trafik")
    contacts = tuple(
        desk.save_contact(Contact("", name, phones=(Phone("08-465 004 00"),)))
        for name in ("Åsa Öberg", "Asa Oberg")
    )
    for title, contact in zip(("Bron", "Vägen"), contacts, strict=True):
        created = desk.create(by="Ada")
        image = desk.add_image(_png(title), name=f"{title}.png", by="Ada")
        article = msgspec.structs.replace(
            created.article,
            title=title,
            lead="Öppnar i maj.",
            body=Document((paragraph("Ord. " * 2000), Figure(image.id, alt="En väg."))),
            category_id=category.id,
            contact_ids=(contact.id,),
        )
        desk.save(article, version=created.version, by="Ada")
        desk.submit(created.article.id, by="Ada")
    desk.approve(article_id(desk, "Bron"), by="Bo")
    desk.close()


def newsroom_of_two_steps(path):
    """Make an archive in which to approve is not yet to publish."""
    newsroom(path)
    desk = open_desk(path)
    desk.save_policy(Policy(publishes_on_approval=False), by="Ada")
    desk.close()


def newsroom_that_disposes(path):
    """Make an archive in which the approved article has been taken down, and need not be kept."""
    newsroom(path)
    desk = open_desk(path)
    rule = RetentionRule(years=0, preserved_first=False)
    desk.save_policy(Policy(retention={Kind.NEWS: rule}), by="Ada")
    withdraw(desk)
    desk.close()


def newsroom_with_backup(path):
    """Make an archive with a backup in which the last approval is not there yet."""
    newsroom(path)
    keeping.back_up(path, BackupKind.DAILY, now=NOW)
    desk = open_desk(path)
    approve(desk)
    desk.close()


def approve(desk):
    desk.approve(article_id(desk, "Vägen"), by="Bo")


def publish(desk):
    approve(desk)
    desk.publish(article_id(desk, "Vägen"), by="Bo")


def save(desk):
    copy = desk.open(article_id(desk, "Vägen"))
    article = msgspec.structs.replace(copy.article, title="Vägen är klar", body=Document((paragraph("Ny."),)))
    desk.save(article, version=copy.version, by="Ada")


def take_back_and_submit(desk):
    desk.take_back(article_id(desk, "Vägen"), by="Ada")
    desk.submit(article_id(desk, "Vägen"), by="Ada")


def restore_version(desk):
    copy = desk.open(article_id(desk, "Bron"))
    article = msgspec.structs.replace(copy.article, title="Bron är klar")
    changed = desk.save(article, version=copy.version, by="Ada")
    desk.restore(copy.article.id, 1, version=changed.version, by="Ada")


def withdraw(desk):
    desk.withdraw(article_id(desk, "Bron"), WithdrawalReason.OUT_OF_DATE, by="Bo", words="Bron är stängd.")


def merge_contacts(desk):
    twice = [contact_named(desk, name) for name in ("Åsa Öberg", "Asa Oberg")]
    desk.change_cards(MergeContacts(tuple(contact.id for contact in twice), twice[0]), by="Ada")


def delete(desk):
    desk.delete(article_id(desk, "Vägen"), by="Ada", with_images=True)


def dispose(desk):
    desk.dispose(article_id(desk, "Bron"), by="Ada")


def with_desk(act):
    """Return what does `act` with a desk on the archive."""

    def run(path, _come_nearer):
        desk = open_desk(path)
        act(desk)
        desk.close()

    return run


def import_contacts(path, _come_nearer):
    table = path.with_name("names.csv")
    table.write_text(TABLE, encoding="utf-8")
    desk = open_desk(path)
    desk.import_contacts(desk.look_into_contacts(table), by="Ada")
    desk.close()
    table.unlink()


def upgrade(path, _come_nearer):
    open_desk(path).close()


def back_up(path, come_nearer):
    keeping.back_up(path, BackupKind.DAILY, now=NOW, progress=come_nearer)


def restore_backup(path, _come_nearer):
    keeping.restore_backup(keeping.backups_of(path)[-1].path, path, now=NOW, by="Ada")


# What there is before, and what is done to it.
ACTS = {
    "approve": (newsroom, with_desk(approve)),
    "publish": (newsroom_of_two_steps, with_desk(publish)),
    "save": (newsroom, with_desk(save)),
    "submit": (newsroom, with_desk(take_back_and_submit)),
    "withdraw": (newsroom, with_desk(withdraw)),
    "restore_version": (newsroom, with_desk(restore_version)),
    "merge_contacts": (newsroom, with_desk(merge_contacts)),
    "import_contacts": (newsroom, import_contacts),
    "delete": (newsroom, with_desk(delete)),
    "dispose": (newsroom_that_disposes, with_desk(dispose)),
    "upgrade": (older_archive, upgrade),
    "backup": (newsroom, back_up),
    "restore_backup": (newsroom_with_backup, restore_backup),
}


def _png(title):
    data = io.BytesIO()
    Image.new("RGB", (30, 20), (len(title), 90, 160)).save(data, "PNG")
    return data.getvalue()
