"""Words, breaks and objects in reading order become blocks."""

import re

from msgspec.structs import replace

from editor_app.domain.document import Block, ListItem, Mark, ObjectBlock, Span, TextBlock, with_spans

_GAP = " \xa0\n"
_SPACE = re.compile("[ \t\n\r\f]+")
_SPACES = re.compile("[ \t\n\r\f\xa0]{2,}|[ \t\n\r\f]")
# Other spaces that do not break only made lines look good where they came from.
_NEEDLESS_NO_BREAK = re.compile(r"(?<![\d§])\xa0(?!\d)")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")

Marks = tuple[Mark, ...]


class Flow:
    """Collects `blocks`; none of them is blank, and no space stands at their edges."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._spans: list[Span] = []
        self._kind: TextBlock | None = None
        self._at_gap = True
        self._waiting: list[ObjectBlock] = []

    def words(self, text: str, marks: Marks, kind: TextBlock, *, keeps_breaks: bool = False) -> None:
        """Add words as HTML has them: spaces of any kind and number are one."""
        if keeps_breaks and "\n" in text:
            first, *rest = text.split("\n")
            self.words(first, marks, kind)
            for line in rest:
                self.line_break()
                self.words(line, marks, kind)
            return
        if not text.isascii():
            text = _NEEDLESS_NO_BREAK.sub(" ", _SPACES.sub(" ", _INVISIBLE.sub("", text)))
        else:
            text = _SPACE.sub(" ", text)
        if self._kind is not None and kind is not self._kind and kind != self._kind and text.strip():
            self.end()
        if self._at_gap:
            text = text.lstrip(_GAP)
        if not text:
            return
        if not self._spans:
            self._kind = kind
        self._spans.append(Span(text, marks))
        self._at_gap = text[-1] in _GAP

    def line_break(self) -> None:
        """Break the line; a second break at once ends the paragraph."""
        if not self._strip_end():
            return
        if self._spans[-1].text.endswith("\n"):
            if not isinstance(self._kind, ListItem):
                self.end()
            return
        self._spans.append(Span("\n"))
        self._at_gap = True

    def part(self) -> None:
        """Let what follows stand on a line of its own, in the same block."""
        if self._strip_end() and not self._spans[-1].text.endswith("\n"):
            self._spans.append(Span("\n"))
            self._at_gap = True

    def end(self) -> None:
        """End the block."""
        while self._strip_end() and self._spans[-1].text.endswith("\n"):
            self._spans.pop()
        if self._spans and self._kind is not None:
            self.blocks.append(with_spans(self._kind, tuple(self._spans)))
        self._spans = []
        self._kind = None
        self._at_gap = True
        self.blocks += self._waiting
        self._waiting = []

    def add(self, value: ObjectBlock) -> None:
        """Put an object below the words of the block that it stands in."""
        if self._spans:
            self._waiting.append(value)
        else:
            self.blocks.append(value)

    def _strip_end(self) -> bool:
        """Take spaces off the end, and tell whether any words are left."""
        while self._spans:
            last = self._spans[-1]
            text = last.text.rstrip(" \xa0")
            if text:
                if len(text) < len(last.text):
                    self._spans[-1] = replace(last, text=text)
                return True
            self._spans.pop()
        return False
