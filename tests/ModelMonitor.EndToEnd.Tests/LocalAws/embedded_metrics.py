"""CloudWatch's embedded metric format: metrics taken out of what functions write, and put to CloudWatch."""
import datetime
import json
import math

from moto.cloudwatch.models import cloudwatch_backends
from moto.core import DEFAULT_ACCOUNT_ID

refused = []
_MOST_METRICS = 100
_MOST_DIMENSIONS = 30
_MOST_VALUES = 100


def publish(line, region):
    """Puts the metrics of a line that has some; a document that CloudWatch would drop is noted with its fault."""
    if '"_aws"' not in line:
        return
    try:
        data = list(_read(json.loads(line, parse_constant=_no_constant)))
        backend = cloudwatch_backends[DEFAULT_ACCOUNT_ID][region]
        for namespace, datum in data:
            backend.put_metric_data(namespace, [datum])
    except Exception as fault:  # whatever is wrong with a line, the reader of lines goes on
        refused.append({"line": line, "fault": f"{type(fault).__name__}: {fault}"})


def _read(document):
    stamp = document["_aws"]["Timestamp"]
    _require(isinstance(stamp, int), "Timestamp is not a whole number of milliseconds")
    when = datetime.datetime.fromtimestamp(stamp / 1000, datetime.timezone.utc).replace(tzinfo=None)
    for directive in document["_aws"]["CloudWatchMetrics"]:
        metrics, namespace = directive["Metrics"], directive["Namespace"]
        _require(0 < len(metrics) <= _MOST_METRICS, f"{len(metrics)} metrics in a directive")
        _require(isinstance(namespace, str) and 0 < len(namespace) <= 255, "the namespace")
        for names in directive["Dimensions"]:
            _require(len(names) <= _MOST_DIMENSIONS, f"{len(names)} dimensions")
            dimensions = [{"Name": name, "Value": _dimension(document, name)} for name in names]
            for metric in metrics:
                _require(0 < len(metric["Name"]) <= 255, "a metric's name is empty or too long")
                yield namespace, {
                    "MetricName": metric["Name"],
                    "Dimensions": dimensions,
                    "Timestamp": when,
                    "Unit": metric.get("Unit", "None"),
                    **_value(document[metric["Name"]]),
                }


def _dimension(document, name):
    value = document[name]
    _require(isinstance(value, str) and 0 < len(value) <= 1024, f"the value of the dimension {name}")
    return value


def _value(value):
    if isinstance(value, dict) and "Values" in value:
        _require(0 < len(value["Values"]) == len(value["Counts"]) <= _MOST_VALUES, "Values and Counts")
        return {"Values": [_number(one) for one in value["Values"]], "Counts": [_number(one) for one in value["Counts"]]}
    if isinstance(value, dict):
        return {"StatisticValues": {
            "SampleCount": _number(value["Count"]), "Sum": _number(value["Sum"]),
            "Minimum": _number(value["Min"]), "Maximum": _number(value["Max"])}}
    if isinstance(value, list):
        _require(0 < len(value) <= _MOST_VALUES, f"{len(value)} values")
        return {"Values": [_number(one) for one in value]}
    return {"Value": _number(value)}


def _number(value):
    _require(isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value), f"{value!r} is no number")
    return value


def _no_constant(name):
    raise ValueError(f"{name} is not JSON")


def _require(holds, what):
    if not holds:
        raise ValueError(what)


def everything():
    """All metrics of all regions, as tests read them."""
    for _, backend in cloudwatch_backends[DEFAULT_ACCOUNT_ID].items():
        for datum in backend.metric_data:
            yield {
                "namespace": datum.namespace,
                "name": datum.name,
                "dimensions": {dimension.name: dimension.value for dimension in datum.dimensions},
                "timestamp": datum.timestamp.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "count": getattr(datum, "sample_count", 1),
                "sum": getattr(datum, "sum", getattr(datum, "value", None)),
                "minimum": getattr(datum, "min", getattr(datum, "value", None)),
                "maximum": getattr(datum, "max", getattr(datum, "value", None)),
            }
