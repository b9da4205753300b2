"""The functions of the account: their warm processes, and what their invocations came to."""
import io
import json
import os
import shutil
import tempfile
import threading
import time
import zipfile

import embedded_metrics
from sandbox import Configuration, Sandbox

# More processes of a function at once than this are of no use on a small machine.
CONCURRENCY = 4


class Functions:
    """Runs deployed functions; a process that served its event is kept for the next one."""

    def __init__(self):
        self.endpoint = None
        self.invocations = []
        self._folder = tempfile.mkdtemp(prefix="local-aws-")
        self._lock = threading.Lock()
        self._places = {}
        self._sandboxes = []
        self._idle = {}
        self._logs = {}

    def invoke(self, function, event=None):
        """Serves one event; returns what moto wants of an invocation: body, whether it failed, log."""
        body = event if isinstance(event, str) else json.dumps({} if event is None else event)
        began = time.time()
        with self._place(function.function_name):
            sandbox, outcome, request_id = self._take(self._configuration(function)), None, None
            started = time.monotonic()
            if isinstance(sandbox, Sandbox):
                request_id, outcome = sandbox.invoke(body.encode())
                if not outcome.dead:
                    self._give_back(sandbox)
            else:
                sandbox, outcome = sandbox
            self.invocations.append({
                "function": function.function_name,
                "handler": function.handler,
                "requestId": request_id,
                "began": began,
                "seconds": time.monotonic() - started,
                "waited": time.time() - began - (time.monotonic() - started),
                "warm": sandbox.served > 1,
                "failed": outcome.failed,
                "error": _error_type(outcome),
                "peakKilobytes": sandbox.peak_kb,
            })
        return outcome.body.decode(), outcome.failed, ""

    def sandbox_of(self, access_key):
        """The process that signs its requests with this key."""
        with self._lock:
            return next((sandbox for sandbox in self._sandboxes if sandbox.access_key == access_key), None)

    def describe(self):
        """Every process that was started."""
        with self._lock:
            return [{
                "function": sandbox.configuration.name,
                "handler": sandbox.configuration.handler,
                "memory": sandbox.configuration.memory,
                "pid": sandbox.pid,
                "alive": sandbox.alive,
                "served": sandbox.served,
                "peakKilobytes": sandbox.peak_kb,
            } for sandbox in self._sandboxes]

    def log(self, name):
        """The lines that a function's processes wrote, in the order they came."""
        with self._lock:
            return list(self._logs.get(name, []))

    def close(self):
        """Ends every process."""
        with self._lock:
            sandboxes = [sandbox for sandbox in self._sandboxes if sandbox.alive]
        for sandbox in sandboxes:
            sandbox.retire()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _place(self, name):
        with self._lock:
            return self._places.setdefault(name, threading.Semaphore(CONCURRENCY))

    def _take(self, configuration):
        """A process that is ready, or one that failed to start with its failure."""
        with self._lock:
            idle = self._idle.setdefault(configuration.name, [])
            stale = [sandbox for sandbox in idle if sandbox.configuration != configuration or not sandbox.alive]
            for sandbox in stale:
                idle.remove(sandbox)
            found = idle.pop() if idle else None
        for sandbox in stale:
            sandbox.retire()
        if found is not None:
            return found
        sandbox = Sandbox(configuration, self.endpoint, self._on_line)
        with self._lock:
            self._sandboxes.append(sandbox)
        problem = sandbox.initialize()
        return sandbox if problem is None else (sandbox, problem)

    def _give_back(self, sandbox):
        with self._lock:
            self._idle[sandbox.configuration.name].append(sandbox)

    def _on_line(self, sandbox, line):
        with self._lock:
            self._logs.setdefault(sandbox.configuration.name, []).append(line)
        embedded_metrics.publish(line, sandbox.configuration.region)

    def _configuration(self, function):
        return Configuration(
            name=function.function_name,
            arn=function.function_arn,
            handler=function.handler,
            code=function.code_sha_256,
            folder=self._unpack(function),
            memory=int(function.memory_size),
            timeout=int(function.timeout),
            region=function.region,
            log_group=function.logs_group_name,
            environment=tuple(sorted(function.environment_vars.items())),
        )

    def _unpack(self, function):
        folder = os.path.join(self._folder, function.code_digest.replace("sha256:", ""))
        with self._lock:
            if not os.path.isdir(folder):
                with zipfile.ZipFile(io.BytesIO(function.code_bytes)) as archive:
                    archive.extractall(folder + ".new")
                os.chmod(os.path.join(folder + ".new", "bootstrap"), 0o755)
                os.rename(folder + ".new", folder)
        return folder


def _error_type(outcome):
    if not outcome.failed:
        return None
    try:
        return json.loads(outcome.body)["errorType"]
    except (ValueError, KeyError, TypeError):
        return "Unhandled"
