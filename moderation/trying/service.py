"""Trying a text under the rules of today, with the force's own words; nothing is stored."""

import asyncio
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from aiohttp import web

from foundation.lengths import too_long
from foundation.permissions import Viewer
from foundation.text import MAX_LENGTH
from moderation.lists.service import words_of
from moderation.names import KINDS, worded
from moderation.screening import Context, Hit, Verdict, screen
from moderation.screening_rules.in_use import rules_in_use
from moderation.trying.policy import check_may_try

JSON = dict[str, Any]
_SHOWN = 60
"""Characters of what was found."""


@dataclass(frozen=True)
class Tried:
    """What was said of a text, the text in `parts` (each with the numbers of the hits that it is in, from 1), and each
    hit in `found` with what its rule is for.
    """

    verdict: Verdict
    parts: tuple[tuple[str, tuple[int, ...]], ...]
    found: tuple[JSON, ...]


async def try_text(app: web.Application, viewer: Viewer, text: str, context: Context) -> Verdict:
    """What the rules of today say of a text. For staff: raises NotAllowed, Invalid when too long."""
    check_may_try(viewer)
    if len(text) > MAX_LENGTH:
        raise too_long(MAX_LENGTH, "text")
    words = await words_of(app, viewer.force) if viewer.force else context.words
    return await asyncio.to_thread(screen, text, replace(context, words=words))


async def try_and_mark(app: web.Application, viewer: Viewer, text: str, context: Context) -> Tried:
    """The same for a page. Raises what `try_text` does."""
    verdict = await try_text(app, viewer, text, context)
    found = tuple(_found(number, hit, text) for number, hit in enumerate(verdict.hits, 1))
    return Tried(verdict, _parts(text, verdict.hits), found)


def _found(number: int, hit: Hit, text: str) -> JSON:
    rule = rules_in_use().by_id[hit.rule]
    words = " ".join(text[hit.start : hit.end].split())
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    kind = worded(KINDS, hit.kind)
    return {
        "number": number, "words": shown, "rule": hit.rule, "version": hit.version, "kind": kind, "action": rule.action,
        "purpose": rule.purpose,
    }  # fmt: skip


def _parts(text: str, hits: tuple[Hit, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The text cut where a hit begins or ends."""
    edges = sorted({0, len(text), *(edge for hit in hits for edge in (hit.start or 0, hit.end or 0))})
    return tuple((text[start:end], _inside(start, hits)) for start, end in pairwise(edges))


def _inside(place: int, hits: tuple[Hit, ...]) -> tuple[int, ...]:
    return tuple(number for number, hit in enumerate(hits, 1) if (hit.start or 0) <= place < (hit.end or 0))
