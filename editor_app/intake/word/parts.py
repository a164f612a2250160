"""The parts of a Word document: text, styles, lists, notes, comments and properties."""

from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from editor_app.intake.account import Account, Omission
from editor_app.intake.packages import Package, read_number
from editor_app.intake.taken_text import Origin
from editor_app.intake.word.pictures import Relations
from editor_app.rendering.word.style_names import ARTICLE_PROPERTY, VERSION_PROPERTY

_USUAL_DOCUMENT = "word/document.xml"
_CUSTOM_PROPERTIES = "docProps/custom.xml"


class Parts:
    """Finds the parts of the document in `package`; may raise what Package raises."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._main = _main_part(package)
        self._folder = self._main.rpartition("/")[0]
        self.relations = Relations(package, self._main)
        self.document = package.xml(self._main)

    def root(self, name: str) -> Element | None:
        """Return the root of the part `name`, as in "styles"; None where the document has none."""
        member = f"{self._folder}/{name}.xml".lstrip("/")
        return self.package.xml(member) if member in self.package.names else None

    def note(self, kind: str, note_id: str) -> Iterator[Element]:
        """Yield the paragraphs of a footnote or an endnote."""
        root = self._notes.get(kind)
        for note in () if root is None else root.iter(kind):
            if note.get("id") == note_id:
                yield from note.iter("p")

    @cached_property
    def origin(self) -> Origin | None:
        """The article that this program wrote the document from, None for any other document."""
        if _CUSTOM_PROPERTIES not in self.package.names:
            return None
        properties = self.package.xml(_CUSTOM_PROPERTIES).iter("property")
        values = {one.get("name", ""): "".join(one.itertext()).strip() for one in properties}
        article_id, version = values.get(ARTICLE_PROPERTY, ""), values.get(VERSION_PROPERTY, "")
        number = read_number(version)
        return Origin(article_id, number) if article_id and number is not None else None

    def tell_left_out(self, account: Account) -> None:
        """Note the comments, and the words in the margins of the pages."""
        comments = self.root("comments")
        for comment in () if comments is None else comments.iter("comment"):
            account.leave_out(Omission.COMMENTS, _words(comment))
        for name in sorted(self.package.names):
            part = name.removeprefix(f"{self._folder}/")
            if part.startswith(("header", "footer")) and part.endswith(".xml") and "/" not in part:
                words = _words(self.package.xml(name))
                if words:
                    account.leave_out(Omission.PAGE_EDGES, words)

    @cached_property
    def _notes(self) -> dict[str, Element | None]:
        return {"footnote": self.root("footnotes"), "endnote": self.root("endnotes")}


def _main_part(package: Package) -> str:
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels").iter("Relationship"):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", _USUAL_DOCUMENT).lstrip("/")
    return _USUAL_DOCUMENT


def _words(element: Element) -> str:
    """Return the words of `element`, a space between its paragraphs."""
    return " ".join(
        "".join(text.text or "" for text in paragraph.iter("t")) for paragraph in element.iter("p")
    ).strip()
