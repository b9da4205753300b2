"""A process of a function: it serves one invocation after another, as Lambda keeps an environment warm."""
import array
import datetime
import fcntl
import itertools
import json
import os
import queue
import re
import select
import signal
import subprocess
import termios
import threading
import time
import uuid
from dataclasses import dataclass, field

from runtime_api import RuntimeApi

INIT_SECONDS = 10
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Configuration:
    """What a function was deployed with; a process is of use as long as it stays the same."""

    name: str
    arn: str
    handler: str
    code: str
    folder: str
    memory: int
    timeout: int
    region: str
    log_group: str
    environment: tuple


@dataclass
class Invocation:
    """One event on its way through a process."""

    payload: bytes
    arn: str
    deadline_ms: int
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    trace: str = field(default_factory=lambda: f"Root=1-{int(time.time()):08x}-{uuid.uuid4().hex[:24]};Sampled=0")


@dataclass
class Outcome:
    """What came of an invocation."""

    body: bytes
    failed: bool = False
    dead: bool = False


def failure(kind, message, dead=False):
    return Outcome(json.dumps({"errorType": kind, "errorMessage": message}).encode(), failed=True, dead=dead)


class Sandbox:
    """Starts the deployed `bootstrap` and speaks the Lambda Runtime API with it."""

    def __init__(self, configuration, endpoint, on_line):
        self.configuration = configuration
        self.access_key = f"ASIALOCAL{next(_numbers):011d}"
        self.stream = f"{datetime.date.today():%Y/%m/%d}/[$LATEST]{uuid.uuid4().hex}"
        self.served = 0
        self.peak_kb = 0
        self.current = None
        self._on_line = on_line
        self._work = queue.Queue()
        self._events = queue.Queue()
        self._reading = threading.Lock()
        self._api = RuntimeApi(self._next, self._complete)
        self._process = subprocess.Popen(
            [os.path.join(configuration.folder, "bootstrap")],
            cwd=configuration.folder,
            env=self._environment(endpoint),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        threading.Thread(target=self._read_output, daemon=True).start()

    @property
    def pid(self):
        return self._process.pid

    @property
    def alive(self):
        return self._process.poll() is None

    def initialize(self):
        """Waits for the first request for work; the failure where there is none."""
        try:
            kind, detail = self._events.get(timeout=INIT_SECONDS)
        except queue.Empty:
            return self._end(failure("Sandbox.Timedout", f"Error: init took longer than {INIT_SECONDS} seconds", dead=True))
        if kind == "next":
            return None
        if kind == "init-error":
            return self._end(Outcome(detail, failed=True, dead=True))
        return self._end(failure("Runtime.ExitError", f"Error: Runtime exited {detail}", dead=True))

    def invoke(self, payload):
        """Serves one event within the function's timeout."""
        timeout = self.configuration.timeout
        invocation = Invocation(payload, self.configuration.arn, int((time.time() + timeout) * 1000))
        self.current = invocation
        self._work.put(invocation)
        outcome = self._await(invocation, time.monotonic() + timeout)
        self.current = None
        self.served += 1
        self._drain()
        self._measure()
        if not outcome.dead and self.peak_kb > self.configuration.memory * 1024:
            outcome = self._end(
                failure("Runtime.ExitError", f"RequestId: {invocation.id} Error: Runtime exited with error: signal: killed", dead=True))
        return invocation.id, outcome

    def kill(self):
        """Ends the process at once, wherever it is."""
        self._measure()
        try:
            self._process.send_signal(signal.SIGKILL)
        except ProcessLookupError:
            pass

    def retire(self):
        """Ends a process that is not needed any more."""
        self.kill()
        self._process.wait()
        self._work.put(None)
        self._api.close()

    def _await(self, invocation, deadline):
        while True:
            try:
                kind, detail = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return self._end(failure(
                    "Sandbox.Timedout",
                    f"RequestId: {invocation.id} Error: Task timed out after {self.configuration.timeout:.2f} seconds",
                    dead=True))
            if kind == "response":
                return Outcome(detail)
            if kind == "error":
                return Outcome(detail, failed=True)
            if kind == "exit":
                return self._end(failure("Runtime.ExitError", f"RequestId: {invocation.id} Error: Runtime exited {detail}", dead=True))

    def _end(self, outcome):
        self.retire()
        return outcome

    def _next(self):
        self._events.put(("next", None))
        return self._work.get()

    def _complete(self, kind, request_id, body):
        """Takes a response or an error; whether it was asked for."""
        if kind == "init-error":
            self._events.put((kind, body))
            return True
        current = self.current
        if current is None or current.id != request_id:
            return False
        self._events.put((kind, body))
        return True

    def _environment(self, endpoint):
        c = self.configuration
        return {
            **dict(c.environment),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "en_US.UTF-8",
            "TZ": ":UTC",
            "_HANDLER": c.handler,
            "AWS_LAMBDA_RUNTIME_API": self._api.address,
            "AWS_LAMBDA_FUNCTION_NAME": c.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(c.memory),
            "AWS_LAMBDA_LOG_GROUP_NAME": c.log_group,
            "AWS_LAMBDA_LOG_STREAM_NAME": self.stream,
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_EXECUTION_ENV": "AWS_Lambda_provided.al2023",
            "AWS_REGION": c.region,
            "AWS_DEFAULT_REGION": c.region,
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": "local",
            "AWS_SESSION_TOKEN": "local",
            "AWS_ENDPOINT_URL": endpoint,
            "LAMBDA_TASK_ROOT": c.folder,
            "LAMBDA_RUNTIME_DIR": c.folder,
            # Lambda's machine has the function's memory and no more; .NET's collector sizes itself by what it sees.
            "DOTNET_GCTotalPhysicalMemory": f"{c.memory * 1024 * 1024:x}",
        }

    def _read_output(self):
        pipe, rest = self._process.stdout.fileno(), b""
        while True:
            if not _wait_readable(pipe):
                continue
            with self._reading:
                chunk = os.read(pipe, 1 << 16)
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines if chunk else filter(None, [rest]):
                    self._on_line(self, line.decode("utf-8", "replace"))
            if not chunk:
                break
        code = self._process.wait()
        self._events.put(("exit", f"with error: signal: {-code}" if code < 0 else f"with error: exit status {code}"))

    def _drain(self):
        """Waits until all that the process has written so far was read: its metrics are then counted."""
        while True:
            with self._reading:
                if not self.alive or _unread(self._process.stdout.fileno()) == 0:
                    return
            time.sleep(0.001)

    def _measure(self):
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii", errors="replace") as status:
                peak = re.search(r"VmHWM:\s+(\d+)", status.read())
                self.peak_kb = max(self.peak_kb, int(peak.group(1))) if peak else self.peak_kb
        except OSError:
            pass


def _wait_readable(descriptor):
    return bool(select.select([descriptor], [], [], 1.0)[0])


def _unread(descriptor):
    count = array.array("i", [0])
    fcntl.ioctl(descriptor, termios.FIONREAD, count)
    return count[0]
