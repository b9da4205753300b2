"""SageMaker's endpoints: what tests have there, and the update that moto leaves out."""
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.responses import ActionResult
from moto.sagemaker.exceptions import ValidationError
from moto.sagemaker.models import FakeEndpointConfig, sagemaker_backends
from moto.sagemaker.responses import SageMakerResponse

updates = []


def apply():
    """Adds the update of an endpoint, which takes place at once; and refuses a configuration that is there, as AWS does."""
    create = SageMakerResponse.create_endpoint_config

    def update_endpoint(self):
        backend, name = self.sagemaker_backend, self._get_param("EndpointName")
        backend.describe_endpoint(name)
        configuration = backend.describe_endpoint_config(self._get_param("EndpointConfigName"))
        endpoint = backend.endpoints[name]
        endpoint.endpoint_config_name = configuration["EndpointConfigName"]
        endpoint.data_capture_config = configuration["DataCaptureConfig"]
        updates.append({
            "endpoint": name,
            "configuration": configuration["EndpointConfigName"],
            "retainAllVariantProperties": self._get_param("RetainAllVariantProperties"),
        })
        return ActionResult({"EndpointArn": endpoint.arn})

    def create_endpoint_config(self):
        if self._get_param("EndpointConfigName") in self.sagemaker_backend.endpoint_configs:
            raise ValidationError(message="Cannot create already existing endpoint configuration.")
        return create(self)

    SageMakerResponse.update_endpoint = update_endpoint
    SageMakerResponse.create_endpoint_config = create_endpoint_config


def put(region, name, configuration, tags):
    """Has an endpoint with a configuration of its own."""
    backend = sagemaker_backends[DEFAULT_ACCOUNT_ID][region]
    if configuration not in backend.endpoint_configs:
        backend.endpoint_configs[configuration] = FakeEndpointConfig(
            account_id=DEFAULT_ACCOUNT_ID,
            region_name=region,
            endpoint_config_name=configuration,
            production_variants=[{
                "VariantName": "AllTraffic", "ModelName": "model", "InitialInstanceCount": 1,
                "InstanceType": "ml.m5.large", "InitialVariantWeight": 1.0,
            }],
            async_inference_config=None,
            data_capture_config=None,
            tags=tags,
            kms_key_id=None,
        )
    backend._models.setdefault("model", None)
    backend.create_endpoint(name, configuration, [])


def describe(region, name):
    """An endpoint's configuration, and all updates of it."""
    backend = sagemaker_backends[DEFAULT_ACCOUNT_ID][region]
    endpoint = backend.endpoints[name]
    configuration = backend.endpoint_configs[endpoint.endpoint_config_name]
    return {
        "configuration": endpoint.endpoint_config_name,
        "capture": configuration.data_capture_config,
        "variants": configuration.production_variants,
        "tags": configuration.tags,
        "updates": [update for update in updates if update["endpoint"] == name],
    }
