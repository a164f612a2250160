"""The one table of the commands, in the groups that --help shows."""

from collections.abc import Mapping

from editor_app.command_line.arguments.approval import APPROVAL
from editor_app.command_line.arguments.cards import CARDS
from editor_app.command_line.arguments.checking import CHECKING
from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.comments import COMMENTS
from editor_app.command_line.arguments.handover import HANDOVER
from editor_app.command_line.arguments.keeping import KEEPING
from editor_app.command_line.arguments.log import LOG
from editor_app.command_line.arguments.preservation import PRESERVATION
from editor_app.command_line.arguments.publishing import PUBLISHING
from editor_app.command_line.arguments.quotes import QUOTES
from editor_app.command_line.arguments.searching import SEARCHING
from editor_app.command_line.arguments.site import SITE
from editor_app.command_line.arguments.versions import VERSIONS
from editor_app.command_line.arguments.writing import WRITING
from editor_app.translation import N_

GROUPS: Mapping[str, tuple[Command, ...]] = {
    N_("writing"): (*WRITING, *VERSIONS, *COMMENTS),
    N_("checks"): CHECKING,
    N_("approval"): (*APPROVAL, *QUOTES),
    N_("the archive"): (*SEARCHING, *CARDS, *LOG),
    N_("keeping and removing"): (*KEEPING, *PRESERVATION),
    N_("the website"): (*SITE, *PUBLISHING, *HANDOVER),
}
