"""A line that is cut: connections to a server go through it until so many bytes have been sent."""

import socket
import threading
from contextlib import suppress


class CuttingLine:
    """Passes on what comes to `port`; after `after` bytes towards the server it cuts every connection.

    It does so `times` times, beginning to count anew each time; `for_good` then lets none in any more.
    """

    def __init__(self, server_port, *, after, times=1, for_good=False):
        self._server_port = server_port
        self._after = after
        self._times = times
        self._for_good = for_good
        self._passed = 0
        self._open = []
        self._lock = threading.Lock()
        self.cuts = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        # A thread that waits for connections is not woken by a close alone.
        self._shut(self._listener)
        self._cut()
        for thread in self._threads:
            thread.join(5)

    def _accept(self):
        while True:
            try:
                client, _address = self._listener.accept()
            except OSError:
                return
            if self.cuts and self._for_good:
                client.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self._server_port))
            except OSError:
                client.close()
                continue
            for one in (client, server):
                # Small pieces would wait for each other on the way.
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open += [client, server]
            for one, other, counted in ((client, server, True), (server, client, False)):
                thread = threading.Thread(target=self._pass_on, args=(one, other, counted), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, one, other, counted):
        try:
            while data := one.recv(16384):
                if counted and self._is_to_be_cut(len(data)):
                    self._cut()
                    return
                other.sendall(data)
        except OSError:
            return
        finally:
            self._shut(one)
            self._shut(other)

    def _is_to_be_cut(self, count):
        with self._lock:
            if self.cuts >= self._times:
                return False
            self._passed += count
            if self._passed <= self._after:
                return False
            self._passed = 0
            self.cuts += 1
            return True

    def _cut(self):
        with self._lock:
            connections, self._open = self._open, []
        for one in connections:
            self._shut(one)

    @staticmethod
    def _shut(one):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()
