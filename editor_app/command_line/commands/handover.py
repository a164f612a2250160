"""The commands for another content management system: one article field by field, many for WordPress."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from editor_app.command_line.commands.searching import query_remarks
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.command_line.logins import login_name, name_of
from editor_app.desk.desk import Desk
from editor_app.domain.query_parser import parse_query


def _handover(desk: Desk, arguments: Namespace) -> ExitCode:
    # What renders articles is large, and few commands need it.
    from editor_app.desk.handover_words import field_text, remarks, version_sentence

    article_id = find_article(desk, arguments.id)
    if arguments.out:
        kit = desk.hand_over(article_id, arguments.out.absolute(), by=name_of(arguments))
        print(arguments.out)
        told = sys.stdout
    else:
        kit = desk.kit(article_id)
        desk.note_handover(kit, by=name_of(arguments))
        print(field_text(kit, arguments.field))
        told = sys.stderr
    for sentence in (version_sentence(kit), *remarks(kit)):
        print(sentence, file=told)
    return ExitCode.DONE


def _wxr(desk: Desk, arguments: Namespace) -> ExitCode:
    from editor_app.desk.handover_words import outcome_sentences

    query = parse_query(" ".join(arguments.text))
    for remark in query_remarks(desk, query):
        print(remark, file=sys.stderr)
    ids = desk.find(query, me=login_name())
    outcome = desk.write_for_wordpress(ids, arguments.out.absolute(), by=name_of(arguments))
    for sentence in outcome_sentences(outcome):
        print(sentence)
    return ExitCode.DONE


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "handover": _handover,
    "wxr": _wxr,
}
