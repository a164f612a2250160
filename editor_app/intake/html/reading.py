"""HTML of any origin becomes a document: bounded, sanitised, read by its structure, settled."""

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from editor_app.domain.document import Figure
from editor_app.intake.html.elements import READERS
from editor_app.intake.html.places import Place
from editor_app.intake.html.read_text import LeftOut, ReadText
from editor_app.intake.html.reader import Reader, Source
from editor_app.intake.html.sanitizing import sanitize
from editor_app.intake.html.settling import settle
from editor_app.intake.html.taming import tame


def read_html(html: str, *, base: str = "", file_images: Sequence[bytes] = ()) -> ReadText:
    """Return what `html` says; whatever it holds, nothing but blocks comes of it.

    Relative links lead somewhere only with `base`, the address of the page. `file_images` are the
    images that the text shows from files, in its order: Word has them on the clipboard beside it.
    """
    # Lone surrogates cannot be written as UTF-8, and NUL ends a text in some parsers.
    tamed = tame(html.encode("utf-8", "ignore").decode().replace("\0", ""))
    tree = LexborHTMLParser(sanitize(tamed.html))
    source = Source(tamed.data, _in_files(tree, file_images), base)
    read = _read(tree, source, keeps_furniture=False)
    if not read.document.blocks:
        # What was copied may be a menu and nothing else.
        read = _read(tree, source, keeps_furniture=True)
    return read


def _in_files(tree: LexborHTMLParser, images: Sequence[bytes]) -> dict[int, bytes]:
    """Tell which image shows which file; where their numbers differ, nobody knows."""
    shown = tree.css('img[src^="file:" i]')
    return (
        {node.mem_id: data for node, data in zip(shown, images, strict=True)}
        if len(shown) == len(images)
        else {}
    )


def _read(tree: LexborHTMLParser, source: Source, *, keeps_furniture: bool) -> ReadText:
    has_main = tree.css_first("main, article, [role=main]") is not None
    reader = Reader(READERS, source, has_main=has_main, keeps_furniture=keeps_furniture)
    if tree.body is not None:
        reader.children(tree.body, Place())
    reader.flow.end()
    document = settle(reader.flow.blocks)
    shown = {block.image_id for block in document.blocks if isinstance(block, Figure)}
    left = reader.left_out
    return ReadText(
        document,
        {name: data for name, data in reader.images.items() if name in shown},
        LeftOut(left["images"], max(left["comment marks"], left["comment bodies"]), left["deletions"]),
    )
