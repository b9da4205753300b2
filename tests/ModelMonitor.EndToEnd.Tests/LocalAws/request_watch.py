"""Sees every request that a function makes: it is noted, and may be where the function's process is killed."""
import re
import threading

_CREDENTIAL = re.compile(r"Credential=([^/,]+)/[^/]+/[^/]+/([^/]+)/")


class RequestWatch:
    """Between the functions and moto."""

    def __init__(self, application, functions):
        self.requests = []
        self._application = application
        self._functions = functions
        self._lock = threading.Lock()
        self._interruptions = []

    def interrupt(self, function, method, key, after, times):
        """Kills the process of a function when it makes a matching request, before or after that is served."""
        with self._lock:
            self._interruptions.append({
                "function": function, "method": method, "key": re.compile(key), "after": after, "left": times})

    def pending(self):
        """How many processes are still to be killed."""
        with self._lock:
            return sum(interruption["left"] for interruption in self._interruptions)

    def __call__(self, environ, start_response):
        credential = _CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        sandbox = self._functions.sandbox_of(credential.group(1)) if credential else None
        if sandbox is None:
            return self._application(environ, start_response)
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        self.requests.append({
            "function": sandbox.configuration.name,
            "handler": sandbox.configuration.handler,
            "service": credential.group(2),
            "method": method,
            "path": path,
            "query": environ.get("QUERY_STRING", ""),
            "range": environ.get("HTTP_RANGE"),
        })
        interruption = self._take(sandbox.configuration.name, method, path)
        if interruption is not None and not interruption["after"]:
            sandbox.kill()
            start_response("503 Service Unavailable", [("Content-Length", "0")])
            return []
        response = self._application(environ, start_response)
        if interruption is not None:
            response = list(response)
            sandbox.kill()
        return response

    def _take(self, function, method, path):
        with self._lock:
            for interruption in self._interruptions:
                if (interruption["left"] > 0 and interruption["function"] == function
                        and interruption["method"] == method and interruption["key"].search(path)):
                    interruption["left"] -= 1
                    return interruption
        return None
