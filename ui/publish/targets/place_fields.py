"""The fields that tell where a target is, other ones for each kind."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.translation import N_, _
from ui.theme.spacing import M
from ui.widgets.form_field import FormField, named_line

# What is asked for, by the fields of a target: the label, and the line below it.
_FIELDS: Mapping[TargetKind, Mapping[str, tuple[str, str]]] = {
    TargetKind.SFTP: {
        "address": (N_("Server"), N_("Such as server.example.se, or with a port server.example.se:2222.")),
        "folder": (
            N_("Folder on the server"),
            N_("It has to be there. A path with / first is from the top."),
        ),
        "user": (N_("User name"), ""),
    },
    TargetKind.WEBDAV: {
        "address": (N_("Address"), N_("Begins with https://.")),
        "folder": (N_("Folder on the server"), N_("It has to be there.")),
        "user": (N_("User name"), ""),
    },
    TargetKind.S3: {
        "address": (
            N_("Address of the storage"),
            N_("Begins with https://, without the name of the bucket."),
        ),
        "folder": (N_("Bucket"), N_("And a folder in it if you like, such as klarebro-webb/nyheter.")),
        "region": (N_("Region"), N_("Leave it empty if whoever runs the storage named none.")),
        "user": (N_("Access key"), ""),
    },
    TargetKind.ZIP: {
        "address": (N_("Zip file"), N_("Where the file is to be, such as {example}.")),
        "folder": (N_("Folder in the file"), N_("Leave it empty to have the pages at its top.")),
    },
}
_EXAMPLE = "~/webbplatsen.zip"


class PlaceFields(QWidget):
    """The fields for a target of `kind`, with what `texts` has for them."""

    def __init__(self, kind: TargetKind, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for name, (label, hint) in _FIELDS[kind].items():
            line = self.lines[name] = named_line(f"target_{name}", texts.get(name, ""))
            words = _(hint).format(example=_EXAMPLE) if hint else ""
            column.addWidget(FormField(_(label), line, words))

    def texts(self) -> dict[str, str]:
        """Return what was filled in, by the fields of a target."""
        return {name: line.text() for name, line in self.lines.items()}


def texts_of(target: PublishTarget) -> dict[str, str]:
    """Return what the fields show of `target`."""
    return {name: getattr(target, name) for name in ("address", "folder", "user", "region")}
