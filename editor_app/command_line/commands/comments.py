"""The commands on what is said about articles, by colleagues and by experts without the program."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from editor_app.command_line.arguments.types import STANDARD_INPUT
from editor_app.command_line.article_json import Json, as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.desk.source_texts import read_reply_data
from editor_app.desk.values import PlacedComment
from editor_app.domain.swedish_time import minute_text, wall_time
from editor_app.intake.files import read_file
from editor_app.intake.packages import SIZE_LIMIT
from editor_app.intake.replies import NotAReply
from editor_app.translation import _, ngettext

# What a Word document begins with.
PACKED = b"PK"
DAYS_TO_ANSWER = 7


def _review(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    answer_by: date = arguments.answer_by or wall_time(utc_now()).date() + timedelta(days=DAYS_TO_ANSWER)
    desk.export_review(article_id, arguments.out, by=arguments.by, answer_by=answer_by)
    print(arguments.out)
    return ExitCode.DONE


def _take_reply(desk: Desk, arguments: Namespace) -> ExitCode:
    data = _data(arguments.file)
    if data.startswith(PACKED):
        document = desk.look_into_data(data, arguments.file)
        if document.returning is None or not document.returning.comments:
            raise NotAReply(arguments.file)
        count, name = desk.take_word_comments(document, by=arguments.by), document.name
        title = document.returning.now.article.title
    else:
        reply = desk.look_into_reply(read_reply_data(data, arguments.file))
        count, name, title = desk.take_reply(reply, by=arguments.by), reply.name, reply.title
    print(_taken_words(count, name, title))
    return ExitCode.DONE


def _taken_words(count: int, name: str, title: str) -> str:
    if not count:
        return _("The comments from {name} were taken in before.").format(name=name)
    return ngettext(
        "{count} comment from {name} stands at “{title}”.",
        "{count} comments from {name} stand at “{title}”.",
        count,
    ).format(count=count, name=name, title=title or _("Untitled"))


def _data(file: Path) -> bytes:
    # One byte more than is allowed tells that there is more.
    if str(file) == STANDARD_INPUT:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    return read_file(file, SIZE_LIMIT + 1)


def _comments(desk: Desk, arguments: Namespace) -> ExitCode:
    placed = desk.comments(find_article(desk, arguments.id))
    if arguments.json:
        print(as_json([_comment_json(one) for one in placed]))
    elif placed:
        print("\n".join(_lines(placed)))
    return ExitCode.DONE


def _comment_json(placed: PlacedComment) -> Json:
    comment, passage = placed.comment, placed.place or placed.comment.passage
    return {
        "id": comment.id,
        "words": comment.words,
        "by": comment.written_by,
        "at": comment.written_at.isoformat(),
        "occasion": comment.occasion.value,
        "passage": None if passage is None else passage.quoted,
        "block": None if placed.place is None else placed.place.block,
        "passage_is_gone": placed.is_lost,
        "settled_by": comment.settled_by,
        "settled_at": comment.settled_at and comment.settled_at.isoformat(),
    }


def _lines(placed: Sequence[PlacedComment]) -> Iterator[str]:
    for one in placed:
        comment, passage = one.comment, one.place or one.comment.passage
        state = _("open") if comment.is_open else _("done")
        yield f"{minute_text(comment.written_at)}  {comment.written_by}  ({state})"
        if passage is not None:
            gone = _(" (gone from the text)") if one.is_lost else ""
            yield f"  > {' '.join(passage.quoted.split())}{gone}"
        yield from (f"  {line}" for line in comment.words.splitlines())


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "review": _review,
    "take-reply": _take_reply,
    "comments": _comments,
}
