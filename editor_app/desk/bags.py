"""A folder of files in one ZIP, laid out as BagIt (RFC 8493): the same files make the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from hashlib import sha256

MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
PAYLOAD = "data/"
# The first moment that a ZIP can name: no file of a package has a time of its own.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def write_bag(
    name: str, payload: Mapping[str, bytes], tags: Mapping[str, bytes], info: Iterable[tuple[str, str]]
) -> bytes:
    """Return the ZIP of a bag called `name`; the paths in `payload` are below the folder data.

    `tags` are other files beside that folder, `info` what bag-info.txt says.
    """
    data = {f"{PAYLOAD}{path}": content for path, content in payload.items()}
    size = sum(map(len, data.values()))
    lines = [*info, ("Payload-Oxum", f"{size}.{len(data)}")]
    beside = {
        **tags,
        DECLARATION: _DECLARATION,
        INFO: "".join(f"{label}: {_one_line(value)}\n" for label, value in lines).encode(),
        MANIFEST: _manifest(data),
    }
    files = {**data, **beside, TAG_MANIFEST: _manifest(beside)}
    written = io.BytesIO()
    # Stored as they are: no future reader needs more than the ZIP format's oldest part.
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as bag:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{path}", _NO_TIME)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            bag.writestr(entry, files[path])
    return written.getvalue()


def read_manifest(text: bytes) -> dict[str, str]:
    """Return the hashes in a manifest by path; a line that says neither is left out."""
    hashes = {}
    for line in text.decode("utf-8", errors="replace").splitlines():
        hash_, _space, path = line.partition("  ")
        if path:
            hashes[path] = hash_
    return hashes


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _one_line(value: str) -> str:
    return " ".join(value.split())
