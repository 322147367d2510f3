"""What others add to the page of a proposal: what the police know of it, and what became of it."""

from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from priorities.proposals.arranging_policy import Arranged
from priorities.proposals.evidence.service import card_of
from priorities.proposals.merging.shown_service import merges_of
from priorities.proposals.refusing.shown_service import refusal_of
from priorities.proposals.talking.service import talk_of

JSON = dict[str, Any]


async def parts_of(app: web.Application, viewer: Viewer, row: JSON, proposal: JSON) -> JSON:
    """`evidence`, `merges`, `refusal` and `talk`, for what is drawn of each; None where there is nothing to say."""
    arranged = Arranged(viewer, row, proposal)
    return {
        "evidence": await card_of(proposal["id"]),
        "merges": await merges_of(arranged),
        "refusal": await refusal_of(arranged),
        "talk": await talk_of(app, arranged),
    }
