"""The checkers from npm, in a folder of their own below build/."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

AXE = "axe-core@4.14.1"
VNU = "vnu-jar@26.9.27"


class ToolMissing(Exception):
    """A program that the check needs is not installed; the message says which and how to get it."""


@dataclass(frozen=True)
class Tools:
    """Where the checkers are."""

    axe: Path
    vnu: Path


def install_tools(folder: Path) -> Tools:
    """Install the checkers below `folder`, unless these versions are there; raises ToolMissing."""
    for program, package in (("npm", "npm"), ("java", "default-jre-headless")):
        if shutil.which(program) is None:
            raise ToolMissing(f"check-site needs {program}. On Debian: apt-get install {package}")
    tools = Tools(
        folder / "node_modules/axe-core/axe.min.js", folder / "node_modules/vnu-jar/build/dist/vnu.jar"
    )
    stamp = folder / "versions"
    wanted = f"{AXE}\n{VNU}\n"
    if not stamp.is_file() or stamp.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
        command = ["npm", "install", *options, "--silent", "--prefix", str(folder), AXE, VNU]
        subprocess.run(command, check=True)
        stamp.write_text(wanted)
    return tools
