"""The Lambda Runtime API of one process."""
import http.server
import json
import re
import threading

_VERSION = "/2018-06-01/runtime"
_COMPLETION = re.compile(_VERSION + r"/invocation/([^/]+)/(response|error)$")
_LARGEST_RESPONSE = 6 * 1024 * 1024


class RuntimeApi(http.server.ThreadingHTTPServer):
    """Hands out invocations by `take` and gives what came of them to `complete`."""

    daemon_threads = True

    def __init__(self, take, complete):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.take = take
        self.complete = complete
        self.address = "127.0.0.1:%d" % self.server_address[1]
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def close(self):
        threading.Thread(target=self._close, daemon=True).start()

    def _close(self):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """A process that ended leaves its connection; that is no error of this server's."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path != f"{_VERSION}/invocation/next":
            return self._answer(404)
        invocation = self.server.take()
        if invocation is None:
            self.close_connection = True
            return None
        return self._answer(200, invocation.payload, {
            "Lambda-Runtime-Aws-Request-Id": invocation.id,
            "Lambda-Runtime-Deadline-Ms": str(invocation.deadline_ms),
            "Lambda-Runtime-Invoked-Function-Arn": invocation.arn,
            "Lambda-Runtime-Trace-Id": invocation.trace,
        })

    def do_POST(self):
        body = self._body()
        if self.path == f"{_VERSION}/init/error":
            self.server.complete("init-error", None, body)
            return self._answer(202, b'{"status":"OK"}')
        match = _COMPLETION.match(self.path)
        if match is None:
            return self._answer(404)
        if len(body) > _LARGEST_RESPONSE:
            return self._answer(413, _error("RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291556 bytes)."))
        if not self.server.complete(match.group(2), match.group(1), body):
            return self._answer(400, _error("InvalidRequestID", "Invalid request ID"))
        return self._answer(202, b'{"status":"OK"}')

    def _body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        chunks = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)

    def _answer(self, status, body=b"{}", headers=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()


def _error(kind, message):
    return json.dumps({"errorType": kind, "errorMessage": message}).encode()
