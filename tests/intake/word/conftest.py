"""Word documents as people make them, made by code."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from editor_app.intake.sources import read_data

PATH = Path("utkast.docx")


class Draft:
    """A Word document that a test writes and then takes in."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def say(self, text, style=None, *, bold=False):
        paragraph = self.document.add_paragraph(style=style)
        paragraph.add_run(text).bold = bold or None
        return paragraph

    def rename_style(self, name, new):
        self.document.styles[name].element.find(docx.oxml.ns.qn("w:name")).set(docx.oxml.ns.qn("w:val"), new)

    def xml(self, xml):
        """Add a piece of WordprocessingML to the body."""
        made = docx.oxml.parse_xml(f"<w:body {docx.oxml.ns.nsdecls('w', 'r')}>{xml}</w:body>")
        for element in list(made):
            self.document.element.body.insert_element_before(element, "w:sectPr")

    def data(self):
        output = io.BytesIO()
        self.document.save(output)
        return output.getvalue()

    def taken(self):
        return read_data(self.data(), PATH)


def with_members(data, members):
    """Return the zip file `data` with `members` in the place of those of their names, or beside them."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            new.writestr(name, content)
    return output.getvalue()


@pytest.fixture
def draft():
    return Draft()


@pytest.fixture
def picture():
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(output, "PNG")
    return output.getvalue()
