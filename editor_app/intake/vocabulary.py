"""What municipal pages say around their articles, in Swedish and English, as tables.

Lines are compared in lower case and without the colon, arrow or ellipsis at their end.
"""

import re
from collections.abc import Mapping

from editor_app.domain.article import Kind

KIND_LABELS: Mapping[str, Kind] = {
    "nyhet": Kind.NEWS,
    "nyheter": Kind.NEWS,
    "news": Kind.NEWS,
    "news item": Kind.NEWS,
    "pressmeddelande": Kind.PRESS_RELEASE,
    "pressmeddelanden": Kind.PRESS_RELEASE,
    "press release": Kind.PRESS_RELEASE,
    "information": Kind.INFORMATION,
    "driftinformation": Kind.SERVICE_NOTICE,
    "driftstörning": Kind.SERVICE_NOTICE,
    "driftmeddelande": Kind.SERVICE_NOTICE,
    "service notice": Kind.SERVICE_NOTICE,
    "service information": Kind.SERVICE_NOTICE,
    "krisinformation": Kind.CRISIS,
    "krismeddelande": Kind.CRISIS,
    "crisis information": Kind.CRISIS,
}
# Words that stand in menus as well.
MENU_LABELS = frozenset({"nyheter", "pressmeddelanden", "information"})


def _phrases(table: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in table.split("|"))


def _any_of(table: str) -> re.Pattern[str]:
    """The lines of `table` are alternatives; spaces around them are its layout."""
    return re.compile("|".join(line.strip() for line in table.split("\n") if line.strip()), re.IGNORECASE)


# What stands above articles: the last one of them ends the page's top.
MENU_WORDS = _phrases("""
    translate|språk|languages|language|other languages|in english|svenska|english|telefon|phone|
    kontakt|contact|kontakta oss|contact us|öppna mobilmenyn|stäng mobilmenyn|öppna menyn|stäng menyn|
    open menu|close menu|
    meny|menu|huvudmeny|mobilmeny|undermeny|sök|search|sök på webbplatsen|stäng|close|stäng meddelande|
    hoppa till innehåll|hoppa till huvudinnehåll|hoppa till innehållet|hoppa till huvudinnehållet|
    gå till innehåll|gå till innehållet|till innehållet|skip to content|skip to main content|
    start|startsida|startsidan|till startsidan|hem|home|logga in|log in|mina sidor|självservice|e-tjänster|
    e-tjänster och blanketter|lättläst|teckenspråk|sign language|anpassa|tillgänglighet|
    godkänn alla|godkänn|acceptera|acceptera alla|endast nödvändiga|neka|inställningar för kakor|
    jag förstår|accept|accept all|decline|du är här|you are here|lyssna på sidan
""")

# What the page puts anywhere, also between title and lead.
BUTTONS = _phrases("""
    lyssna|lyssna på sidan|listen|dela|dela sidan|dela artikeln|share|share this page|skriv ut|skriv ut sidan|
    print|dela på facebook|dela på linkedin|dela på x|dela på twitter|dela via e-post|
    dela på sociala medier|dela i sociala medier|kopiera länk|copy link|
    facebook|linkedin|twitter|instagram|youtube|tipsa|tipsa en vän|till toppen|till sidans topp|
    tillbaka till toppen|upp|back to top|translate|öppna mobilmenyn|hoppa till innehåll|
    hoppa till huvudinnehåll|skip to content|skip to main content|tillbaka|back|visa större bild|
    ladda ner bild|stäng
""")

# Headings of what stands below articles: all below them is the page's own, but for contacts.
TAIL_HEADINGS = _any_of(r"""
    andra har (?:även |också )?läst
    relaterade (?:nyheter|artiklar|sidor|länkar)
    (?:fler|senaste|andra|aktuella)(?: \w+)? (?:nyhet(?:er|erna)|artiklar|pressmeddelanden)
    senaste nytt
    (?:hjälpte|hade du nytta av) (?:den här |denna )?(?:informationen|sidan|artikeln)(?: dig)?
    hittade du (?:det|vad|den information) du (?:sökte|letade efter)
    var (?:informationen|sidan) till hjälp
    om webbplatsen|hantera kakor|sidfot|tillgänglighetsredogörelse|behandling av personuppgifter
    besöksadress|postadress|fakturaadress|organisationsnummer
    (?:people|others) (?:have )?also read
    related (?:news|articles|pages|links)
    (?:more|latest|other|recent) (?:news|articles|press releases)
    did (?:this|the) .{3,30} help(?: you)?
    did you find what you were looking for
    was this page helpful
    about (?:the|this) (?:web ?site|site)
    accessibility statement|footer|visiting address|postal address
""")
# The same, unless running text comes below: these also lead to other pages from within an article.
WEAK_TAIL_HEADINGS = _any_of(r"""
    läs (?:också|även|mer|vidare)|mer att läsa|mer information|relaterat|relaterad information|genvägar
    följ oss(?: i sociala medier| på .+)?
    read (?:also|more|next)|also read|related(?: information)?|follow us
""")
FOOTER_LINE = _any_of(r"""
    ©.*|copyright\b.*
    org(?:anisations)?[.-]?(?:nr|nummer)\b.*
    sidansvarig\b.*|innehållsansvarig\b.*|ansvarig utgivare\b.*
    (?:senast )?publicerad av\b.*|published by\b.*
""")

CONTACT_HEADINGS = _any_of(r"""
    (?:press|medie|media)?kontakt(?:er|person|personer|uppgifter|information)?(?: för (?:media|press|medier))?
    kontakt(?:er|person|personer)? för (?:frågor|mer information)
    kontakta (?:oss|.{2,40})
    (?:för )?(?:mer|ytterligare) (?:information|upplysningar)(?:,? (?:kontakta|ges av|lämnas av))?
    (?:har du |vid )?frågor(?: besvaras av|,? kontakta)?|vid frågor.{0,30}
    vill du veta mer
    (?:press |media )?contacts?(?: (?:us|persons?|details|information|for (?:the )?(?:media|press)))?
    (?:for )?(?:more|further) information(?:,? (?:please )?contact)?
    questions
""")
PHONE_LABELS = (
    r"(?:telefon|tel\.?|tfn) ?(?:vx|växel)|(?:direkt)?telefon(?:nummer)?|tel|tfn|"
    r"mobil(?:telefon|nummer)?|växel|direkt|"
    r"phone(?: number)?|telephone|mobile|cell|switchboard"
)
# The labels of phone numbers that tell one of a contact's numbers from another.
TOLD_APART = ("växel", "mobil", "direkt", "switchboard", "mobile", "cell")
EMAIL_LABELS = r"e-?post(?:adress)?|e-?mail(?: address)?|mejl(?:adress)?|mail|epostadress"
NAME_LABELS = r"namn|name|kontaktperson|contact person|presskontakt|kontakt|contact|press contact"

FACT_TITLES = _any_of(r"""
    (?:korta? |snabba? )?fakta(?:ruta)?\b.*
    (?:det här|detta) gäller\b.*
    kort om\b.*|bra att veta\b.*|visste du att\b.*
    (?:quick )?facts?\b.*|fact box\b.*
    good to know\b.*|in brief\b.*|at a glance\b.*|did you know\b.*
""")

_SAYING = (
    "säger|sa|sade|berättar|menar|förklarar|tycker|konstaterar|fortsätter|tillägger|påpekar|understryker|"
    "betonar|hälsar|kommenterar|avslutar|svarar|summerar|uppmanar|lovar|tror|"
    "says|said|explains|adds|notes|comments|continues|concludes|tells"
)
SPEECH = re.compile(rf"[,.?!…”\"]\s*(?:{_SAYING})\b", re.IGNORECASE)
CREDIT = re.compile(
    r"(?:text(?: och (?:foto|bild))?|foto|bild|fotograf|illustration|bildtext|photo|image|picture)\s*:",
    re.IGNORECASE,
)
CATEGORY_LABEL = re.compile(
    r"(?:kategori(?:er)?|ämne(?:n|sområde)?|område|category|topic|subject)\s*:\s*(\S.*)", re.IGNORECASE
)

SWEDISH_WORDS = frozenset(
    {"och", "att", "det", "som", "är", "för", "på", "med", "den", "till", "av", "inte", "har", "om", "vi"}
)
ENGLISH_WORDS = frozenset(
    {"and", "the", "of", "to", "is", "that", "it", "with", "are", "was", "this", "on", "as", "we", "from"}
)


_SENDER = re.compile(r"(?<=^pressmeddelande) från .{2,40}|(?<=^press release) from .{2,40}")


def key(text: str) -> str:
    """Return `text` as the tables have it."""
    return text.casefold().strip(" :…?»›>→▸▾▼+").strip()


def kind_named(text: str) -> Kind | None:
    """Return the kind that `text` is the label of, as "Pressmeddelande från Klara kommun" is too."""
    return KIND_LABELS.get(_SENDER.sub("", key(text)))
