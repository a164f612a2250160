"""Run by the program of a version, as its last commit has it, to leave an archive for later tests.

In a work tree of that commit: PYTHONPATH=. python FOLDER/fill.py version-N.sqlite3
"""

import io
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from inspect import signature
from pathlib import Path

import msgspec
from PIL import Image

from editor_app.desk.opening import open_desk
from editor_app.domain.article import Contact, Kind
from editor_app.domain.document import Document, Figure, paragraph


class Clock:
    now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now


def picture():
    image = Image.new("RGB", (48, 32), (200, 40, 30))
    image.paste((20, 90, 160), (0, 0, 24, 32))
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()


def someone():
    id_, name, organisation = "c0000000-0000-4000-8000-000000000001", "Åsa Öberg", "Klarebro kommun"
    role, number, email = "Projektledare", "070-174 06 21", "asa.oberg@klarebro.example"
    # Since version 5 there may be several of these.
    if hasattr(Contact, "roles"):
        details = {"roles": [role], "phones": [{"number": number}], "emails": [email]}
    else:
        details = {"role": role, "phone": number, "email": email}
    return msgspec.convert({"id": id_, "name": name, "organisation": organisation, **details}, Contact)


def write(desk, title, lead, *blocks, kind=Kind.NEWS, **details):
    created = desk.create(by="Ada", kind=kind)
    article = msgspec.structs.replace(
        created.article, title=title, lead=lead, body=Document(blocks), **details
    )
    return desk.save(article, version=created.version, by="Ada")


def approve(desk, copy):
    desk.submit(copy.article.id, by="Ada")
    return desk.approve(copy.article.id, by="Bo")


def _by_ada(act):
    """Return who does `act`, where it asks: since version 5 every act does."""
    return {"by": "Ada"} if "by" in signature(act).parameters else {}


def fill(desk):
    building, school = (desk.add_category(name) for name in ("Bygga och bo", "Förskola och skola"))
    contact = desk.save_contact(someone())
    figure = Figure(
        desk.add_image(picture(), name="bron.png", **_by_ada(desk.add_image)).id,
        alt="Den nya bron",
        caption="Bron öppnar i maj.",
        credit="Foto: Klarebro kommun",
    )
    approve(
        desk,
        write(
            desk,
            "Ny gångbro över Klarån",
            "Bron öppnar den 4 maj.",
            paragraph("Bron är 40 meter lång och har räcken av ek."),
            figure,
            paragraph("Åk gärna dit – é, ü och 😀 får följa med."),
            category_id=building.id,
            contact_ids=(contact.id,),
            internal_note="Ring Åsa före lunch.",
        ),
    )
    live = approve(
        desk,
        write(
            desk,
            "Biblioteket har öppet på lördagar",
            "Från och med mars.",
            paragraph("Klockan 10 till 14."),
            kind=Kind.INFORMATION,
            category_id=school.id,
            contact_ids=(contact.id,),
        ),
    )
    edited = msgspec.structs.replace(
        live.article,
        title="Biblioteket har öppet alla lördagar",
        lead="Från och med april.",
        body=Document((paragraph("Klockan 10 till 15."),)),
    )
    desk.save(edited, version=live.version, by="Ada")
    waiting = write(
        desk,
        "Skolstart i Klarebro",
        "Höstterminen börjar den 17 augusti.",
        paragraph("Fritids öppnar en vecka tidigare."),
        category_id=school.id,
        contact_ids=(contact.id,),
    )
    desk.submit(waiting.article.id, by="Ada")
    draft = write(desk, "Utkast om sopor", "", paragraph("Skrivs klart i morgon."))
    if hasattr(desk, "add_word"):
        desk.save_version(draft.article.id, version=draft.version, by="Ada", name="Till chefen")
        desk.add_word("sv", "gångbroräcke", **_by_ada(desk.add_word))


def main(path):
    desk = open_desk(path, create=True, clock=Clock())
    fill(desk)
    desk.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("VACUUM")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
