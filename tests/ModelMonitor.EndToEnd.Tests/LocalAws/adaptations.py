"""What moto leaves out and these tests rely on, each as AWS documents it."""
import threading

import moto.backends
import moto.s3.notifications
from moto.awslambda.models import LambdaFunction
from moto.events.models import Rule
from moto.iam.models import Role, iam_backends
from moto.s3.models import FakeBucket

import alarms  # noqa: F401  CloudFormation makes what it declares
import endpoints
import event_bus
import step_functions


def apply(functions, port):
    """Changes moto, before its server starts."""
    LambdaFunction._invoke_lambda = lambda function, event=None: functions.invoke(function, event)
    _keep_dead_letter_queues()
    _make_buckets_as_described()
    _detach_policies()
    endpoints.apply()
    # To moto, an event of PutEvents matches rules that have a schedule and no pattern, and starts neither state machines nor functions.
    Rule.send_to_targets = lambda rule, event, transform_input=True: event_bus.deliver(rule, event)
    step_functions.apply(port)
    # moto lists its own folder for every request.
    modules = list(moto.backends.list_of_moto_modules())
    moto.backends.list_of_moto_modules = lambda: modules


def _keep_dead_letter_queues():
    create = LambdaFunction.create_from_cloudformation_json.__func__

    @classmethod
    def create_with_queue(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        function = create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)
        function.dead_letter_queue = cloudformation_json["Properties"].get("DeadLetterConfig", {}).get("TargetArn")
        return function

    LambdaFunction.create_from_cloudformation_json = create_with_queue


def _make_buckets_as_described():
    """A bucket whose template asks for it keeps versions, and tells EventBridge of its objects."""
    create = FakeBucket.create_from_cloudformation_json.__func__

    @classmethod
    def create_as_described(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        bucket = create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)
        properties = cloudformation_json.get("Properties", {})
        bucket.sends_events = "EventBridgeConfiguration" in properties.get("NotificationConfiguration", {})
        bucket.versioning_status = properties.get("VersioningConfiguration", {}).get("Status")
        return bucket

    def send_event(account_id, event_name, bucket, key):
        name = str(getattr(event_name, "value", event_name))
        if getattr(bucket, "sends_events", False) and name.startswith("s3:ObjectCreated:"):
            reason = {"Put": "PutObject", "Copy": "CopyObject"}.get(name.split(":")[2], name.split(":")[2])
            event_bus.object_created(bucket, key, reason)

    FakeBucket.create_from_cloudformation_json = create_as_described
    moto.s3.notifications.send_event = send_event


def _detach_policies():
    """CloudFormation detaches the managed policies of a stack's role before it deletes the role."""
    delete = Role.delete_from_cloudformation_json.__func__

    @classmethod
    def detach_and_delete(cls, resource_name, cloudformation_json, account_id, region_name):
        role = iam_backends[account_id]["aws"].get_role(resource_name)
        for policy in list(role.managed_policies.values()):
            policy.detach_from(role)
        delete(cls, resource_name, cloudformation_json, account_id, region_name)

    Role.delete_from_cloudformation_json = detach_and_delete


class ConditionalWrites:
    """Takes the writes of one object one after another, so that of two that ask for a condition one is refused."""

    def __init__(self, application):
        self._application = application
        self._locks = [threading.Lock() for _ in range(64)]

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] not in ("PUT", "POST") or "/s3/aws4_request" not in environ.get("HTTP_AUTHORIZATION", ""):
            return self._application(environ, start_response)
        with self._locks[hash(environ["PATH_INFO"]) % len(self._locks)]:
            return list(self._application(environ, start_response))
