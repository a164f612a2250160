"""Random days in a newsroom: acts that change the website, chosen by a seed."""

import random
from datetime import UTC, datetime, timedelta

import msgspec

from editor_app.desk.card_values import MergeContacts, RenameCategory
from editor_app.domain.article import Contact, Kind, Original, Phone
from editor_app.domain.document import Document, Link, Paragraph, Span, paragraph
from editor_app.domain.errors import EditorAppError
from editor_app.domain.site_settings import Notice
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide

BEGIN = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
TITLES = ("Ny bro", "Simhallen", "Vägen stängs", "Biblioteket öppnar", "Träd fälls", "Ny förskola")


class StandingClock:
    """A clock that goes only when somebody moves it, and a little for each act."""

    def __init__(self):
        self.now = BEGIN

    def __call__(self):
        return self.now


class Newsroom:
    """A desk at which somebody does one thing after another."""

    def __init__(self, desk, clock, seed, images=()):
        self.desk = desk
        self.clock = clock
        self.chance = random.Random(seed)
        self.categories = [desk.add_category(name, by="Ada") for name in ("Bygga och bo", "Kultur")]
        self.contacts = [self._contact(name) for name in ("Åsa Öberg", "Bo Ek")]
        self.images = images
        self.ids = []
        self.drafts = []
        self.done = []

    def act(self):
        """Do something that somebody might do."""
        self.clock.now += timedelta(minutes=self.chance.choice((1, 7, 60)))
        acts = (
            (self.publish, 5),
            (self.edit, 5),
            (self.translate, 3),
            (self.begin, 1),
            (self.delete, 1),
            (self.withdraw, 2),
            (self.wait, 2),
            (self.call_differently, 1),
            (self.merge, 1),
            (self.rename, 1),
            (self.set_up, 1),
        )
        act = self.chance.choices([one for one, _weight in acts], [weight for _one, weight in acts])[0]
        try:
            act()
            self.done.append(act.__name__)
        except EditorAppError as refused:
            self.done.append(f"{act.__name__}: {type(refused).__name__}")

    def publish(self):
        created = self.desk.create(by="Ada", kind=self.chance.choice(list(Kind)))
        title = f"{self.chance.choice(TITLES)} {len(self.ids)}"
        article = msgspec.structs.replace(
            created.article, title=title, lead="Läs mer här.", **self._details()
        )
        self._approve(self.desk.save(article, version=created.version, by="Ada"))
        self.ids.append(created.article.id)

    def edit(self):
        if not self.ids:
            return
        copy = self.desk.open(self.chance.choice(self.ids))
        changes = self._details()
        changed = self.chance.sample(sorted(changes), self.chance.randint(0, 3))
        article = msgspec.structs.replace(copy.article, **{name: changes[name] for name in changed})
        if self.chance.random() < 0.6:
            article = msgspec.structs.replace(article, title=f"{self.chance.choice(TITLES)} igen")
        if self.chance.random() < 0.2:
            article = msgspec.structs.replace(article, kind=self.chance.choice(list(Kind)))
        self._approve(self.desk.save(article, version=copy.version, by="Ada"))

    def translate(self):
        if not self.ids:
            return
        language = self.chance.choice(("en", "ar", "fi"))
        copy = self.desk.begin_language_version(self.chance.choice(self.ids), language, by="Ada")
        article = msgspec.structs.replace(copy.article, title=f"{language} {len(self.ids)}")
        self._approve(self.desk.save(article, version=copy.version, by="Ada"))
        self.ids.append(article.id)

    def begin(self):
        """Write what others may lead to before it is published, if ever."""
        self.drafts.append(self.desk.create(by="Ada").article.id)

    def delete(self):
        if self.drafts:
            self.desk.delete(self.drafts.pop(0), by="Ada")

    def withdraw(self):
        live = [id_ for id_ in self.ids if self.desk.open(id_).standing.live is LiveSide.LIVE]
        if live:
            gone = self.chance.choice(live)
            instead = self.chance.choice([*self.ids, ""])
            self.desk.withdraw(
                gone, WithdrawalReason.WRONG, by="Bo", replacement_id="" if instead == gone else instead
            )

    def wait(self):
        self.clock.now += timedelta(hours=self.chance.choice((3, 20, 50, 24 * 40)))

    def call_differently(self):
        contact = self.chance.choice(self.contacts)
        number = self.chance.randint(10, 99)
        # An address has no capital letters: they change a name that keeps its page. Another name moves it,
        # and a namesake moves two.
        names = (contact.name, contact.name.upper(), f"{contact.name} Dahl", self.contacts[0].name)
        name = names[number % len(names)]
        roles = ("Handläggare",) if number % 3 else ()
        phones = (Phone(f"070-174 06 {number}"),)
        changed = msgspec.structs.replace(contact, name=name, roles=roles, phones=phones)
        self.desk.save_contact(changed, by="Ada")

    def merge(self):
        """Let one contact stand for another, whose name a new one gets."""
        kept, gone = self.chance.sample(self.contacts, 2)
        self.desk.change_cards(MergeContacts((kept.id, gone.id), kept), by="Ada")
        self.contacts[self.contacts.index(gone)] = self._contact(gone.name)

    def rename(self):
        category = self.chance.choice(self.desk.categories())
        name = f"Ämne {self.chance.randint(1, 9)}"
        self.desk.change_cards(RenameCategory(category.id, name), by="Ada")

    def set_up(self):
        settings = self.desk.site_settings()
        settings = msgspec.structs.replace(
            settings,
            has_contact_pages=self.chance.random() < 0.7,
            has_ninjs=self.chance.random() < 0.5,
            pinned_ids=tuple(self.chance.sample(self.ids, min(2, len(self.ids)))),
            notices=(Notice(text="Stängt i dag", ends_at=self.clock.now + timedelta(hours=10)),),
        )
        self.desk.save_site_settings(settings, by="Ada")
        base = self.chance.choice(("", "https://www.klarebro.example/"))
        profile = msgspec.structs.replace(self.desk.site_profile(), base_url=base)
        self.desk.save_site_profile(profile, by="Ada")

    def _details(self):
        chance = self.chance
        body = [paragraph(f"Det handlar om {chance.randint(1, 99)} saker.")]
        if self.ids and chance.random() < 0.4:
            body.append(Paragraph((Span("Så gick det till", (Link(f"article:{chance.choice(self.ids)}"),)),)))
        now = self.clock.now
        others = [*self.ids, *self.drafts]
        return {
            "body": Document(tuple(body)),
            "category_id": chance.choice([None, *(one.id for one in self.categories)]),
            "contact_ids": tuple(one.id for one in self.contacts if chance.random() < 0.5),
            "related_ids": tuple(chance.sample(others, min(len(others), chance.choice((0, 0, 1, 3))))),
            "language": chance.choice(("sv", "sv", "sv", "en", "ar")),
            "version_of": Original(chance.choice(self.ids)) if self.ids and chance.random() < 0.3 else None,
            "publish_at": chance.choice(
                (None, None, now - timedelta(days=chance.randint(1, 500)), now + timedelta(hours=30))
            ),
            "unpublish_at": chance.choice((None, None, None, now + timedelta(days=chance.randint(2, 60)))),
            "hero": chance.choice([None, *self.images]),
        }

    def _approve(self, copy):
        self.desk.submit(copy.article.id, by="Ada")
        self.desk.approve(copy.article.id, by="Bo")

    def _contact(self, name):
        return self.desk.save_contact(Contact("", name, phones=(Phone("070-174 06 05"),)), by="Ada")
