"""Real servers on this computer, each with a folder that a website is published to."""

import asyncio
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncssh
import httpx
import msgspec
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
from moto.server import ThreadedMotoServer
from obstore.store import S3Store
from wsgidav.dav_error import HTTP_FORBIDDEN, DAVError
from wsgidav.fs_dav_provider import FilesystemProvider
from wsgidav.wsgidav_app import WsgiDAVApp

from editor_app.domain.publish_target import PublishTarget, TargetKind

USER = "redaktionen"
PASSWORD = "korrekt-häst-42"


class Place:
    """An empty folder of a server; `name` tells it from those of other tests."""

    def __init__(self, server, name):
        self.server = server
        self.name = name
        self.password = PASSWORD
        server.make(name)

    def target(self, port=None, **changes):
        """Return the target, through the line at `port` where one is given."""
        target = PublishTarget(
            "webben",
            self.server.kind,
            self.server.address(port or self.server.port),
            folder=self.server.folder(self.name),
            user=USER,
            host_key=self.server.host_key,
        )
        return msgspec.structs.replace(target, **changes)

    def files(self):
        """Return what the server has, by path."""
        return self.server.files(self.name)

    def write(self, path, data):
        """Put a file there by another way."""
        self.server.write(self.name, path, data)

    def remove(self, path):
        """Remove a file by another way."""
        self.server.remove(self.name, path)


class _OnDisk:
    """What servers have in common whose files are on this disk."""

    host_key = ""

    def __init__(self, root):
        self.root = root

    def make(self, name):
        (self.root / name).mkdir()

    def folder(self, name):
        return name

    def files(self, name):
        top, found = self.root / name, {}
        for path in top.rglob("*"):
            # What is being put meanwhile gets its own name just now.
            with suppress(FileNotFoundError, IsADirectoryError):
                found[path.relative_to(top).as_posix()] = path.read_bytes()
        return found

    def write(self, name, path, data):
        (self.root / name / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name / path).write_bytes(data)

    def remove(self, name, path):
        (self.root / name / path).unlink()


class SshServer(_OnDisk):
    """asyncssh's own server, in a thread with a loop of its own."""

    kind = TargetKind.SFTP

    def __init__(self, root):
        super().__init__(root)
        self.key = asyncssh.generate_private_key("ssh-ed25519")
        self.user_key = asyncssh.generate_private_key("ssh-ed25519")
        self.host_key = self.key.export_public_key().decode().strip()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._run(self._listen())
        self.port = self._server.sockets[0].getsockname()[1]

    async def _listen(self):
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[self.key],
            server_factory=lambda: _Login(self.user_key),
            sftp_factory=lambda channel: _Sftp(channel, chroot=str(self.root).encode()),
        )

    def _run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    def close(self):
        async def end():
            self._server.close()
            await self._server.wait_closed()
            rest = asyncio.all_tasks() - {asyncio.current_task()}
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)

        self._run(end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def address(self, port):
        return f"127.0.0.1:{port}"


class _Login(asyncssh.SSHServer):
    def __init__(self, user_key):
        self._user_key = user_key

    def password_auth_supported(self):
        return True

    def public_key_auth_supported(self):
        return True

    def validate_public_key(self, username, key):
        return username == USER and key == self._user_key.convert_to_public()

    def validate_password(self, username, password):
        return (username, password) == (USER, PASSWORD)


class _Sftp(asyncssh.SFTPServer):
    """Has no room for what is called full, and lets nobody write to what is locked."""

    def open(self, path, pflags, attrs):
        if pflags & asyncssh.FXF_WRITE:
            if b"locked" in path:
                raise asyncssh.SFTPPermissionDenied("Permission denied")
            if b"full" in path:
                raise asyncssh.SFTPFailure("Failure")
        return super().open(path, pflags, attrs)

    def statvfs(self, path):
        found = super().statvfs(path)
        return asyncssh.SFTPVFSAttrs(
            found.f_bsize, found.f_frsize, found.f_blocks, 0, 0, found.f_files, 0, 0, 0, 0, 255
        )


class DavServer(_OnDisk):
    """WsgiDAV below cheroot."""

    kind = TargetKind.WEBDAV

    def __init__(self, root, certificate=None):
        super().__init__(root)
        app = WsgiDAVApp(
            {
                "provider_mapping": {"/": _Provider(str(root))},
                "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
                "http_authenticator": {"accept_basic": True, "accept_digest": False},
                "logging": {"enable": False},
                "verbose": 0,
            }
        )
        self._scheme = "https" if certificate else "http"
        self._server = Server(("127.0.0.1", 0), app, numthreads=8)
        self._server.shutdown_timeout = 1
        if certificate:
            self._server.ssl_adapter = BuiltinSSLAdapter(*certificate)
        self._server.prepare()
        self.port = self._server.bind_addr[1]
        self._thread = threading.Thread(target=self._server.serve, daemon=True)
        self._thread.start()

    def close(self):
        self._server.stop()
        self._thread.join()

    def address(self, port):
        return f"{self._scheme}://127.0.0.1:{port}"


class _Provider(FilesystemProvider):
    def get_resource_inst(self, path, environ):
        if environ["REQUEST_METHOD"] == "PUT":
            if "locked" in path:
                raise DAVError(HTTP_FORBIDDEN)
            if "full" in path:
                raise DAVError(507)
        return super().get_resource_inst(path, environ)


class S3Server:
    """moto's server, which has a bucket for each test."""

    kind = TargetKind.S3
    host_key = ""

    def __init__(self, _root):
        self._server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
        self._server.start()
        self.port = self._server.get_host_and_port()[1]

    def close(self):
        self._server.stop()

    def address(self, port):
        return f"http://127.0.0.1:{port}"

    def make(self, name):
        httpx.put(f"{self.address(self.port)}/{name}", trust_env=False).raise_for_status()

    def folder(self, name):
        return f"{name}/webb"

    def store(self, name):
        return S3Store(
            name,
            prefix="webb",
            endpoint=self.address(self.port),
            access_key_id=USER,
            secret_access_key=PASSWORD,
            region="us-east-1",
            client_options={"allow_http": True},
        )

    def files(self, name):
        store = self.store(name)
        names = [one["path"] for group in store.list() for one in group]
        return {path: bytes(store.get(path).bytes()) for path in names}

    def write(self, name, path, data):
        self.store(name).put(path, data)

    def remove(self, name, path):
        self.store(name).delete(path)

    @contextmanager
    def asking_for_rights(self):
        """Let the server ask who comes, which it does not do else."""
        self._ask_after(0)
        try:
            yield
        finally:
            self._ask_after(10**9)

    def _ask_after(self, count):
        address = f"{self.address(self.port)}/moto-api/reset-auth"
        httpx.post(address, content=str(count), trust_env=False).raise_for_status()


SERVERS = {TargetKind.SFTP: SshServer, TargetKind.WEBDAV: DavServer, TargetKind.S3: S3Server}


def root_of(folder: Path, kind: TargetKind) -> Path:
    """Return a folder for the files of a server."""
    root = folder / kind.value
    root.mkdir()
    return root
