"""Files to begin words of one's own with: what belongs in each, and an example that says nothing yet."""

from collections.abc import Iterator

from editor_app.checks.word_lists import (
    ABBREVIATIONS,
    ACRONYMS,
    EMPTY_LINK_TEXTS,
    NAMES,
    PASSIVES,
    PLAINER,
    RULES,
)
from editor_app.translation import N_, _

_HOW = N_("Lines that begin with # say nothing. Take the # away from an example, or write lines of your own.")
_EXAMPLES = {
    ACRONYMS: (N_("Letter words that need no explanation, one a line."), "BMN"),
    NAMES: (N_("Names that are spelt as they should be, one a line."), "Maja Sundh"),
    ABBREVIATIONS: (N_("Abbreviations, and what they are spelt out as."), "hpl = hållplats"),
    PLAINER: (
        N_("Hard words and plainer ones: each form by the same form, or one that fits all of them."),
        "erlägga | erlägger | erlade = betala | betalar | betalade",
    ),
    RULES: (
        N_("Your own rules: a word, what you say instead and, behind a semicolon, why."),
        "vaktmästare = fastighetsskötare ; Så heter yrket hos oss sedan 2024.",
    ),
    PASSIVES: (N_("Verbs in -s that hide who acts, one or more a line."), "asfalteras asfalterades"),
    EMPTY_LINK_TEXTS: (N_("Link texts that say nothing, one a line."), "se här"),
}


def example_files() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file, explained in the language of the interface."""
    for name, (what, example) in _EXAMPLES.items():
        yield name, f"# {_(what)}\n# {_(_HOW)}\n#\n# {example}\n"
