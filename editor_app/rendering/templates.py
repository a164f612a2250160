"""The templates of the site: the program's own, and those in a folder that take the place of them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from editor_app.domain.errors import EditorAppError
from editor_app.resource_files import RESOURCES

_OWN = RESOURCES / "templates"
_DIGEST_SIZE = sha256().digest_size
# What Jinja calls a value of ours: whoever writes templates knows no modules.
_OBJECT = re.compile(r"'(?:\w+\.)+(\w+) object'")
# What expressions of a template raise that ask values for something they cannot do.
_MISTAKES = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError)


class BrokenTemplate(EditorAppError):
    """The template at `path` cannot be used: in `line`, 0 where that is not known, `reason` is wrong."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class TemplateFolderMissing(EditorAppError):
    """There is no folder at `path`, where templates were to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Templates:
    """Those in resources/templates; one of the same name in `folder` is taken instead.

    Templates in a folder get values and no way to the rest of the program. Raises TemplateFolderMissing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None and not folder.is_dir():
            raise TemplateFolderMissing(folder)
        self.folder = folder

    def render(self, name: str, /, **values: Any) -> str:
        """Return what the template `name` makes of `values`; raises BrokenTemplate for one in the folder."""
        with self._told_where(name):
            return _environment(self.folder).get_template(name).render(values)

    def macro(self, name: str, macro: str, /, *values: Any) -> Markup:
        """Return what a macro of the template `name` makes of `values`; raises BrokenTemplate as `render`."""
        with self._told_where(name):
            made: Markup = getattr(_environment(self.folder).get_template(name).module, macro)(*values)
            return made

    @contextmanager
    def _told_where(self, name: str) -> Iterator[None]:
        try:
            yield
        except TemplateSyntaxError as error:
            file = Path(error.filename or name)
            if self._is_there(file):
                raise BrokenTemplate(file, error.lineno, error.message or str(error)) from error
            raise
        except _MISTAKES as error:
            place = self._place(error.__traceback__)
            if place is None:
                raise
            reason = _OBJECT.sub(r"\1", str(error))
            if isinstance(error, TemplateNotFound):
                reason = f"there is no template {error.message}"
            raise BrokenTemplate(*place, reason or type(error).__name__) from error

    def is_own(self, name: str) -> bool:
        """Whether the template `name` is the program's own."""
        return self.folder is None or not (self.folder / name).is_file()

    def fingerprint(self) -> str:
        """Return what becomes another value, in hex, as soon as a template in the folder does; else empty."""
        if self.folder is None:
            return ""
        seen = sha256()
        for file in sorted(self.folder.rglob("*.html")):
            content = file.read_bytes()
            seen.update(f"{file.relative_to(self.folder).as_posix()}\0{len(content)}\0".encode())
            seen.update(content)
        return seen.hexdigest()

    def _place(self, trace: TracebackType | None) -> tuple[Path, int] | None:
        """Return the file and the line of the innermost template of the folder that was at work."""
        place = None
        while trace is not None:
            file = Path(trace.tb_frame.f_code.co_filename)
            if self._is_there(file):
                place = file, trace.tb_lineno
            trace = trace.tb_next
        return place

    def _is_there(self, file: Path) -> bool:
        return self.folder is not None and file.is_relative_to(self.folder)


OWN_TEMPLATES = Templates()


def templates_in(folder: str) -> Templates:
    """Return the templates where `folder` takes the place of the program's own, none where it is empty."""
    return Templates(Path(folder) if folder else None)


@cache
def _environment(folder: Path | None) -> Environment:
    options: dict[str, Any] = {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    if folder is None:
        return Environment(
            loader=FileSystemLoader(_OWN), auto_reload=False, bytecode_cache=_compiled(options), **options
        )
    # Whoever works on a template looks at the page again and again.
    return ImmutableSandboxedEnvironment(loader=_overlaid(folder), auto_reload=True, **options)


class _Compiled(FileSystemBytecodeCache):
    """What templates were compiled to. Where it cannot be kept, each run compiles what it needs."""

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = Path(self._get_cache_filename(bucket))
        with suppress(OSError):
            data = kept.read_bytes()
            code = data[_DIGEST_SIZE:]
            # Of what a full disk cut short, or was altered, the reader of code could make anything.
            if sha256(code).digest() == data[:_DIGEST_SIZE]:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            Path(self._get_cache_filename(bucket)).write_bytes(sha256(code).digest() + code)


def _compiled(options: dict[str, Any]) -> _Compiled | None:
    """Return what is kept in this person's cache folder, None where there can be no folder."""
    # The window does not wait for what only pages need.
    from platformdirs import user_cache_path

    folder = user_cache_path("pressklar", appauthor=False) / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    # Of the same words other options make other code.
    made_with = sha256(repr(sorted(options.items())).encode()).hexdigest()[:16]
    return _Compiled(str(folder), f"{made_with}-%s")


def _overlaid(folder: Path) -> BaseLoader:
    return ChoiceLoader([FileSystemLoader(folder), FileSystemLoader(_OWN)])
