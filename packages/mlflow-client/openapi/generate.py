"""Write the OpenAPI 3.1 document of the MLflow REST API from the protobuf descriptors of the installed mlflow package.

    .venv/bin/python packages/mlflow-client/openapi/generate.py           write openapi/mlflow-<version>.openapi.json
    .venv/bin/python packages/mlflow-client/openapi/generate.py --check   exit 1 when the file differs from the descriptors

MLflow publishes no OpenAPI document. What the descriptors do not say is kept by hand, each with its reason:
`required.json` (fields without which the server answers 400) and `oddities.json` (paths and bodies that are special).
"""

import argparse
import importlib
import json
import pkgutil
import sys
from pathlib import Path

# A run leaves no compiled files beside the committed ones.
sys.dont_write_bytecode = True

import mlflow
import mlflow.protos
from docstrings import read_docstrings
from rows import read_rows
from schemas import Schemas, component_name

HERE = Path(__file__).parent
BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
ERROR = {
    "type": "object",
    "description": "How MLflow reports a refusal. Proxies, 401 and 403 answer text or HTML instead.",
    "properties": {
        "error_code": {"type": "string", "description": "A name such as RESOURCE_DOES_NOT_EXIST."},
        "message": {"type": "string"},
        "sqlstate": {"type": "string"},
        "error_class": {"type": "string"},
        "stack_trace": {"type": "string", "description": "Only from the scoring server."},
    },
    "required": ["error_code"],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed file, write nothing")
    check = parser.parse_args().check
    target = HERE / f"mlflow-{mlflow.__version__}.openapi.json"
    text = json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=False) + "\n"
    if not check:
        target.write_text(text, "utf-8")
    elif not target.exists() or target.read_text("utf-8") != text:
        sys.exit(f"{target.name} differs from the descriptors of mlflow {mlflow.__version__}; run generate.py and commit")


def document():
    """The whole OpenAPI document; the order of everything follows the descriptors or the alphabet, so it is reproducible."""
    required = json.loads((HERE / "required.json").read_text("utf-8"))
    oddities = json.loads((HERE / "oddities.json").read_text("utf-8"))
    rows = read_rows(oddities)
    names = [module.name for module in pkgutil.iter_modules(mlflow.protos.__path__) if module.name.endswith("_pb2")]
    modules = [importlib.import_module(f"mlflow.protos.{name}") for name in names]
    schemas = Schemas(read_docstrings(modules), required["schemas"])
    paths = {}
    unused = set(required["rows"]) | set(oddities["rows"])
    for row in rows:
        unused.discard(row.key)
        oddity = oddities["rows"].get(row.key, {})
        paths.setdefault(row.path, {})[row.verb.lower()] = operation(row, schemas, required["rows"], oddity)
    assert not unused, f"overlays name rows that do not exist: {unused}"
    assert sum(len(verbs) for verbs in paths.values()) == len(rows)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "MLflow REST API",
            "version": mlflow.__version__,
            "summary": "Every verb and path that the open-source MLflow server declares.",
            "description": "Generated from the protobuf descriptors of the mlflow Python package; descriptions are MLflow's own comments.",
            "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "Relative to the tracking URI."}],
        "security": [{}, {"basic": []}, {"bearer": []}],
        "tags": [{"name": name} for name in dict.fromkeys(row.service for row in rows)],
        "paths": {path: paths[path] for path in sorted(paths)},
        "components": {
            "schemas": {**{name: schemas.components[name] for name in sorted(schemas.components)}, "Error": ERROR},
            "responses": {"Error": {"description": "The request was refused.", "content": as_json(ref("Error"))}},
            "securitySchemes": {"basic": {"type": "http", "scheme": "basic"}, "bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def operation(row, schemas, required_rows, oddity):
    """One OpenAPI operation: path fields in the path, other fields in the query of a GET or else in a JSON body."""
    of_row = required_rows.get(row.key, [])
    in_path = row.path_parameters
    outside_body = [name for name in in_path if name not in oddity.get("bodyAlso", [])]
    fields = [f for f in row.request.fields if f.name not in in_path]
    result = {"operationId": row.operation, "tags": [row.service]}
    if row.title:
        result["summary"] = row.title
    if text := schemas.comment(row.request):
        result["description"] = text
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in in_path]
    if row.verb == "GET":
        must = set(schemas.required(row.request, component_name(row.request.full_name), in_path)) | set(of_row)
        parameters += [query_parameter(f, f.name in must, schemas) for f in fields]
    if parameters:
        result["parameters"] = parameters
    if row.verb != "GET" and not oddity.get("binaryRequest") and (fields or oddity.get("bodyAlso")):
        body = schemas.ref(row.request, without=outside_body)
        component = schemas.components[component_name(row.request.full_name)]
        of_row = [*of_row, *oddity.get("bodyAlso", [])]
        if of_row:
            wanted = {*component.get("required", []), *of_row}
            component["required"] = [name for name in component["properties"] if name in wanted]
            assert wanted <= set(component["required"]), f"{row.key}: required.json names unknown fields {wanted}"
        result["requestBody"] = {"required": "required" in component, "content": as_json(body)}
    if oddity.get("binaryRequest"):
        result["requestBody"] = {"required": True, "content": BYTES}
    answer = BYTES if oddity.get("binaryResponse") else as_json(schemas.ref(row.response))
    refusal = {"$ref": "#/components/responses/Error"}
    result["responses"] = {"200": {"description": "Success.", "content": answer}, "default": refusal}
    result["x-mlflow-visibility"] = row.visibility
    if not row.path.endswith(row.declared):
        result["x-mlflow-declared-path"] = row.declared
    if oddity.get("slashes"):
        result["x-mlflow-slashes-in-path"] = True
    if note := oddity.get("note"):
        result["x-mlflow-note"] = note
    return result


def as_json(schema):
    return {"application/json": {"schema": schema}}


def ref(component):
    return {"$ref": f"#/components/schemas/{component}"}


def query_parameter(field, required, schemas):
    """A query parameter; repeated fields repeat the key (`run_ids=a&run_ids=b`)."""
    schema = schemas.field(field)
    text = schema.pop("description", None)
    parameter = {"name": field.name, "in": "query", "required": required, "schema": schema}
    if text:
        parameter["description"] = text
    if field.is_repeated:
        parameter |= {"style": "form", "explode": True}
    return parameter


if __name__ == "__main__":
    main()
