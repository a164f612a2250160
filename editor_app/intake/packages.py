"""Documents that are zip files of XML, opened without trusting what they say of themselves."""

import io
import zipfile
import zlib
from pathlib import Path
from typing import IO, NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from editor_app.domain.errors import EditorAppError
from editor_app.intake.text_files import TooLarge

# A long report with its photographs; more is no article.
SIZE_LIMIT = 100 * 1024 * 1024
# What one part of XML may unpack to, and what all that is read may.
XML_LIMIT = 32 * 1024 * 1024
UNPACKED_LIMIT = 256 * 1024 * 1024
MOST_MEMBERS = 5_000

_ENCRYPTED = 0x1
_MOST_DIGITS = 9
_PIECE = 1024 * 1024


class BrokenFile(EditorAppError):
    """The document at `path` is cut off or damaged; `reason` says where, for the log."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} is broken: {reason}")
        self.path = path
        self.reason = reason


class EncryptedFile(EditorAppError):
    """The document at `path` opens only with a password."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is encrypted")
        self.path = path


class Package:
    """The members of a zip file, each read within bounds.

    The real sizes count, not those that the file declares. Every method may raise BrokenFile,
    EncryptedFile and TooLarge.
    """

    def __init__(self, data: bytes, path: Path) -> None:
        if len(data) > SIZE_LIMIT:
            raise TooLarge(path, SIZE_LIMIT)
        self._path = path
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise BrokenFile(path, str(error)) from error
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise TooLarge(path, SIZE_LIMIT)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str, limit: int = SIZE_LIMIT) -> bytes:
        """Return the bytes of the member `name`, which may be no more than `limit`."""
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise EncryptedFile(self._path)
            with self._zip.open(info) as member:
                return self._bounded(member, limit)
        except KeyError as error:
            raise BrokenFile(self._path, f"no {name}") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise BrokenFile(self._path, f"{name}: {error}") from error

    def xml(self, name: str) -> Element:
        """Return the root of the XML in `name`, tags and attributes without their namespaces."""
        return parse_xml(self.read(name, XML_LIMIT), self._path)

    def fail(self, reason: str) -> NoReturn:
        """Raise BrokenFile for `reason`."""
        raise BrokenFile(self._path, reason)

    def _bounded(self, member: IO[bytes], limit: int) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := member.read(_PIECE):
            size += len(piece)
            self._unpacked += len(piece)
            if size > limit or self._unpacked > UNPACKED_LIMIT:
                raise TooLarge(self._path, limit)
            pieces.append(piece)
        return b"".join(pieces)


def parse_xml(data: bytes, path: Path) -> Element:
    """Return the root of `data`, tags and attributes without namespaces; raises BrokenFile.

    A document type is refused: word processors write none, and entities come with it.
    """
    parser = XMLParser(target=_Builder(path))
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, ValueError) as error:
        raise BrokenFile(path, str(error)) from error
    assert isinstance(root, Element)
    return root


class _Builder(TreeBuilder):
    """Builds the tree with local names, as one program's prefixes are another's."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        return super().start(_local(tag), {_local(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> Element:
        return super().end(_local(tag))

    def doctype(self, _name: str, _pubid: str | None, _system: str | None) -> None:
        raise BrokenFile(self._path, "a document type")


def read_number(text: str, default: int | None = None) -> int | None:
    """Return the whole number that an attribute holds, `default` where it holds none of a sane size."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else default


def _local(name: str) -> str:
    return name.rpartition("}")[2]
