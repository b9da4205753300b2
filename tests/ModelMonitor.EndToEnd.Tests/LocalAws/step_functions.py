"""What moto's Step Functions leave out, as AWS documents it; and what makes them slow without need."""
import copy
import functools
import json
import re
import threading
import time
import types

import boto3
import botocore.config
import moto.stepfunctions.models
import moto.stepfunctions.parser.asl.utils.boto_client as clients
from moto.core.config import default_user_config

# Pauses are a twentieth of what the state machine says: they are waited for, but not for minutes.
_PAUSE = 0.05
_DECLARATION = re.compile(r"\(?\s*\$states\s*:=\s*")
_CHILD_TYPE = re.compile(r'("ExecutionType"\s*:\s*")EXPRESS(")')


def apply(port):
    """Changes moto before it loads its interpreter."""
    default_user_config["stepfunctions"]["execute_state_machine"] = True
    clients.boto_client_for = _shared_clients(port)

    import moto.stepfunctions.parser.asl.component.common.path.result_path as result_path
    import moto.stepfunctions.parser.asl.component.common.retry.retrier_decl as retrier
    import moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function as wait_function
    import moto.stepfunctions.parser.asl.utils.json_path as json_path
    from moto.stepfunctions.parser.models import stepfunctions_parser_backends

    # CloudFormation makes state machines in the backend that does not execute them.
    moto.stepfunctions.models.stepfunctions_backends = stepfunctions_parser_backends
    # An execution gets a copy of its state machine; what lies behind it, other executions included, is not its own.
    moto.stepfunctions.models.StateMachine.__deepcopy__ = lambda self, memo: copy.copy(self)
    retrier.time = types.SimpleNamespace(sleep=lambda seconds: time.sleep(seconds * _PAUSE))
    wait_function.WaitFunction._wait_interval = _wait
    # The parser of paths makes its grammar's tables anew for every path.
    json_path.parse = functools.cache(json_path.parse)
    result_path.parse = functools.cache(result_path.parse)
    _evaluate_paths_of_jsonata()
    _know_express_children()
    _tolerate_no_more_failures_than_said()


def _wait(self, env, wait_seconds):
    end = time.monotonic() + wait_seconds * _PAUSE
    while time.monotonic() < end and env.is_running():
        time.sleep(min(0.1, max(0, end - time.monotonic())))


def _shared_clients(port):
    """One client for each service; moto makes one for every call, which takes longer than most calls."""
    lock = threading.Lock()

    @functools.cache
    def client(region, service):
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=f"http://localhost:{port}",
            aws_access_key_id="states",
            aws_secret_access_key="states",
            config=botocore.config.Config(
                parameter_validation=False, max_pool_connections=200, read_timeout=1000, retries={"total_max_attempts": 1}),
        )

    def shared(region, service, state_credentials=None):
        with lock:
            return client(region, service)

    return shared


def _evaluate_paths_of_jsonata():
    """moto leaves expressions to a library in Java; what stands in the definitions is a path into the state's input."""
    import moto.stepfunctions.parser.asl.jsonata.jsonata as jsonata

    def evaluate(expression):
        declared = _DECLARATION.match(expression)
        states, end = json.JSONDecoder().raw_decode(expression, declared.end())
        value = {"$states": states}
        for name in expression[end:].lstrip("; ").rstrip(" )").split("."):
            value = value[name]
        return value

    jsonata._eval_jsonata = evaluate


def _know_express_children():
    """The children of a distributed map run the same whichever type they have; moto's grammar knows one of two."""
    from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser

    parse = AmazonStateLanguageParser.parse
    AmazonStateLanguageParser.parse = staticmethod(lambda definition: parse(_CHILD_TYPE.sub(r"\1STANDARD\2", definition)))


def _tolerate_no_more_failures_than_said():
    """A distributed map whose items fail more often than is tolerated fails; moto's succeeds with nulls."""
    from moto.stepfunctions.parser.api import HistoryEventType, MapRunFailedEventDetails
    from moto.stepfunctions.parser.asl.component.common.error_name.failure_event import FailureEvent, FailureEventException
    from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name import StatesErrorName
    from moto.stepfunctions.parser.asl.component.common.error_name.states_error_name_type import StatesErrorNameType
    from moto.stepfunctions.parser.asl.component.state.exec.state_map.iteration.itemprocessor.distributed_item_processor_worker import (
        DistributedItemProcessorWorker)
    from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails

    run_item = DistributedItemProcessorWorker._eval_job
    kind = StatesErrorNameType.StatesExceedToleratedFailureThreshold

    def run_item_and_count(self, env, job):
        run_item(self, env, job)
        record = self._map_run_record
        failed, items = record.item_counter.failed.get(), self._job_pool._jobs_number
        if failed > record.tolerated_failure_count and failed > items * record.tolerated_failure_percentage / 100:
            job.job_output = FailureEventException(FailureEvent(
                env=env,
                error_name=StatesErrorName(typ=kind),
                event_type=HistoryEventType.MapRunFailed,
                event_details=EventDetails(mapRunFailedEventDetails=MapRunFailedEventDetails(
                    error=kind.to_name(), cause="The specified tolerated failure threshold was exceeded")),
            ))

    DistributedItemProcessorWorker._eval_job = run_item_and_count
