"""Comments of the protobuf sources, read from the `.pyi` stubs of the installed mlflow package.

The descriptors carry no comments and the wheel has no `.proto` files; mypy-protobuf keeps the comments as docstrings.
"""

import ast
import inspect
from pathlib import Path


def read_docstrings(modules):
    """Map 'Outer.Inner.field' (the name inside the proto package) of each module to its comment, one dict per module name."""
    return {module.__name__: _of_file(Path(module.__file__).with_suffix(".pyi")) for module in modules}


def _of_file(stub):
    found = {}
    if stub.exists():
        _visit(ast.parse(stub.read_text("utf-8")).body, (), found)
    return found


def _visit(body, scope, found):
    for position, node in enumerate(body):
        if isinstance(node, ast.ClassDef):
            name = _enum_name(node.name)
            _keep(found, (*scope, name), ast.get_docstring(node))
            _visit(node.body, (*scope, name), found)
        elif isinstance(node, ast.FunctionDef) and scope and _is_property(node):
            _keep(found, (*scope, node.name), ast.get_docstring(node))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            following = body[position + 1] if position + 1 < len(body) else None
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                _keep(found, (*scope, node.target.id), following.value.value)


def _enum_name(name):
    """Comments of enum values sit in the wrapper class `_XEnumTypeWrapper`; file them under `X`."""
    suffix = "EnumTypeWrapper"
    return name[1 : -len(suffix)] if name.startswith("_") and name.endswith(suffix) else name


def _is_property(node):
    return any(isinstance(d, ast.Attribute) and d.attr == "property" for d in node.decorator_list)


def _keep(found, path, text):
    if isinstance(text, str) and text.strip():
        found.setdefault(".".join(path), inspect.cleandoc(text))
