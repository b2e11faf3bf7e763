"""Protobuf messages and enums as JSON Schema, in the JSON that MLflow's `message_to_json` writes."""

from google.protobuf.descriptor import FieldDescriptor as F
from mlflow.protos import databricks_pb2

_SCALARS = {
    F.TYPE_STRING: {"type": "string"},
    F.TYPE_BOOL: {"type": "boolean"},
    F.TYPE_BYTES: {"type": "string", "contentEncoding": "base64"},
    F.TYPE_DOUBLE: {"$ref": "#/components/schemas/Double"},
    F.TYPE_FLOAT: {"$ref": "#/components/schemas/Double"},
    # MLflow writes 64-bit integers as JSON numbers, unlike plain protobuf JSON.
    **{t: {"type": "integer", "format": "int64"} for t in (F.TYPE_INT64, F.TYPE_SINT64, F.TYPE_SFIXED64)},
    **{t: {"type": "integer", "format": "int64", "minimum": 0} for t in (F.TYPE_UINT64, F.TYPE_FIXED64)},
    **{t: {"type": "integer", "format": "int32"} for t in (F.TYPE_INT32, F.TYPE_SINT32, F.TYPE_SFIXED32)},
    **{t: {"type": "integer", "format": "int32", "minimum": 0} for t in (F.TYPE_UINT32, F.TYPE_FIXED32)},
}

_WELL_KNOWN = {
    "google.protobuf.Timestamp": {"type": "string", "format": "date-time"},
    "google.protobuf.Duration": {"type": "string", "description": "Seconds with the suffix s, such as 1.5s."},
    "google.protobuf.FieldMask": {"type": "string", "description": "Field names in lowerCamelCase, joined by commas."},
    "google.protobuf.Value": {"description": "Any JSON value."},
    "google.protobuf.Struct": {"type": "object", "additionalProperties": True},
    "google.protobuf.ListValue": {"type": "array", "items": {}},
}

DOUBLE = {
    "description": "A double. JSON has no NaN or infinities: they travel as these strings.",
    "oneOf": [{"type": "number", "format": "double"}, {"type": "string", "enum": ["NaN", "Infinity", "-Infinity"]}],
}


class Schemas:
    """Collects the component schemas that rows refer to; `required` is the overlay {component: [field]}."""

    def __init__(self, docstrings, required):
        self._docstrings = docstrings
        self._required = required
        self._owners = {}
        self.components = {"Double": DOUBLE}

    def ref(self, message, without=()):
        """A `$ref` to the message's schema; `without` drops the fields that travel in the path."""
        name = self._claim(message)
        if name not in self.components:
            self.components[name] = {}
            self.components[name] = self._object(message, name, without)
        return {"$ref": f"#/components/schemas/{name}"}

    def field(self, field):
        """The schema of one field, with its comment and default."""
        schema = self._value(field)
        if field.message_type and field.message_type.GetOptions().map_entry:
            schema = {"type": "object", "additionalProperties": self._value(field.message_type.fields_by_name["value"])}
        elif field.is_repeated:
            schema = {"type": "array", "items": schema}
        elif field.has_default_value:
            default = field.default_value
            # protobuf gives the number of an enum's default, JSON wants its name.
            named = field.enum_type.values_by_number[default].name if field.enum_type else default
            # Not `default`: generators take that for 'always there', but MLflow leaves unset fields out.
            schema = {**schema, "x-mlflow-default": named}
        text = self.comment(field)
        extra = {"description": text} if text else {}
        if field.containing_oneof and len(field.containing_oneof.fields) > 1:
            extra["x-mlflow-oneof"] = field.containing_oneof.name
        return {**schema, **extra}

    def required(self, message, name, without=()):
        """Fields that the server insists on: marked in the descriptor or by the overlay; path fields excluded."""
        marked = {f.name for f in message.fields if f.GetOptions().Extensions[databricks_pb2.validate_required]}
        wanted = marked | set(self._required.get(name, []))
        unknown = wanted - {f.name for f in message.fields}
        assert not unknown, f"required.json names fields that {name} lacks: {unknown}"
        return [f.name for f in message.fields if f.name in wanted and f.name not in without]

    def comment(self, descriptor):
        """The proto comment of a message, field or enum, or None."""
        package = descriptor.file.package
        local = descriptor.full_name[len(package) + 1 :] if package else descriptor.full_name
        for module, found in self._docstrings.items():
            if _is_module_of(module, descriptor.file.name) and local in found:
                return found[local]
        return None

    def _object(self, message, name, without):
        fields = [f for f in message.fields if f.name not in without]
        schema = {"type": "object"}
        if text := self.comment(message):
            schema["description"] = text
        schema["properties"] = {f.name: self.field(f) for f in fields}
        if required := self.required(message, name, without):
            schema["required"] = required
        return schema

    def _value(self, field):
        if field.enum_type:
            return self._enum(field.enum_type)
        if field.message_type:
            known = _WELL_KNOWN.get(field.message_type.full_name)
            return dict(known) if known else self.ref(field.message_type)
        return dict(_SCALARS[field.type])

    def _enum(self, enum):
        name = self._claim(enum)
        if name not in self.components:
            lines = [self.comment(enum) or "", *(self._enum_line(enum, v) for v in enum.values)]
            text = "\n".join(line for line in lines if line)
            schema = {"type": "string", "enum": [v.name for v in enum.values]}
            self.components[name] = {**schema, **({"description": text} if text else {})}
        return {"$ref": f"#/components/schemas/{name}"}

    def _enum_line(self, enum, value):
        package = enum.file.package
        local = f"{enum.full_name[len(package) + 1 :]}.{value.name}"
        for module, found in self._docstrings.items():
            if _is_module_of(module, enum.file.name) and local in found:
                return f"{value.name}: {' '.join(found[local].split())}"
        return ""

    def _claim(self, descriptor):
        name = component_name(descriptor.full_name)
        owner = self._owners.setdefault(name, descriptor.full_name)
        assert owner == descriptor.full_name, f"{name} would stand for {owner} and {descriptor.full_name}"
        return name


def component_name(full_name):
    """`mlflow.CreateRun.Response` → CreateRunResponse; `mlflow.label_schemas.InputText` → LabelSchemasInputText."""
    parts = full_name.split(".")
    if parts[0] == "mlflow":
        parts = parts[1:]
    elif parts[0] == "opentelemetry":
        parts = ["otel", *parts[4:]]
    words = [word for part in parts for word in part.split("_")]
    return "".join(word[0].upper() + word[1:] for word in words)


def _is_module_of(module, proto_file):
    return module.rsplit(".", 1)[-1] == proto_file.rsplit("/", 1)[-1].replace(".proto", "_pb2")
