"""Reading results. Before the close there are none: neither for staff nor for anybody, at any door."""

from dataclasses import dataclass
from typing import Any

from aiohttp import web

from foundation.errors import NotFound
from foundation.identity import viewer_of
from foundation.language import _
from foundation.permissions import Viewer
from priorities.agreeing.panel_rows import find_agreement
from priorities.models import Method
from priorities.option_rows import options_of
from priorities.phases import is_sealed
from priorities.policy import access_round
from priorities.results import store
from priorities.results.days import DayCell, day_cells_of
from priorities.results.kept import KEPT
from priorities.results.naming import turnout_sentence
from priorities.results.rows import OptionRow, Tie, option_rows, ties_of
from priorities.results.tiers import TierColumn, tier_columns
from priorities.rounds.place_names import place_name_of

JSON = dict[str, Any]
_ROUNDS = 8
"""How far back the trend goes: two years of quarters."""


@dataclass(frozen=True)
class Result:
    """The result of a round: its row, what was published at the close, and its options as they may be shown now.

    `fallen` are the ids of those that could take no place.
    """

    row: JSON
    close: JSON
    options: list[JSON]
    fallen: frozenset[str]

    @property
    def counted(self) -> JSON:
        """What was counted, in the contract’s shape."""
        found: JSON = self.close["result"]
        return found

    @property
    def points(self) -> bool:
        """Whether votes are points, and not people."""
        return bool(self.row["method"] != Method.APPROVAL)

    def rows(self) -> list[OptionRow]:
        """Its options, the one with the most votes first."""
        return option_rows(self.counted, self.options, self.fallen, points=self.points)

    def tiers(self) -> list[TierColumn]:
        """Its voters by how well they are vouched for."""
        return list(tier_columns(self.counted["by_tier"]))

    def days(self) -> list[DayCell]:
        """When they voted."""
        return day_cells_of(self.close["days"], self.counted["ballots"])

    def ties(self, rows: list[OptionRow]) -> list[Tie]:
        """What the lot decided in the plain count."""
        return ties_of(rows)

    def lots(self, rows: list[OptionRow]) -> list[list[str]]:
        """What it decided in equal shares: titles of options that were equal as one of them was given a place."""
        titles = {row.id: row.title for row in rows}
        return [[titles[option] for option in lot] for lot in self.counted.get("lots", ())]


async def access_result(app: web.Application, viewer: Viewer, round_id: str) -> Result:
    """The result of a round that the viewer may read; raises NotFound, also before its close."""
    row = await access_round(viewer, round_id)
    close = await app[KEPT].get(round_id, lambda: store.find_close(round_id)) if is_sealed(row) else None
    if close is None:
        raise NotFound(_("There is no result yet. It is there once the vote has closed and was counted."))
    fallen = await app[KEPT].get(("fallen", round_id), lambda: store.fallen_at_close(round_id))
    return Result(row, close, await options_of(round_id), fallen)


async def asked_result(request: web.Request) -> Result:
    """The same, of the round whose page is asked for."""
    return await access_result(request.app, viewer_of(request), request.match_info["id"])


async def turnout_of(result: Result) -> JSON:
    """Who voted: `silent` cells by age, and `trend`: the rounds until this one."""
    trend = await store.closes_until(result.row, _ROUNDS)
    return {"silent": await store.silent_of(result.row["id"]), "trend": list(reversed(trend))}


async def beside_result(result: Result) -> JSON:
    """What stands beside it: the same, and the `agreement` of the panel or None."""
    return {"agreement": await find_agreement(result.row["id"]), **await turnout_of(result)}


async def caption_of(result: Result) -> str:
    """What stands below its heading in a picture: where it was, how many voted, and how far they decided it."""
    named = await place_name_of(result.row)
    return f"{named} · {turnout_sentence(result.counted['ballots'], result.row['quorum'])}"
