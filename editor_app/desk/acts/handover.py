"""Approved articles for another content management system."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later

if TYPE_CHECKING:
    from editor_app.desk import handing_over, wordpress
    from editor_app.desk.handover_values import Kit, WxrOutcome
else:
    handing_over = Later("editor_app.desk.handing_over")
    wordpress = Later("editor_app.desk.wordpress")


class HandoverActs(Acts):
    """What is done where the website is made by another program."""

    def kit(self, article_id: str) -> "Kit":
        """Return the fields of what is published of the article, else of what is approved.

        Nothing is logged: see `note_handover`. Raises ArticleMissing, NothingApproved, HashMismatch,
        ImageMissing, ImageAltered and NotAnImage.
        """
        with self._archive.reading() as holdings:
            material = handing_over.gather(holdings, article_id, self._clock())
        return handing_over.kit_of(material)

    def note_handover(self, kit: "Kit", *, by: str) -> None:
        """Keep in the log that fields of the kit were copied; raises NameMissing and ArticleMissing."""
        with self._archive.writing() as holdings:
            handing_over.note(holdings, kit.article_id, kit.given, by=by, now=self._clock())

    def save_kit_images(self, kit: "Kit", folder: Path) -> Path:
        """Write the images of the kit to a new folder in `folder`, and return that; raises FileNotWritten."""
        return handing_over.save_images(kit, folder)

    def hand_over(self, article_id: str, folder: Path, *, by: str) -> "Kit":
        """Write the fields as files in the new folder `folder`, whole or not at all.

        Raises what `kit` raises, and FolderTaken, FileNotWritten, NameMissing.
        """
        return handing_over.hand_over(self._archive, article_id, folder, by=by, now=self._clock())

    def write_for_wordpress(self, ids: Sequence[str], path: Path, *, by: str) -> "WxrOutcome":
        """Write what is public or approved of the articles `ids` to one file that WordPress imports.

        Raises HashMismatch, FileNotWritten and NameMissing.
        """
        return wordpress.write_for_wordpress(self._archive, ids, path, by=by, now=self._clock())
