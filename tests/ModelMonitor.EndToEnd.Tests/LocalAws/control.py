"""What tests ask the local AWS beside AWS's own interfaces: one path each, JSON in and out."""
import http.server
import json
import threading
import time
import traceback
from urllib.parse import parse_qs, unquote, urlsplit

from moto.cloudformation.models import cloudformation_backends
from moto.core import DEFAULT_ACCOUNT_ID
from moto.sqs.models import sqs_backends
from moto.stepfunctions.responses import get_backend as step_functions

import embedded_metrics
import endpoints
import event_bus
import retraining

REGION = "us-east-1"


class Control(http.server.ThreadingHTTPServer):
    """Answers on the loopback interface."""

    daemon_threads = True

    def __init__(self, functions, watch):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.functions = functions
        self.watch = watch
        self.address = "http://127.0.0.1:%d" % self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def read(self, path, query):
        """Answers a GET."""
        match path.strip("/").split("/"):
            case ["rules"]:
                return event_bus.describe(REGION)
            case ["deliveries"]:
                return event_bus.delivered
            case ["stacks", name]:
                return _stack(name)
            case ["executions"]:
                return [_execution(one) for machine in _states().state_machines for one in machine.executions]
            case ["executions", arn]:
                return _wait(unquote(arn), float(query.get("wait", ["0"])[0]))
            case ["history", arn]:
                return _find(unquote(arn)).to_history_output()["events"]
            case ["processes"]:
                return self.functions.describe()
            case ["invocations"]:
                return self.functions.invocations
            case ["logs", name]:
                return self.functions.log(name)
            case ["metrics"]:
                return list(embedded_metrics.everything())
            case ["refused-metrics"]:
                return embedded_metrics.refused
            case ["requests"]:
                return self.watch.requests
            case ["interruptions"]:
                return {"pending": self.watch.pending()}
            case ["endpoints", name]:
                return endpoints.describe(REGION, name)
            case ["queues", name]:
                return _messages(name)
            case ["pipelines", name]:
                return retraining.executions(name)
        raise LookupError(path)

    def write(self, path, body):
        """Answers a POST."""
        match path.strip("/").split("/"):
            case ["rules", name]:
                return event_bus.fire(REGION, unquote(name), body["time"])
            case ["endpoints", name]:
                endpoints.put(REGION, name, body["configuration"], body["tags"])
                return {}
            case ["events"]:
                return event_bus.send(body)
            case ["pipelines", name]:
                return retraining.create_pipeline(name)
            case ["topics", name]:
                return retraining.create_topic(name)
            case ["subscriptions"]:
                return retraining.subscribe(body["topic"], body["queue"])
            case ["interruptions"]:
                self.watch.interrupt(
                    body["function"], body["method"], body["key"], body.get("after", False), body.get("times", 1))
                return {}
        raise LookupError(path)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *_):
        pass

    def do_GET(self):
        parts = urlsplit(self.path)
        self._answer(lambda: self.server.read(parts.path, parse_qs(parts.query)))

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        self._answer(lambda: self.server.write(urlsplit(self.path).path, body))

    def _answer(self, work):
        try:
            status, answer = 200, work()
        except LookupError as fault:
            status, answer = 404, {"fault": str(fault)}
        except Exception:  # a test that asked for the impossible is told where
            status, answer = 500, {"fault": traceback.format_exc()}
        content = json.dumps(answer, default=str).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()


def _states():
    return step_functions(DEFAULT_ACCOUNT_ID, REGION)


def _find(arn):
    for machine in _states().state_machines:
        for execution in machine.executions:
            if execution.execution_arn == arn:
                return execution
    raise LookupError(arn)


def _wait(arn, seconds):
    execution, end = _find(arn), time.monotonic() + seconds
    while execution.status == "RUNNING" and time.monotonic() < end:
        time.sleep(0.01)
    return _execution(execution)


def _execution(execution):
    stopped = execution.stop_date
    return {
        "arn": execution.execution_arn,
        "status": execution.status,
        "input": execution.input_data,
        "output": execution.output,
        "error": execution.error,
        "cause": execution.cause,
        "seconds": (stopped - execution.start_date).total_seconds() if stopped else None,
    }


def _stack(name):
    backend = cloudformation_backends[DEFAULT_ACCOUNT_ID][REGION]
    stack = next((stack for stack in backend.stacks.values() if stack.name == name), None)
    if stack is None:
        raise LookupError(name)
    return [{
        "logicalId": resource.logical_resource_id,
        "type": resource.cloudformation_type(),
        "physicalId": str(resource.physical_resource_id),
    } for resource in stack.stack_resources if hasattr(resource, "physical_resource_id")]


def _messages(name):
    queue = sqs_backends[DEFAULT_ACCOUNT_ID][REGION].queues.get(name)
    if queue is None:
        raise LookupError(name)
    return [message.body for message in queue._messages]
