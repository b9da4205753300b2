"""AWS::Lambda::EventInvokeConfig, which moto does not make from templates: where events go that a function failed on for good."""
import datetime
import json

from moto.core.common_models import CloudFormationModel
from moto.sqs.models import sqs_backends

_destinations = {}


class EventInvokeConfig(CloudFormationModel):
    """The configuration of a function's asynchronous invocations. CloudFormation finds it among its base's subclasses."""

    # moto reads the name of a model's service from its module's.
    __module__ = "moto.awslambda"

    def __init__(self, name, properties):
        self.physical_resource_id = name
        self.function = properties["FunctionName"]
        _destinations[self.function] = properties.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::Lambda::EventInvokeConfig"

    @classmethod
    def has_cfn_attr(cls, attr):
        return False

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        return cls(resource_name, cloudformation_json["Properties"])

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return cls(original_resource.physical_resource_id, cloudformation_json["Properties"])

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        _destinations.pop(cloudformation_json["Properties"]["FunctionName"], None)

    def is_created(self):
        return True


def send(function, attempts, request, response):
    """Sends the record of a failed invocation to the function's destination, if it has one."""
    destination = _destinations.get(function.function_name)
    if destination is None:
        return None
    _, _, service, region, account, name = destination.split(":")
    if service != "sqs":
        raise NotImplementedError(f"a destination {destination}")
    sqs_backends[account][region].send_message(name, json.dumps({
        "version": "1.0",
        "timestamp": datetime.datetime.now(datetime.timezone.utc).isoformat(),
        "requestContext": {
            "functionArn": function.function_arn + ":$LATEST",
            "condition": "RetriesExhausted",
            "approximateInvokeCount": attempts,
        },
        "requestPayload": request,
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
        "responsePayload": json.loads(response),
    }))
    return destination
