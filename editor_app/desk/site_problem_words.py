"""What is wrong with settings of the website, in sentences."""

from collections.abc import Mapping

from editor_app.domain.site_problems import SettingProblem, SiteProblem
from editor_app.translation import N_, _

_SENTENCES: Mapping[SiteProblem, str] = {
    SiteProblem.NO_COLOUR: N_("“{value}” is no colour such as #0b5563."),
    SiteProblem.TOO_PALE: N_("{value} is too pale to be read on white. The nearest that is not: {instead}."),
    SiteProblem.NO_LOGO: N_("The image of the logo is not in the archive."),
    SiteProblem.NO_FONT: N_("Choose the file of your font: a WOFF2."),
    SiteProblem.LARGE_FONT: N_("The file of the font is too large: {value} kB are the most."),
    SiteProblem.NO_TEXT: N_("The notice has no text."),
    SiteProblem.TOO_LONG: N_("The notice is too long: {value} characters are the most."),
    SiteProblem.NO_ADDRESS: N_("“{value}” is no address that a link may lead to."),
    SiteProblem.NO_LINK_TEXT: N_("Write what the link of the notice is called."),
    SiteProblem.ENDS_FIRST: N_("The notice ends before it begins."),
    SiteProblem.NOT_PINNABLE: N_("An article that is pinned is not in the archive."),
}


def problem_sentence(problem: SettingProblem) -> str:
    """Return in a sentence what is wrong."""
    return _(_SENTENCES[problem.what]).format(value=problem.value, instead=problem.instead)
