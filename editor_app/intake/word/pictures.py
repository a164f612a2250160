"""Pictures in a Word document, with what says what they show."""

import posixpath
from hashlib import sha256
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from editor_app.domain.document import Figure
from editor_app.intake.account import Account, Omission
from editor_app.intake.packages import Package
from editor_app.intake.taken_text import SourceImage
from editor_app.rendering.images import NotAnImage, inspect_image
from editor_app.rendering.word.style_names import IMAGE_PREFIX

_ID_LENGTH = 64


class Relations:
    """What the parts of a document lead to, by the ids that they use."""

    def __init__(self, package: Package, part: str) -> None:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        self._folder = folder
        self._targets: dict[str, tuple[str, bool]] = {}
        if relations in package.names:
            for relation in package.xml(relations).iter("Relationship"):
                is_external = relation.get("TargetMode") == "External"
                self._targets[relation.get("Id", "")] = (relation.get("Target", ""), is_external)

    def address(self, relation_id: str) -> str:
        """Return the address outside the document, empty where there is none."""
        target, is_external = self._targets.get(relation_id, ("", False))
        return target if is_external else ""

    def member(self, relation_id: str) -> str:
        """Return the member of the package, empty where there is none."""
        target, is_external = self._targets.get(relation_id, ("", True))
        if is_external or not target:
            return ""
        return posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")


class Pictures:
    """Reads the pictures of one document; `images` has their bytes by the ids of the figures."""

    def __init__(self, package: Package, relations: Relations, account: Account) -> None:
        self._package = package
        self._relations = relations
        self._account = account
        self.images: dict[str, SourceImage] = {}

    def drawn(self, drawing: Element) -> Figure | None:
        """Return the picture in a `drawing`; None, and a note, where it is a shape or cannot be shown."""
        blip = next(drawing.iter("blip"), None)
        if blip is None:
            self._account.leave_out(Omission.DRAWINGS)
            return None
        said = next(drawing.iter("docPr"), None)
        name = "" if said is None else said.get("name", "")
        alt = "" if said is None else said.get("descr", "")
        mark = next(drawing.iter("decorative"), None)
        decorative = mark is not None and mark.get("val", "1") in {"1", "true"}
        return self._figure(blip.get("embed", ""), alt, name, decorative=decorative)

    def old_style(self, picture: Element) -> Figure | None:
        """Return the picture in a VML `pict` or `object`, None where it has none that can be shown."""
        data = next(picture.iter("imagedata"), None)
        if data is None:
            self._account.leave_out(Omission.DRAWINGS)
            return None
        shape = next((one for one in picture.iter() if one.get("alt")), None)
        return self._figure(data.get("id", ""), "" if shape is None else shape.get("alt", ""), "")

    def _figure(self, relation_id: str, alt: str, name: str, *, decorative: bool = False) -> Figure | None:
        member = self._relations.member(relation_id)
        if member not in self._package.names:
            # Linked pictures lie on somebody's disk or server.
            self._account.leave_out(Omission.IMAGES, alt)
            return None
        data = self._package.read(member)
        file_name = PurePosixPath(member).name
        try:
            inspect_image(data, file_name)
        except NotAnImage:
            self._account.leave_out(Omission.IMAGES, alt or file_name)
            return None
        image_id = _claimed_id(name) or sha256(data).hexdigest()
        self.images[image_id] = SourceImage(data, file_name)
        return Figure(image_id, alt="" if decorative else alt, decorative=decorative)


def _claimed_id(name: str) -> str:
    """Return the id of the image that this program once wrote into the document, empty where none."""
    claimed = name.removeprefix(IMAGE_PREFIX)
    is_id = len(claimed) == _ID_LENGTH and all(sign in "0123456789abcdef" for sign in claimed)
    return claimed if name.startswith(IMAGE_PREFIX) and is_id else ""
