"""Run as a program: a writer saves until it is killed, again and again; prints what was left each time.

Its arguments are the archive, the number of rounds and a seed for the moments of death. It forks, so
that the libraries are loaded once; a writer shares no connection with the one who counts.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from itertools import count
from pathlib import Path

import msgspec

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, paragraph, plain_text

PARAGRAPHS = 60
LONGEST_LIFE = 0.08


def write_until_killed(path, article_id, first, acknowledged):
    desk = open_desk(path)
    working_copy = desk.open(article_id)
    for number in count(first):
        body = Document(tuple(paragraph(f"Stycke {number}. " + "Ord. " * 20) for _ in range(PARAGRAPHS)))
        article = msgspec.structs.replace(working_copy.article, title=str(number), body=body)
        working_copy = desk.save(article, version=working_copy.version, by="Ada")
        os.write(acknowledged, b"%d\n" % number)


def kill_a_writer(path, article_id, number, chance):
    """Return the last number that the writer was told is safe."""
    heard, told = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(heard)
        write_until_killed(path, article_id, number, told)
    os.close(told)
    with os.fdopen(heard) as acknowledgements:
        last = int(acknowledgements.readline())
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        for line in acknowledgements:
            last = int(line)
    return last


def what_is_left(path, article_id):
    desk = open_desk(path)
    article = desk.open(article_id).article
    line = next(line for line in desk.articles() if line.id == article_id)
    desk.close()
    with closing(sqlite3.connect(path)) as database:
        (integrity,) = database.execute("PRAGMA integrity_check").fetchone()
    words = {plain_text(block).split(".")[0] for block in article.body.blocks}
    return {
        "title": int(article.title),
        "listed": int(line.title),
        "words": sorted(words),
        "paragraphs": len(article.body.blocks),
        "integrity": integrity,
    }


def main(path, rounds, seed):
    desk = open_desk(path, create=True)
    article_id = desk.create(by="Ada").article.id
    desk.close()
    chance = random.Random(seed)
    number = 1
    for _ in range(rounds):
        last = kill_a_writer(path, article_id, number, chance)
        left = what_is_left(path, article_id)
        print(json.dumps({"acknowledged": last, **left}), flush=True)
        number = left["title"] + 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
