"""The page of the community rules."""

from typing import Any

from aiohttp import web

from foundation.errors import NotFound
from foundation.language import _
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.community_rules import VERSION, VERSIONS, Version, shown_rules

pages = Routes()


@pages.get("/rules", permission=Permission.RULES_READ)
async def show_rules(request: web.Request) -> web.StreamResponse:
    """The rules that everybody keeps to here, each with the id that decisions cite; those of before by `version`."""
    version = _version(request.query.get("version", str(VERSION)))
    rules = shown_rules(version.number)
    return render(
        request,
        "content/rules.html",
        rules=rules,
        version=version,
        newest=VERSION,
        changed=_changed_in(version, rules),
        versions=VERSIONS[::-1],
    )


def _version(asked: str) -> Version:
    found = next((version for version in VERSIONS if str(version.number) == asked), None)
    if found is None:
        raise NotFound(_("There is no such version of the rules."))
    return found


def _changed_in(version: Version, rules: list[dict[str, Any]]) -> dict[str, dict[str, Any] | None]:
    """By their ids, the clauses that this version changed, each as it was before; None for a new one."""
    if version.number == 1:
        return {}
    before = {rule["id"]: rule for rule in shown_rules(version.number - 1)}
    return {rule["id"]: before.get(rule["id"]) for rule in rules if before.get(rule["id"]) != rule}
