"""What retraining needs of AWS: pipelines, and people who listen to a topic. All by AWS's own interfaces."""
import json
import os

import boto3


def create_pipeline(name):
    """A pipeline that declares the parameters that monitors give."""
    _client("sagemaker").create_pipeline(
        PipelineName=name,
        PipelineDefinition=json.dumps({
            "Version": "2020-12-01",
            "Parameters": [{"Name": name, "Type": "String"} for name in ("Monitor", "Window", "Violations", "Report")],
            "Steps": [],
        }),
        ClientRequestToken=name.ljust(32, "-"),
        RoleArn="arn:aws:iam::123456789012:role/pipelines")
    return {}


def executions(pipeline):
    """The executions of a pipeline, with the parameters they were started with."""
    sagemaker = _client("sagemaker")
    found = sagemaker.list_pipeline_executions(PipelineName=pipeline)["PipelineExecutionSummaries"]
    return [{
        "arn": one["PipelineExecutionArn"],
        "parameters": {
            parameter["Name"]: parameter["Value"]
            for parameter in sagemaker.list_pipeline_parameters_for_execution(
                PipelineExecutionArn=one["PipelineExecutionArn"])["PipelineParameters"]},
    } for one in found]


def subscribe(topic, queue):
    """Has the messages of a topic put into a new queue."""
    sqs = _client("sqs")
    url = sqs.create_queue(QueueName=queue)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    _client("sns").subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)
    return {}


def create_topic(name):
    """A topic that the stack does not know."""
    return {"arn": _client("sns").create_topic(Name=name)["TopicArn"]}


def _client(service):
    return boto3.client(service, region_name="us-east-1", endpoint_url="http://localhost:" + os.environ["MOTO_PORT"])
