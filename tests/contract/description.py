"""Holds every answer against the API's own description of it (OpenAPI 3.1, as far as ours goes)."""

import re
from collections.abc import Iterator
from typing import Any

from tests.clients import BASE, Answer

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}


class Description:
    """The document at /api/v1/openapi.json."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.paths = {re.compile(re.sub(r"{\w+}", "[^/]+", path)): calls for path, calls in document["paths"].items()}

    def check(self, method: str, path: str, answer: Answer) -> None:
        """Asserts that a call was answered as it is described; pages are none of ours, and HEAD has no words."""
        route = path.partition("?")[0]
        if method == "HEAD" or not route.startswith(BASE) or route.endswith("openapi.json"):
            return
        media = answer.headers.get("Content-Type", "").partition(";")[0]
        if answer.status >= 400:
            assert media == "application/problem+json", f"{method} {path}: {answer.status} as {media}"
            assert {"type", "title", "status", "detail"} <= answer.json.keys()
            assert answer.json["status"] == answer.status
            return
        response = self._operation(method, route)["responses"].get(str(answer.status))
        assert response, f"{method} {path}: {answer.status} is not described"
        if "content" not in response:
            assert answer.text == ""
            return
        assert media in response["content"], f"{method} {path}: {media} is not described"
        if media == "application/json":
            wrong = list(self.differences(answer.json, response["content"][media]["schema"], "answer"))
            assert not wrong, f"{method} {path}: {wrong}"

    def _operation(self, method: str, path: str) -> Any:
        found = [calls for pattern, calls in self.paths.items() if pattern.fullmatch(path)]
        assert found, f"{path} is not described"
        return found[0][method.lower()]

    def differences(self, value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
        """In what a value differs from its schema; a member that the schema does not name is a difference."""
        if "$ref" in schema:
            schema = self.document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        if "anyOf" in schema:
            if not any(not list(self.differences(value, each, where)) for each in schema["anyOf"]):
                yield f"{where} is none of what it may be: {value!r}"
            return
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if kinds and not any(_is(value, kind) for kind in kinds):
            yield f"{where} is no {kinds}: {value!r}"
        elif "enum" in schema and value not in schema["enum"]:
            yield f"{where} is none of {schema['enum']}: {value!r}"
        elif isinstance(value, dict):
            yield from self._members(value, schema, where)
        elif isinstance(value, list) and schema.get("items"):
            for place, each in enumerate(value):
                yield from self.differences(each, schema["items"], f"{where}[{place}]")

    def _members(self, value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
        described = schema.get("properties")
        if described is None:
            return
        for name in schema.get("required", []):
            if name not in value:
                yield f"{where} has no {name}"
        for name, member in value.items():
            if name in described:
                yield from self.differences(member, described[name], f"{where}.{name}")
            else:
                yield f"{where}.{name} is not described"


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind])
