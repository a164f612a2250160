"""Websites that show every kind of article, block, mark and language, and one that shows nothing."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from PIL import Image

from editor_app.desk.desk import Desk
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Article, Category, Contact, Correction, Kind, Original, Phone
from editor_app.domain.codec import encode
from editor_app.domain.document import (
    Block,
    Crop,
    Document,
    Emphasis,
    FactTitle,
    Figure,
    Focus,
    Heading,
    Language,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    paragraph,
)
from editor_app.domain.publication import Publication
from editor_app.domain.revision import content_hash, take_snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import (
    AccessibilityStatement,
    Appearance,
    Assessment,
    Compliance,
    Notice,
    NoticeLevel,
    SiteSettings,
)
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawnText
from editor_app.rendering.images import make_renditions
from editor_app.rendering.page_paths import section_path
from editor_app.rendering.renditions import Rendition
from tests.cards import card
from tests.check_site.corpus import many_articles
from tests.site.made_site import SiteContent, plan, write

# What has an address asks there for some of its files, so that no browser can be shown it from a folder.
ADDRESSED = "addressed"
NOW = datetime(2025, 3, 1, 11, 0, tzinfo=UTC)
LANDSCAPE, PORTRAIT = "a" * 64, "b" * 64
SIZES = {LANDSCAPE: (1600, 900), PORTRAIT: (600, 800)}
LIVING = Category("living", "Bygga, bo och miljö", "bygga-bo-och-miljo")
CULTURE = Category("culture", "Uppleva och göra", "uppleva-och-gora")
SCHOOL = Category("school", "Barn och utbildning", "barn-och-utbildning")
PRESS = card(
    "press", "Berit Ågren", "Pressansvarig", "Granviks kommun", "070-174 06 05", "berit.agren@granvik.example"
)
LONG = card(
    "long",
    "Kristoffer Wallenström-Söderbergh",
    "Samhällsbyggnadsförvaltningschef",
    "Samhällsbyggnadsförvaltningen",
    "08-465 004 05",
    "kristoffer.wallenstrom-soderbergh@samhallsbyggnad.granvik.example",
)

MANY = Contact(
    "many",
    "Sara Öberg",
    ("Projektledare", "Pressansvarig"),
    "Gatuenheten",
    "Granviks kommun",
    (Phone("070-174 06 15", "mobil"), Phone("08-465 004 15", "växel, vardagar 8–16.30"), Phone("112")),
    ("sara.oberg@granvik.example", "gatuenheten@samhallsbyggnadsforvaltningen.granvik.example"),
)
SWITCHBOARD = card("switchboard", "Kontaktcenter", phone="1177")


def text(words: str, *marks: Any) -> Span:
    return Span(words, marks)


def row(*cells: str | Span) -> tuple[tuple[Span, ...], ...]:
    return tuple((cell if isinstance(cell, Span) else text(cell),) if cell else () for cell in cells)


OPENING_HOURS = Table(
    (
        row("Dag", "Öppet", "Bokning"),
        row("Måndag–torsdag", "10–18", text("boka på nätet", Link("https://granvik.example/boka"))),
        row("Lördag", text("10–14", Strong()), text("حديقة", Language("ar"))),
        row("Söndag", "", ""),
    ),
    caption="Parkens öppettider",
)
WIDE = Table(
    (
        row("", "Vuxen", "Ungdom", "Pensionär", "Familj", "Förening", "Skola"),
        row("Tillgänglighetsanpassningsbidragsansökan", *("100 kronor per gång",) * 6),
        row("Idrottshallsuthyrning", *("200 kronor per gång",) * 6),
    ),
    header_column=True,
)
HEADED_BY_COLUMN = Table((row("Yta", "3 hektar"), row("Längd", "19 kilometer")), False, True)
ALL_IN_ARABIC = Table(
    tuple(
        row(*(text(cell, Language("ar")) for cell in cells))
        for cells in (("يوم", "ساعة"), ("الاثنين", "10–18"), ("السبت", "10–14"))
    ),
    caption="Öppettider på arabiska",
)

EVERY_BLOCK: tuple[Block, ...] = (
    paragraph("Grävarbetet längs ån är klart. Nu återstår att plantera träden och bygga gångvägen."),
    Paragraph(
        (
            text("Läs "),
            text("hela planen", Link("https://granvik.example/planen?del=1&sida=2")),
            text(", "),
            text("ring växeln", Link("tel:08-465 004 00")),
            text(", "),
            text("skriv till oss", Link("mailto:kommunen@granvik.example")),
            text(" eller läs om "),
            text("badet", Link("article:bath"), Strong()),
            text(". Namnet är "),
            text("viktigt", Strong(), Emphasis()),
            text(". På arabiska heter det "),
            text("حديقة", Language("ar")),
            text(" och på finska "),
            text("puisto", Language("fi"), Emphasis()),
            text(".\nDen här raden är bruten."),
        )
    ),
    Quote((text("Vi har längtat efter en plats vid vattnet, säger Berit Ågren, pressansvarig i Granvik."),)),
    Quote((text("Och den är "), text("öppen för alla", Strong()), text("."))),
    Heading(2, (text("Så går arbetet till"),)),
    paragraph("Först läggs vägen, sedan kommer träden."),
    Heading(3, (text("Det här är kvar"),)),
    ListItem(spans=(text("träden"),)),
    ListItem(level=2, spans=(text("fyra ekar"),)),
    ListItem(level=3, spans=(text("två vid bron"),)),
    ListItem(spans=(text("bänkarna, på arabiska "), text("مقاعد الحديقة", Language("ar")), text(","))),
    ListItem(spans=(text("أشجار جديدة", Language("ar")),)),
    ListItem(level=2, spans=(text("أربع شجرات", Language("ar"), Strong()),)),
    Heading(4, (text("I den här ordningen"),)),
    ListItem(ordered=True, spans=(text("vägen"),)),
    ListItem(ordered=True, level=2, spans=(text("grus"),)),
    ListItem(ordered=True, spans=(text("lamporna"),)),
    Figure(PORTRAIT, alt="En ek med knoppar", caption="Eken vid bron blir kvar.", credit="Siv Ek"),
    Figure(LANDSCAPE, decorative=True),
    Figure(LANDSCAPE, decorative=True, crop=Crop(200, 100, 800, 700), focus=Focus(300, 200)),
    OPENING_HOURS,
    WIDE,
    HEADED_BY_COLUMN,
    ALL_IN_ARABIC,
    FactTitle((text("Fakta om parken"),)),
    Paragraph((text("Parken är "), text("tre hektar", Strong()), text(" stor.")), boxed=True),
    Heading(3, (text("Växter"),), boxed=True),
    ListItem(spans=(text("ek"),), boxed=True),
    ListItem(spans=(text("hägg"),), boxed=True),
    Quote((text("Häggen blommar först."),), boxed=True),
    FactTitle((text("Fakta om ån"),)),
    Paragraph((text("Ån är nitton kilometer lång."),), boxed=True),
    paragraph("Invigningen är i maj."),
)


EVERY_SETTING = SiteSettings(
    Appearance("#7a1f4b", LANDSCAPE),
    notices=(
        Notice(text="Kommunhuset stänger klockan 12 på skärtorsdagen."),
        Notice(NoticeLevel.WARNING, "Ishalka på gång- och cykelvägarna i hela kommunen under kvällen."),
        Notice(
            NoticeLevel.CRISIS,
            "Koka dricksvattnet i Granvik, Åsby och Samhällsbyggnadsområdet tills vidare.",
            "Boil tap water in Granvik and Åsby until further notice.",
            "article:crisis",
            "Läs om dricksvattnet",
        ),
    ),
    pinned_ids=("bath", "long", "gone"),
    has_contact_pages=True,
    has_ninjs=True,
    about=(
        "Webbplatsen innehåller nyheter från Granviks kommun.\n\n## Så arbetar vi\n\nVi granskar varje text."
        "\n- Skriv till kommunen@granvik.example.\n- Läs mer på https://granvik.example/tillganglighetsarbete."
    ),
    statement=AccessibilityStatement(
        Compliance.PARTIAL,
        ("Kartor kan inte läsas av skärmläsare.",),
        ("Inskannade protokoll från före 2015.",),
        ("Filmer från före den 23 september 2020.",),
        Assessment.EXTERNAL,
        "Granskningen gjordes av Granskarna AB.",
        date(2025, 1, 14),
        date(2023, 5, 2),
        date(2025, 2, 3),
    ),
)


def article(article_id: str, title: str, days_old: float, **changes: Any) -> Publication:
    plain = Article(
        article_id,
        title=title,
        lead="Kommunen berättar mer när arbetet är klart.",
        body=Document((paragraph("Arbetet följer planen."),)),
    )
    snapshot = replace(take_snapshot(plain, LIVING, [PRESS]), **changes)
    approved = NOW - timedelta(days=days_old)
    first = approved - timedelta(days=1) if days_old > 3 else approved
    return Publication(snapshot, content_hash(encode(snapshot)), approved, first)


def every_article() -> tuple[Publication, ...]:
    everything = Document(EVERY_BLOCK)
    return (
        article(
            "park",
            "Parken vid ån växer fram",
            1,
            lead="I maj öppnar parken. Då finns här en lekplats, en brygga och en väg runt ån.",
            body=everything,
            contacts=(PRESS, LONG, MANY, SWITCHBOARD),
            corrections=(
                Correction(date(2025, 2, 27), "Ån är nitton kilometer lång, inte nitton mil."),
                Correction(date(2025, 2, 28), "Parkens öppettider på söndagar var fel."),
            ),
            hero=Figure(LANDSCAPE, alt="Ån i kvällsljus", caption="Ån i kvällsljus.", credit="Siv Ek"),
            related_ids=("bath", "crisis", "finnish"),
            record_number="KS 2025/17",
        ),
        article("bath", "Badet öppnar igen", 5, kind=Kind.INFORMATION, category=CULTURE, body=everything),
        article(
            "long",
            "Samhällsbyggnadsförvaltningens tillgänglighetsanpassningar av kollektivtrafikhållplatserna",
            6,
            kind=Kind.PRESS_RELEASE,
            category=SCHOOL,
            hero=Figure(PORTRAIT, alt="En hållplats", crop=Crop(0, 200, 600, 400), focus=Focus(500, 300)),
        ),
        article("water", "Vattnet stängs av på Storgatan", 0.5, kind=Kind.SERVICE_NOTICE, lead=""),
        article("crisis", "Koka dricksvattnet i Granvik", 0.2, kind=Kind.CRISIS, contacts=()),
        article(
            "english",
            "A park by the river",
            2,
            language="en",
            version_of=Original("park"),
            lead="The park opens in May.",
            body=Document((paragraph("Come and see it."), *EVERY_BLOCK[2:4])),
            hero=Figure(LANDSCAPE, alt="The river", caption="The river.", credit="Siv Ek"),
        ),
        article(
            "arabic",
            "الحديقة تفتح في مايو",
            3,
            language="ar",
            version_of=Original("park"),
            lead="الحديقة قرب النهر.",
            body=Document(
                (
                    paragraph("أهلا وسهلا."),
                    Quote((text("نحن سعداء"),)),
                    ListItem(spans=(text("شجرة"),)),
                    Table((row("يوم", "ساعة"), row("الاثنين", "10–18"))),
                    FactTitle((text("حقائق"),)),
                    Paragraph((text("الحديقة كبيرة."),), boxed=True),
                )
            ),
            corrections=(Correction(date(2025, 2, 27), "الحديقة ثلاثة هكتارات."),),
            contacts=(MANY,),
            hero=Figure(LANDSCAPE, alt="نهر", caption="نهر", credit="Siv Ek"),
        ),
        article(
            "finnish",
            "Puisto avataan toukokuussa",
            4,
            language="fi",
            version_of=Original("park"),
            lead="Puisto on joen rannalla.",
            body=Document((paragraph("Tervetuloa."),)),
            category=None,
        ),
        article(
            "meankieli",
            "Puisto aukeaa maijissa",
            7,
            language="fit",
            lead="",
            body=Document((paragraph("Tervetuloa."),)),
        ),
    )


def every_withdrawal() -> tuple[WithdrawnText, ...]:
    """Return a withdrawn article for each reason, and in each direction and way of telling it."""
    reasons = {
        WithdrawalReason.WRONG: "Bron stängs inte i mars, utan i april.",
        WithdrawalReason.OUT_OF_DATE: "",
        WithdrawalReason.UNLAWFUL: "Namnet på en enskild person stod i texten.",
        WithdrawalReason.MERGED: "",
        WithdrawalReason.OTHER: "Samhällsbyggnadsförvaltningens tillgänglighetsanpassningsarbete skjuts upp.",
    }
    texts = [(reason, "sv", words) for reason, words in reasons.items()]
    texts += [(WithdrawalReason.WRONG, language, "") for language in ("en", "ar", "fi")]
    return tuple(
        WithdrawnText(
            article(
                f"{reason}-{language}", f"Bron på Storgatan ({reason}, {language})", 9, language=language
            ).snapshot,
            Withdrawal(reason, "Bo Ek", NOW - timedelta(days=2), words, instead_id),
            instead_id,
        )
        for (reason, language, words), instead_id in zip(texts, cycle(("long", "arabic", "")))
    )


def page_image(rendition: Rendition) -> bytes:
    shades = Image.linear_gradient("L").resize(SIZES[rendition.image_id])
    output = io.BytesIO()
    Image.merge("RGB", (shades.point(lambda value: value // 2), shades, shades)).save(output, "PNG")
    return make_renditions(output.getvalue(), rendition.crop, [rendition.width])[rendition.width]


def build_sites(folder: Path) -> list[Path]:
    """Build the sites below `folder` and return theirs."""
    profile = SiteProfile(
        name="Granviks kommun",
        phone="08-465 004 00",
        email="kommunen@granvik.example",
        visiting_address="Storgatan 1, Granvik",
    )
    bare = SiteProfile(name="Granvik")
    names = ("cover", "empty", ADDRESSED, "samples", "reviews")
    cover, empty, addressed, samples, reviews = (folder / name for name in names)
    categories = (LIVING, CULTURE, SCHOOL)
    many = many_articles(NOW, EVERY_BLOCK, tuple(SIZES), categories, (PRESS, LONG, MANY))
    content = SiteContent(
        profile,
        categories,
        every_article() + many,
        SIZES,
        page_image,
        settings=EVERY_SETTING,
        contacts=(PRESS, LONG, MANY),
        former_sections={
            section_path(Category("", "", slug)): SCHOOL.id for slug in ("skola", "forskola-och-grundskola")
        },
        former_contacts={"kontakter/pressjouren/index.html": (PRESS.id,)},
        withdrawn=every_withdrawal(),
    )
    write(plan(content, NOW), cover)
    write(plan(SiteContent(bare, (), (), {}, page_image), NOW), empty)
    known = msgspec.structs.replace(profile, base_url="https://granvik.example/nytt/")
    write(plan(msgspec.structs.replace(content, profile=known, publications=every_article()), NOW), addressed)
    desk = open_desk(folder / "samples.sqlite3", create=True, with_samples=True)
    try:
        # The address of the samples is made up, and 404.html would ask there for its stylesheet.
        desk.save_site_profile(msgspec.structs.replace(desk.site_profile(), base_url=""), by="Ada")
        desk.export(samples, by="Ada")
        write_reviews(desk, reviews)
    finally:
        desk.close()
    return [cover, empty, addressed, samples, reviews]


def write_reviews(desk: Desk, folder: Path) -> None:
    """Write files to comment on, each also as a mail program shows it that runs no scripts."""
    folder.mkdir()
    texts = [desk.open(summary.id).article for summary in desk.articles()]
    longest = max(texts, key=lambda article: len(article.body.blocks))
    foreign = [article for article in texts if article.language != "sv"]
    for article in (longest, *foreign):
        path = folder / f"{article.slug or article.id}.html"
        desk.export_review(article.id, path, by="Ada Ek", answer_by=date(2026, 12, 4))
        html = path.read_text(encoding="utf-8")
        still, count = re.subn(r"<script>.*?</script>", "", html, flags=re.DOTALL)
        assert count == 1
        path.with_stem(f"{path.stem}-without-script").write_text(still, encoding="utf-8")
