"""Every query and insert about the rules and lists of other days."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation.queries import Query
from moderation.models import RuleSet

JSON = dict[str, Any]
_KEEP = Query("INSERT INTO rule_set (id, content, first_used_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING")
_SHOWN = 50


async def rule_sets() -> list[JSON]:
    """The last rule sets without their content, the newest first."""
    return await RuleSet.all().order_by("-first_used_at").limit(_SHOWN).values("id", "first_used_at")


async def rule_set(id_: str) -> JSON | None:
    """One of them, whole."""
    return await RuleSet.filter(id=id_).first().values()


async def in_use_at(at: datetime) -> JSON | None:
    """The newest that was in use by a moment, whole."""
    return await RuleSet.filter(first_used_at__lte=at).order_by("-first_used_at").first().values()


async def keep(id_: str, content: str, at: datetime) -> None:
    """Keep a rule set, unless it is kept already."""
    await _KEEP.rows(id_, content, at)


async def kept_of(ids: Collection[str]) -> set[str]:
    """Those of these rule sets that are kept already."""
    return {str(id_) for id_ in await RuleSet.filter(id__in=list(ids)).values_list("id", flat=True)}
