"""The description of the API, made from the same registry that answers it."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from aiohttp import web

from foundation.api import BASE, About, Api
from foundation.json_answers import PROBLEM, json_response
from foundation.permissions import Permission, Viewer, could_ever
from foundation.routes import Route, Routes

_REF = "#/components/schemas/{name}"


class FieldProblem(msgspec.Struct):
    """One field that is wrong."""

    field: str
    message: str


class Problem(msgspec.Struct):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []


def routes(apis: Iterable[Api]) -> Routes:
    """The route of the description itself."""
    described = [route for api in apis for route in api.routes]
    found = Routes()

    @cache
    def document() -> dict[str, Any]:
        """Made when it is first asked for: a server that starts has other things to do."""
        return describe(described)

    @found.get(f"{BASE}/openapi.json", permission=Permission.PUBLIC_READ)
    async def openapi(request: web.Request) -> web.StreamResponse:
        """The description of this API (OpenAPI 3.1)."""
        return json_response(document())

    return found


def describe(described: list[Route]) -> dict[str, Any]:
    """OpenAPI 3.1 for these routes."""
    kinds = {kind for route in described for kind in _kinds(route.about)} | {Problem}
    schemas, components = msgspec.json.schema_components(sorted(kinds, key=str), ref_template=_REF)
    references = dict(zip(sorted(kinds, key=str), schemas, strict=True))
    paths: dict[str, Any] = {}
    for route in described:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, references)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Bluelamp", "version": "1", "description": "An online police front counter."},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "bluelamp_session"},
            },
        },
    }


def _kinds(about: About) -> set[Any]:
    return {kind for kind in (about.body, about.query, about.answer, about.waits) if kind is not None}


def _operation(route: Route, references: dict[Any, Any]) -> dict[str, Any]:
    about: About = route.about
    operation: dict[str, Any] = {
        "summary": about.summary,
        "parameters": [*_path_parameters(route.path), *_query_parameters(about.query)],
        "responses": {str(about.status): _success(about, references), "default": _problem(references)},
    }
    if about.waits is not None:
        waits = {"application/json": {"schema": references[about.waits]}}
        operation["responses"]["202"] = {"description": "It waits for a moderator first.", "content": waits}
    if about.conditional:
        operation["responses"]["304"] = {"description": "Not changed since the answer with the ETag in If-None-Match."}
    if about.body is not None:
        operation["requestBody"] = {
            "required": not about.may_be_empty,
            "content": {"application/json": {"schema": references[about.body]}},
        }
    if about.takes:
        operation["requestBody"] = {"required": True, "content": {media: {"schema": {}} for media in about.takes}}
    if not could_ever(Viewer(), route.permission):
        operation["security"] = [{"bearer": []}, {"cookie": []}]
    return operation


def _success(about: About, references: dict[Any, Any]) -> dict[str, Any]:
    if about.answer is None:
        return {"description": "Done."}
    forms = {
        media: {"schema": references[about.answer] if "json" in media else {"type": "string"}} for media in about.media
    }
    return {"description": "The answer.", "content": forms}


def _problem(references: dict[Any, Any]) -> dict[str, Any]:
    return {"description": "What went wrong.", "content": {PROBLEM: {"schema": references[Problem]}}}


def _path_parameters(path: str) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _query_parameters(query: Any) -> list[dict[str, Any]]:
    if query is None:
        return []
    _schemas, components = msgspec.json.schema_components([query], ref_template=_REF)
    properties = components[query.__name__]["properties"]
    return [{"name": name, "in": "query", "required": False, "schema": schema} for name, schema in properties.items()]
