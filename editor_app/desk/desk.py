"""What an editor does, each act whole or not at all; the only way to the archive and the site."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from editor_app.archive.archive import Archive
from editor_app.archive.errors import ImageMissing
from editor_app.desk import (
    approval,
    card_file,
    coming_back,
    drafting,
    exporting,
    filing,
    history,
    picture_file,
    publications,
    taking_in,
)
from editor_app.desk.clock import utc_now
from editor_app.desk.comparing import compare
from editor_app.desk.comparison import Comparison
from editor_app.desk.preview import PreviewContext
from editor_app.desk.values import (
    ArticleSummary,
    ExportResult,
    Incoming,
    Restored,
    ShownImage,
    StoredImage,
    TakenIn,
    VersionSummary,
    WorkingCopy,
)
from editor_app.domain.article import Article, Category, Contact, Kind, new_id
from editor_app.domain.image_details import ImageDetails
from editor_app.domain.revision import Snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.intake.files import read_file
from editor_app.intake.sources import read_data, read_source
from editor_app.intake.taken_text import TakenText
from editor_app.rendering.images import MOST_BYTES
from editor_app.rendering.renditions import rendition_at


class Desk:
    """The desk on one archive, for one thread at a time.

    Every act may also raise what ArchiveError stands for: a full disk, a locked file and the like.
    """

    def __init__(self, archive: Archive, clock: Callable[[], datetime] = utc_now) -> None:
        self._archive = archive
        self._clock = clock

    @property
    def archive_path(self) -> Path:
        """The file that the archive is in."""
        return self._archive.path

    def close(self) -> None:
        """Give the archive back."""
        self._archive.close()

    def articles(self) -> tuple[ArticleSummary, ...]:
        """Return what lists show of every article, the newest edit first."""
        with self._archive.reading() as holdings:
            return holdings.articles.summaries()

    def open(self, article_id: str) -> WorkingCopy:
        """Return the article as it stands; raises ArticleMissing."""
        with self._archive.reading() as holdings:
            return filing.working_copy(holdings, filing.fetch(holdings, article_id))

    def create(self, *, by: str, kind: Kind = Kind.NEWS) -> WorkingCopy:
        """Begin an empty article."""
        with self._archive.writing() as holdings:
            return drafting.file_new(holdings, Article(new_id(), kind), by=by, now=self._clock())

    def save(self, article: Article, *, version: int, by: str) -> WorkingCopy:
        """Store the article as it is now in the editor, in place of `version`.

        What changes the page makes it a draft again; nothing changed, nothing done. Raises
        EditConflict where the archive holds another version, and ArticleMissing.
        """
        with self._archive.writing() as holdings:
            return drafting.save(holdings, article, version=version, by=by, now=self._clock())

    def keep_copy(self, article: Article, *, by: str) -> WorkingCopy:
        """Store the same words as a new article, so that a conflict costs nobody anything."""
        with self._archive.writing() as holdings:
            return drafting.file_copy(holdings, article, by=by, now=self._clock())

    def look_into(self, text: str) -> Incoming:
        """Return what a copied news page would become, and store nothing; raises NothingToTakeIn."""
        return self._look_into(taking_in.read_text(text), source=text)

    def look_into_file(self, path: Path) -> Incoming:
        """Return what the document at `path` would become, and store nothing.

        Raises UnreadableFile, UnknownFormat, EncryptedFile, BrokenFile, NotText, TooLarge and
        NothingToTakeIn.
        """
        return self._look_into(read_source(path), name=path.name)

    def look_into_data(self, data: bytes, path: Path) -> Incoming:
        """Return what `data`, which came from `path`, would become; raises as `look_into_file`."""
        return self._look_into(read_data(data, path), name=path.name)

    def take_in(self, incoming: Incoming, *, by: str) -> TakenIn:
        """Make a draft of what was looked into; raises NotAnImage."""
        pictures = taking_in.develop_images(incoming.taken)
        with self._archive.writing() as holdings:
            return taking_in.take_in(holdings, incoming, pictures, by=by, now=self._clock())

    def take_back_words(self, incoming: Incoming, *, by: str) -> TakenIn:
        """Save the words of a document that comes back as its article's, and keep those they replace.

        Raises EditConflict where the article was changed after it was looked at, ArticleMissing and
        NotAnImage.
        """
        pictures = taking_in.develop_images(incoming.taken)
        with self._archive.writing() as holdings:
            return coming_back.take_back_words(holdings, incoming, pictures, by=by, now=self._clock())

    def export_word(self, article_id: str, target: Path) -> None:
        """Write the article as a Word document; raises FileNotWritten, ArticleMissing and ImageMissing."""
        # Its library is large, and most sessions write no such file.
        from editor_app.desk.word_files import word_data, write_whole

        with self._archive.reading() as holdings:
            data = word_data(holdings, article_id)
        write_whole(data, target)

    def submit(self, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
        """Ask for approval of the article as it stands, of `version` where one is named.

        Raises NotReady, NotPossibleNow, NameMissing, ImageMissing, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.submit(holdings, article_id, by=by, now=self._clock(), version=version)

    def take_back(self, article_id: str, *, by: str) -> WorkingCopy:
        """Make a submitted article a draft again; raises NotPossibleNow, NameMissing, ArticleMissing."""
        with self._archive.writing() as holdings:
            return approval.take_back(holdings, article_id, by=by)

    def approve(self, article_id: str, *, by: str, version: int | None = None) -> WorkingCopy:
        """Approve what was submitted, of `version` where one is named.

        Raises SamePerson (the submitter and the last editor cannot), ChangedSinceSubmitted, NotReady,
        NotPossibleNow, NameMissing, HashMismatch, ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            return approval.approve(holdings, article_id, by=by, now=self._clock(), version=version)

    def versions(self, article_id: str) -> tuple[VersionSummary, ...]:
        """Return what a list shows of each version, the newest first; raises ArticleMissing."""
        with self._archive.reading() as holdings:
            return history.versions(holdings, article_id)

    def version(self, article_id: str, number: int) -> Snapshot:
        """Return what a version says; raises VersionMissing and HashMismatch."""
        with self._archive.reading() as holdings:
            return history.version_text(holdings, article_id, number)

    def save_version(self, article_id: str, *, version: int, by: str, name: str) -> WorkingCopy:
        """Keep the article as it stands as a version called `name`.

        Raises NameMissing, ArticleMissing and EditConflict.
        """
        with self._archive.writing() as holdings:
            return history.save_version(
                holdings, article_id, version=version, by=by, name=name, now=self._clock()
            )

    def rename_version(self, article_id: str, number: int, name: str) -> None:
        """Call a version `name`; raises VersionMissing."""
        with self._archive.writing() as holdings:
            history.rename_version(holdings, article_id, number, name)

    def restore(self, article_id: str, number: int, *, version: int, by: str) -> Restored:
        """Make what a version says the present text; what stood there is kept as a version.

        Raises NameMissing, VersionMissing, HashMismatch, ArticleMissing and EditConflict.
        """
        with self._archive.writing() as holdings:
            return history.restore(holdings, article_id, number, version=version, by=by, now=self._clock())

    def compare(self, article_id: str, old: int | Article, new: int | Article) -> Comparison:
        """Return what became of `old` in `new`, each a version's number or a text as it stands.

        Raises VersionMissing and HashMismatch.
        """
        with self._archive.reading() as holdings:
            before, after = (
                history.version_text(holdings, article_id, text)
                if isinstance(text, int)
                else filing.present_snapshot(holdings, text)
                for text in (old, new)
            )
            titles = {summary.id: summary.title for summary in holdings.articles.summaries()}
        return compare(before, after, titles)

    def categories(self) -> tuple[Category, ...]:
        """Return the categories by name."""
        with self._archive.reading() as holdings:
            return holdings.categories.all()

    def add_category(self, name: str) -> Category:
        """Return the category of that name, made if it is new; raises NameMissing."""
        with self._archive.writing() as holdings:
            return card_file.add_category(holdings, name)

    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts by name."""
        with self._archive.reading() as holdings:
            return holdings.contacts.all()

    def save_contact(self, contact: Contact) -> Contact:
        """Store a new or changed contact, phone number grouped; raises NameMissing."""
        with self._archive.writing() as holdings:
            return card_file.save_contact(holdings, contact)

    def add_image(self, data: bytes, *, name: str) -> StoredImage:
        """Store an image, or return the one with the same bytes; raises NotAnImage."""
        # To read it takes its time, and nobody else has to wait for it.
        picture = picture_file.develop(data, name=name)
        with self._archive.writing() as holdings:
            return picture_file.file_picture(holdings, picture)

    def add_image_file(self, path: Path) -> StoredImage:
        """Store the image at `path`; raises UnreadableFile and NotAnImage."""
        return self.add_image(read_file(path, MOST_BYTES + 1), name=path.name)

    def describe_image(self, image_id: str, details: ImageDetails) -> StoredImage:
        """Note `details` about an image, for its next use and for its use at all; raises ImageMissing."""
        with self._archive.writing() as holdings:
            return picture_file.describe(holdings, image_id, details)

    def images(self) -> tuple[StoredImage, ...]:
        """Return what is known of the images, by name."""
        with self._archive.reading() as holdings:
            return holdings.images.all()

    def image_bytes(self, image_id: str) -> bytes:
        """Return the original; raises ImageMissing."""
        with self._archive.reading() as holdings:
            return holdings.images.original(image_id)

    def page_image(self, path: str) -> bytes:
        """Return the WebP that is at `path` on the site, made if it is not there yet.

        Raises ImageMissing and ImageAltered.
        """
        rendition = rendition_at(path)
        if rendition is None:
            raise ImageMissing(path)
        return picture_file.rendition_bytes(self._archive, rendition)

    def shown_image(self, image_id: str, width: int) -> ShownImage:
        """Return the whole image as a WebP of about `width` pixels; raises ImageMissing and ImageAltered."""
        return picture_file.shown_image(self._archive, image_id, width)

    def make_images_ready(self, article_id: str) -> None:
        """Make what pages show of the article's images, which an export would have to do otherwise.

        Raises ArticleMissing and ImageAltered.
        """
        picture_file.make_ready(self._archive, self.open(article_id).article)

    def site_profile(self) -> SiteProfile:
        """Return what the site says of its publisher."""
        with self._archive.reading() as holdings:
            return card_file.site_profile(holdings)

    def save_site_profile(self, profile: SiteProfile) -> SiteProfile:
        """Store what the site says of its publisher, and return it tidied."""
        with self._archive.writing() as holdings:
            return card_file.save_site_profile(holdings, profile)

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words that the archive adds to the dictionaries, by language, in order."""
        with self._archive.reading() as holdings:
            return holdings.words.all()

    def add_word(self, language: str, word: str) -> Mapping[str, tuple[str, ...]]:
        """Add a word to the dictionary of `language` for all who use the archive; return all words."""
        with self._archive.writing() as holdings:
            return card_file.add_word(holdings, language, word)

    def remove_word(self, language: str, word: str) -> Mapping[str, tuple[str, ...]]:
        """Take a word that was added back out of the dictionary of `language`; return all words."""
        with self._archive.writing() as holdings:
            holdings.words.remove(language, word)
            return holdings.words.all()

    def preview_context(self) -> PreviewContext:
        """Return what the preview of any article needs from the archive."""
        with self._archive.reading() as holdings:
            return publications.preview_context(holdings, self._clock())

    def export(self, target: Path) -> ExportResult:
        """Write the site of what is approved and due to the folder `target`, whole or not at all.

        Raises HashMismatch where an approved text was altered, and what `editor_app.site` raises:
        TargetNotWritable, TargetFull, TargetBusy, ForeignFolder, ForeignFile, SameAddress, ImageMissing,
        BrokenSite.
        """
        return exporting.export(self._archive, target, now=self._clock())

    def _look_into(self, taken: TakenText, *, name: str = "", source: str = "") -> Incoming:
        with self._archive.reading() as holdings:
            incoming = taking_in.look_into(holdings, taken, name=name, source=source)
            return coming_back.look_at_return(holdings, incoming)
