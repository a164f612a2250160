"""Texts from elsewhere, and the way out to Word and back."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk.acts.base import Acts
from editor_app.desk.incoming_values import Incoming, TakenIn
from editor_app.desk.later import Later
from editor_app.desk.whole_files import write_whole
from editor_app.intake.taken_text import TakenText

if TYPE_CHECKING:
    from editor_app.desk import coming_back, taking_in, word_comments
else:
    coming_back = Later("editor_app.desk.coming_back")
    taking_in = Later("editor_app.desk.taking_in")
    word_comments = Later("editor_app.desk.word_comments")


class DocumentActs(Acts):
    """What is done with documents and copied pages."""

    def look_into(self, text: str) -> Incoming:
        """Return what a copied news page would become, and store nothing; raises NothingToTakeIn."""
        # What reads texts is large: the list of articles does not wait for it.
        from editor_app.desk.source_texts import read_text

        return self.look_over(read_text(text), source=text)

    def look_into_file(self, path: Path) -> Incoming:
        """Return what the document at `path` would become, and store nothing.

        Raises UnreadableFile, UnknownFormat, EncryptedFile, BrokenFile, NotText, TooLarge and
        NothingToTakeIn.
        """
        from editor_app.desk.source_texts import read_source

        return self.look_over(read_source(path), name=path.name)

    def look_into_data(self, data: bytes, path: Path) -> Incoming:
        """Return what `data`, which came from `path`, would become; raises as `look_into_file`."""
        from editor_app.desk.source_texts import read_data

        return self.look_over(read_data(data, path), name=path.name)

    def look_over(self, taken: TakenText, *, name: str = "", source: str = "") -> Incoming:
        """Return what a text that has been read would become, and store nothing; raises NothingToTakeIn.

        To read may take its time, and needs no desk: see `source_texts`.
        """
        with self._archive.reading() as holdings:
            incoming = taking_in.look_into(holdings, taken, name=name, source=source)
            return coming_back.look_at_return(holdings, incoming, self._clock())

    def take_in(self, incoming: Incoming, *, by: str) -> TakenIn:
        """Make a draft of what was looked into; raises NotAnImage."""
        pictures = taking_in.develop_images(incoming.taken)
        with self._archive.writing() as holdings:
            return taking_in.take_in(holdings, incoming, pictures, by=by, now=self._clock())

    def take_back_words(self, incoming: Incoming, *, by: str) -> TakenIn:
        """Save the words of a document that comes back as its article's, and keep those they replace.

        Its comments come to stand beside them.
        Raises EditConflict where the article was changed after it was looked at, ArticleMissing and
        NotAnImage.
        """
        pictures = taking_in.develop_images(incoming.taken)
        with self._archive.writing() as holdings:
            return coming_back.take_back_words(holdings, incoming, pictures, by=by, now=self._clock())

    def take_word_comments(self, incoming: Incoming, *, by: str) -> int:
        """Store the comments of a document that comes back, not its words; return how many are new.

        Raises NameMissing and ArticleMissing.
        """
        with self._archive.writing() as holdings:
            return word_comments.take_word_comments(holdings, incoming, by=by, now=self._clock())

    def export_word(self, article_id: str, target: Path) -> None:
        """Write the article as a Word document; raises FileNotWritten, ArticleMissing and ImageMissing."""
        # Its library is large, and most sessions write no such file.
        from editor_app.desk.word_files import word_data

        with self._archive.reading() as holdings:
            data = word_data(holdings, article_id)
        write_whole(data, target)
