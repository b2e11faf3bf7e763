"""The verb and path rows that the open-source MLflow server declares."""

import re
from dataclasses import dataclass

from mlflow.protos import databricks_pb2, mlflow_artifacts_pb2, model_registry_pb2, service_pb2, webhooks_pb2

SERVICES = (
    (service_pb2, "MlflowService", 151),
    (model_registry_pb2, "ModelRegistryService", 22),
    (mlflow_artifacts_pb2, "MlflowArtifactsService", 8),
    (webhooks_pb2, "WebhookService", 6),
)
ROW_COUNT = 187


@dataclass(frozen=True)
class Row:
    """One verb and path; `path` is the OpenAPI form, `declared` what the descriptor says."""

    service: str
    operation: str
    title: str
    verb: str
    path: str
    declared: str
    visibility: str
    request: object
    response: object

    @property
    def key(self):
        return f"{self.verb} {self.path}"

    @property
    def path_parameters(self):
        return re.findall(r"{(\w+)}", self.path)


def read_rows(oddities):
    """All rows in the order of the descriptors; raises AssertionError when MLflow declares another number than expected."""
    rows = []
    for module, name, expected in SERVICES:
        of_service = [
            row
            for method in module.DESCRIPTOR.services_by_name[name].methods
            for row in _rows_of_method(name, method, oddities)
        ]
        assert len(of_service) == expected, f"{name}: {len(of_service)} rows, expected {expected}"
        rows += of_service
    assert len(rows) == ROW_COUNT
    for values, what in (([r.key for r in rows], "verb and path"), ([r.operation for r in rows], "operationId")):
        twice = {v for v in values if values.count(v) > 1}
        assert not twice, f"{what} used twice: {twice}"
    return rows


def _rows_of_method(service, method, oddities):
    rpc = method.GetOptions().Extensions[databricks_pb2.rpc]
    several = len(rpc.endpoints) > 1
    for endpoint in rpc.endpoints:
        # Only the major decides the prefix; minors (2.1, 2.11) occur and mean nothing on the wire.
        declared = endpoint.path
        path = f"/api/{endpoint.since.major}.0{_openapi_path(declared)}"
        path = oddities["paths"].get(f"{endpoint.method} {path}", {}).get("path", path)
        operation = method.name[0].lower() + method.name[1:]
        operation = oddities["operationIds"].get(f"{endpoint.method} {path}", operation)
        if several:
            operation += endpoint.method.capitalize()
        yield Row(
            service=service,
            operation=operation,
            title=rpc.rpc_doc_title,
            verb=endpoint.method,
            path=path,
            declared=declared,
            visibility=databricks_pb2.Visibility.Name(rpc.visibility),
            request=method.input_type,
            response=method.output_type,
        )


def _openapi_path(declared):
    """`{assessment.trace_id}` is routed as trace_id by the server; `<path:x>` is Flask's parameter that may hold slashes."""
    path = re.sub(r"{\w+\.(\w+)}", r"{\1}", declared)
    path = re.sub(r"<path:(\w+)>", r"{\1}", path)
    return path if path.startswith("/") else f"/{path}"
