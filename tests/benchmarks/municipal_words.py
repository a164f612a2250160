"""A vocabulary of many thousand words as a municipality writes them, made of parts."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from random import Random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# What every Swedish text is full of, the most frequent first.
SMALL_WORDS = _words(
    """
    och i att som på av för med den till det är en de har om inte ett kan från vi ska under du vid
    eller sig så men när din alla också där nu mer efter hos kommer finns blir här få många mellan
    samt över inom redan även andra genom ut in upp varje innan utan hela flera första stor ny nya
    öppet tid dag år vecka
    """
)
COMMON_WORDS = _words(
    """
    kommunen kommunens boende arbetet invånare skolan barn plats information möjlighet hjälp området
    verksamhet beslut nämnden förslag ansökan vatten trafik bygga vägen torget parken centrum
    företag personal elever äldre unga kultur miljö stöd service samråd planen projektet hösten
    våren sommaren vintern måndag fredag
    """
)
FIRST_PARTS = _words(
    """
    skol lek gatu vatten park trafik barn kultur bad idrotts sim bygg miljö energi avfalls
    återvinnings bro cykel buss vinter sommar omsorgs äldre ungdoms fritids biblioteks musei torg
    hamn strand skogs natur vård hälso hem stads lands by närings arbets utbildnings språk möte
    valnämnds budget ekonomi fastighets bostads hyres plan detalj översikts klimat luft buller dag
    natt för grund gymnasie vuxen digital säkerhets kris brand räddnings väg snö halk is belysnings
    fjärr värme el sol vind mark tomt lokal fören studie jul påsk midsommar
    """
)
# A word, how it ends with its article, and how in the plural.
LAST_PARTS = _words(
    """
    plats-en-er hus-et- väg-en-ar park-en-er plan-en-er dag-en-ar arbete-t-n verk-et- lag-et-
    grupp-en-er möte-t-n ledning-en-ar stöd-et- bidrag-et- avgift-en-er tjänst-en-er center--
    gård-en-ar hall-en-ar bro-n-ar stig-en-ar karta-n- rapport-en-er program-met- strategi-n-er
    nämnd-en-er chef-en-er rådgivare-n- lokal-en-er fest-en-er vecka-n- kurs-en-er skola-n- hem-met-
    rum-met- miljö-n-er område-t-n kvarter-et- anläggning-en-ar yta-n- skydd-et- prov-et-
    mätning-en-ar utredning-en-ar utbyggnad-en-er renovering-en-ar stängning-en-ar öppning-en-ar
    bygge-t-n flytt-en-ar
    """
)
PLACES = _words(
    """
    Norr Söder Öster Väster Kvarn Björk Ek Lind Sten Berg Dal Sjö Å Ås Hög Låg Ny Gam Kyrk Klock
    """
)
PLACE_ENDS = _words(
    """
    ängen backen lunden viken hagen udden berga torp lösa by sta näs holmen rum sätra ö
    """
)
AT_PLACES = _words(
    """
    skolan parken bron vägen badet hallen torget kajen gården biblioteket hemmet leden dammen
    stranden verket huset ringen staden
    """
)


@cache
def vocabulary() -> tuple[str, ...]:
    """Return the words, the most frequent first, some eleven thousand."""
    compounds = list(_compounds())
    Random("the order of the compounds").shuffle(compounds)
    return tuple(dict.fromkeys((*SMALL_WORDS, *COMMON_WORDS, *compounds)))


@cache
def cumulative_weights() -> tuple[float, ...]:
    """Return how often the words come, added up, as Zipf found it."""
    return tuple(accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary()))))


@cache
def topic_words() -> tuple[str, ...]:
    """Return words for what only some articles are about: places and what is there, six thousand."""
    return tuple(
        f"{place}{end}s{thing}" if thing else f"{place}{end}"
        for place in PLACES
        for end in PLACE_ENDS
        for thing in ("", *AT_PLACES)
    )


def _compounds() -> Iterator[str]:
    for first in FIRST_PARTS:
        for part in LAST_PARTS:
            stem, definite, plural = part.split("-")
            for end in dict.fromkeys(("", definite, plural)):
                yield f"{first}{stem}{end}"
