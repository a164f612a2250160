"""What the browser engine is given to read: the current page, the site's own files and images."""

import re
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from shiboken6 import isValid

from editor_app.domain.errors import EditorAppError

SCHEME = b"pressklar"
HOST = "site"
# No script of the page may run: our patches come from a world of their own.
POLICY = b"default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'"
IMAGE_CACHE_SIZE = 64

SiteFiles = Callable[[str], tuple[bytes, str] | None]
ImageLoader = Callable[[str, Callable[[bytes], None], Callable[[EditorAppError], None]], None]

_IMAGE_PATH = re.compile(r"(?:.*/)?(bilder/[0-9a-f]{64}(?:-\d+)+\.webp)")


def register_scheme() -> None:
    """Make `pressklar:` known to the browser engine; to be called before its first profile is made."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def page_url(path: str) -> QUrl:
    """Return where the page at the site-relative `path` is to be read."""
    url = QUrl()
    url.setScheme(SCHEME.decode())
    url.setHost(HOST)
    url.setPath("/" + path)
    return url


class PageSource(QWebEngineUrlSchemeHandler):
    """Answers requests for the one current page, the site's files and the page images."""

    def __init__(self, site_files: SiteFiles, load_image: ImageLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._site_files = site_files
        self._load_image = load_image
        self._images: OrderedDict[str, bytes] = OrderedDict()
        self._path = ""
        self._html = b""

    def set_page(self, path: str, html: str) -> None:
        """Let `html` be what is read at the site-relative `path`."""
        self._path, self._html = path, html.encode()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path().lstrip("/")
        if path == self._path:
            _reply(job, self._html, "text/html; charset=utf-8")
        elif (file := self._site_files(path)) is not None:
            _reply(job, *file)
        elif match := _IMAGE_PATH.fullmatch(path):
            self._reply_with_image(job, match[1])
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _reply_with_image(self, job: QWebEngineUrlRequestJob, path: str) -> None:
        if path in self._images:
            self._images.move_to_end(path)
            _reply(job, self._images[path], "image/webp")
            return

        def done(data: bytes) -> None:
            self._keep(path, data)
            # The engine drops a job when the page is left before the image has come.
            if isValid(job):
                _reply(job, data, "image/webp")

        def failed(_error: EditorAppError) -> None:
            if isValid(job):
                job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

        self._load_image(path, done, failed)

    def _keep(self, path: str, data: bytes) -> None:
        self._images[path] = data
        if len(self._images) > IMAGE_CACHE_SIZE:
            self._images.popitem(last=False)


class NoNetwork(QWebEngineUrlRequestInterceptor):
    """Stops whatever is not ours."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in {SCHEME.decode(), "data"}:
            info.block(True)


def _reply(job: QWebEngineUrlRequestJob, data: bytes, media_type: str) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The stubs know only one value for each name, the binding takes only several.
    headers = {
        QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY)],
        # The engine would show a stylesheet that it has read before, whatever colour was chosen since.
        QByteArray(b"Cache-Control"): [QByteArray(b"no-store")],
    }
    job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]
    job.reply(media_type.encode(), buffer)
