"""EventBridge: rules that match an event, or are fired by the clock, start their targets."""
import datetime
import json
import re
import threading
import time
import uuid

from moto.awslambda.models import lambda_backends
from moto.core import DEFAULT_ACCOUNT_ID
from moto.events.models import events_backends
from moto.sqs.models import sqs_backends
from moto.stepfunctions.responses import get_backend as step_functions

# Lambda tries an asynchronous invocation twice more, after a minute and after two; here the pauses are short.
RETRY_PAUSES = (0.1, 0.2)

delivered = []
_PLACEHOLDER = re.compile(r"<([A-Za-z0-9_.-]+)>")


def object_created(bucket, key, reason):
    """Says to the bus what S3 says of an object that was written."""
    send({
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Object Created",
        "source": "aws.s3",
        "account": DEFAULT_ACCOUNT_ID,
        "time": _now(),
        "region": bucket.region_name,
        "resources": [bucket.arn],
        "detail": {
            "version": "0",
            "bucket": {"name": bucket.name},
            "object": {
                "key": key.name,
                "size": key.size,
                "etag": key.etag.strip('"'),
                "version-id": key.version_id or "null",
                "sequencer": f"{time.time_ns():016X}",
            },
            "request-id": uuid.uuid4().hex[:16].upper(),
            "requester": DEFAULT_ACCOUNT_ID,
            "source-ip-address": "127.0.0.1",
            "reason": reason,
        },
    })


def send(event):
    """Starts the targets of all rules that match; the names of the rules."""
    return [rule.name for rule in _rules(event["region"]) if deliver(rule, event)]


def deliver(rule, event):
    """Starts the targets of a rule if the event matches its pattern; a rule with a schedule has none."""
    matches = bool(rule.state == "ENABLED" and rule.event_pattern.get_pattern() and rule.event_pattern.matches_event(event))
    if matches:
        threading.Thread(target=_start_targets, args=(rule, event), daemon=True).start()
    return matches


def fire(region, name, moment):
    """Fires a scheduled rule as its cron expression does at that moment; what its targets answered."""
    rule = next((rule for rule in _rules(region) if rule.name == name), None)
    if rule is None or not rule.scheduled_expression or rule.state != "ENABLED":
        raise LookupError(f"{name} is no enabled rule with a schedule.")
    return _start_targets(rule, {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": DEFAULT_ACCOUNT_ID,
        "time": moment,
        "region": region,
        "resources": [rule.arn],
        "detail": {},
    })


def describe(region):
    """The rules as they were deployed."""
    return [{
        "name": rule.name,
        "description": rule.description,
        "schedule": rule.scheduled_expression,
        "state": rule.state,
        "targets": rule.targets,
    } for rule in _rules(region)]


def _rules(region):
    for bus in events_backends[DEFAULT_ACCOUNT_ID][region].event_buses.values():
        yield from list(bus.rules.values())


def _start_targets(rule, event):
    return [_start(target, target_input(target, event), event["region"]) for target in rule.targets]


def target_input(target, event):
    """What a target is given: the event, a part of it, a constant, or a template filled in."""
    if target.get("Input"):
        return json.loads(target["Input"])
    if target.get("InputPath"):
        return _at(event, target["InputPath"])
    transformer = target.get("InputTransformer")
    if not transformer:
        return event
    values = {name: _at(event, path) for name, path in (transformer.get("InputPathsMap") or {}).items()}
    values["aws.events.event.json"] = event
    return json.loads(_fill(transformer["InputTemplate"], values))


def _fill(template, values):
    """A placeholder within a string is put in as text, one outside as JSON."""
    filled, position, quoted = [], 0, False
    while position < len(template):
        character = template[position]
        match = _PLACEHOLDER.match(template, position)
        if match and match.group(1) in values:
            value = values[match.group(1)]
            text = json.dumps(value)
            filled.append(text[1:-1] if quoted and isinstance(value, str) else text)
            position = match.end()
            continue
        if character == "\\" and quoted:
            filled.append(template[position:position + 2])
            position += 2
            continue
        quoted ^= character == '"'
        filled.append(character)
        position += 1
    return "".join(filled)


def _at(event, path):
    value = event
    for name in path.split(".")[1:]:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _start(target, content, region):
    service = target["Arn"].split(":")[2]
    if service == "states":
        execution = step_functions(DEFAULT_ACCOUNT_ID, region).start_execution(
            target["Arn"], str(uuid.uuid4()), json.dumps(content))
        record = {"execution": execution.execution_arn}
    elif service == "lambda":
        record = _invoke(target, content, region)
    elif service == "sqs":
        _send_message(target["Arn"], content)
        record = {"queue": target["Arn"]}
    else:
        raise NotImplementedError(f"a rule's target {target['Arn']}")
    delivered.append({**record, "target": target["Arn"], "input": content})
    return record


def _invoke(target, content, region):
    """An asynchronous invocation: tried again, then given to the function's dead-letter queue."""
    function = lambda_backends[DEFAULT_ACCOUNT_ID][region].get_function(target["Arn"])
    for pause in (*RETRY_PAUSES, None):
        body, failed, _ = function._invoke_lambda(json.dumps(content))
        if not failed:
            return {"function": function.function_name, "response": body}
        if pause is not None:
            time.sleep(pause)
    if function.dead_letter_queue:
        _send_message(function.dead_letter_queue, content)
    return {"function": function.function_name, "error": body}


def _send_message(arn, content):
    _, _, _, region, _, name = arn.split(":")
    sqs_backends[DEFAULT_ACCOUNT_ID][region].send_message(name, json.dumps(content))


def _now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
