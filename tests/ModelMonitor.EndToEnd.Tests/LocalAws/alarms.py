"""What moto does not make from templates. CloudFormation finds it among the subclasses of its base."""
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException
from moto.core.common_models import CloudFormationModel


class Alarm(CloudFormationModel):
    """An alarm that is there to be referred to, as dashboards do; nothing evaluates it."""

    # moto reads the name of a model's service from its module's.
    __module__ = "moto.cloudwatch"

    def __init__(self, name, account, region):
        self.physical_resource_id = name
        self._arn = f"arn:aws:cloudwatch:{region}:{account}:alarm:{name}"

    @staticmethod
    def cloudformation_name_type():
        return "AlarmName"

    @staticmethod
    def cloudformation_type():
        return "AWS::CloudWatch::Alarm"

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr == "Arn"

    def get_cfn_attribute(self, attribute_name):
        if attribute_name == "Arn":
            return self._arn
        raise UnformattedGetAttTemplateException()

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        return cls(resource_name, account_id, region_name)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        """Nothing but the stack knows of it."""

    def is_created(self):
        return True
