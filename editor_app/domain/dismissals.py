"""A finding that somebody has looked at and let be, with the reason."""

from datetime import datetime
from hashlib import sha256

from msgspec import Struct


class Dismissal(Struct, frozen=True):
    """That `by` let the findings of `rule` on some words be, and why.

    `part` is which part of the article they are in, `words` what the finding points to and `sentence`
    where that stands, both empty for a finding on the article as a whole: as long as the sentence
    stays the same, nobody is told again.
    """

    article_id: str
    rule: str
    part: str
    words: str
    sentence: str
    reason: str
    by: str
    at: datetime

    @property
    def key(self) -> str:
        """The identity of what is dismissed; see `dismissal_key`."""
        return dismissal_key(self.rule, self.part, self.words, self.sentence)


def dismissal_key(rule: str, part: str, words: str, sentence: str) -> str:
    """Return the identity of a finding on those words, in hex; kinds of spaces make no difference."""
    tidy = (" ".join(text.split()) for text in (rule, part, words, sentence))
    return sha256("\n".join(tidy).encode()).hexdigest()
