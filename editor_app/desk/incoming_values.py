"""What the desk found in texts and replies from elsewhere: frozen values that cross threads."""

from msgspec import Struct

from editor_app.desk.comparison import Comparison
from editor_app.desk.values import PlacedComment, WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.comment import Comment
from editor_app.intake.taken_text import TakenText


class IncomingReply(Struct, frozen=True):
    """An expert's reply to a review file that was looked into: nothing of it is stored.

    `comments` are found in the present text, as that is read; `known_ids` are those that the archive
    has already. `number` and `revision_hash` are of the version that was sent to be read. Of a reply that
    `is_anonymous` the name is what stands for one.
    """

    article_id: str
    title: str
    name: str
    number: int
    revision_hash: str
    comments: tuple[PlacedComment, ...]
    known_ids: frozenset[str] = frozenset()
    is_anonymous: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether all of it was taken before."""
        return all(one.comment.id in self.known_ids for one in self.comments)


class TakenIn(Struct, frozen=True):
    """A copied news page that became a draft.

    `notes` are sentences, in the interface language, on what the editor should look at; `source`
    is the whole text as it came.
    """

    working_copy: WorkingCopy
    notes: tuple[str, ...]
    source: str


class Became(Struct, frozen=True):
    """One piece of a text from elsewhere and what it becomes, in the interface language.

    `is_new` tells that the archive has no such category or contact as yet, `is_left_out` that the
    piece does not come into the article. `image_id` is that of the figure which it becomes, else empty.
    """

    words: str
    becomes: str
    is_new: bool = False
    is_left_out: bool = False
    image_id: str = ""


class Returning(Struct, frozen=True):
    """What taking a document back would do to the article that it was written from.

    `now` is the article as it stands, `article` the same with the words of the document, and
    `comparison` what became of the one in the other. `changed_since` tells that the article was
    changed here after the document was written. `comments` are those in the document, found in the
    present text; `known_ids` are those that the archive has already. `left_out` are the rows of what
    is taken neither as words nor as comments.
    """

    now: WorkingCopy
    article: Article
    comparison: Comparison
    changed_since: bool
    comments: tuple[PlacedComment, ...] = ()
    known_ids: frozenset[str] = frozenset()
    left_out: tuple[Became, ...] = ()

    @property
    def new_comments(self) -> tuple[Comment, ...]:
        """The comments that the archive has not."""
        return tuple(one.comment for one in self.comments if one.comment.id not in self.known_ids)


class Incoming(Struct, frozen=True):
    """A text from elsewhere that was looked into: nothing of it is stored.

    `name` is that of its file, empty where it was pasted; `returning` is there for a document that
    was once written from an article of this archive.
    """

    name: str
    taken: TakenText
    rows: tuple[Became, ...]
    source: str
    returning: Returning | None = None
