"""What the pages about slips show to the staff of a round."""

from dataclasses import dataclass
from typing import Any

from foundation.permissions import Viewer
from priorities.ballots.paper import store
from priorities.ballots.paper.order import options_on_paper
from priorities.ballots.paper.policy import access_round_on_paper
from priorities.phases import vote_is_open
from priorities.rounds.heads import round_head

JSON = dict[str, Any]


@dataclass(frozen=True)
class Counts:
    """Where the slips of a round are: `printed` is all of them, and the sum of `left`, `out`, `counted`, `spoiled`.

    `left` were not given out. Of those that are `out`, `read_once` wait for a second reader, and of `differing` two
    people read different things; nobody has read the rest.
    """

    printed: int
    left: int
    out: int
    read_once: int
    differing: int
    counted: int
    spoiled: int


async def counts_of(viewer: Viewer, round_id: str) -> Counts:
    """For its staff. Raises NotFound, NotAllowed."""
    await access_round_on_paper(viewer, round_id)
    return await _counts(round_id)


async def slips_page(viewer: Viewer, round_id: str) -> JSON:
    """`head`, `row`, `open`, `counts`, `next` (the lowest slip that is left, or none), and the serials to look at.

    `waiting` are those that somebody else than the viewer must read, `own` those that the viewer has read. What was
    read is shown to nobody. Raises NotFound, NotAllowed.
    """
    row = await access_round_on_paper(viewer, round_id)
    once = await store.read_once(round_id)
    return {
        "head": await round_head(viewer, row),
        "row": row,
        "open": vote_is_open(row),
        "counts": await _counts(round_id),
        "next": await store.next_serial(round_id),
        "differing": await store.differing(round_id),
        "waiting": [each["serial"] for each in once if each["read_by_id"] != viewer.id],
        "own": [each["serial"] for each in once if each["read_by_id"] == viewer.id],
    }


async def form_page(viewer: Viewer, round_id: str) -> JSON:
    """The same with the `options`, as they stand on the slips."""
    return {**await slips_page(viewer, round_id), "options": await options_on_paper(round_id)}


async def _counts(round_id: str) -> Counts:
    by_state = await store.counts(round_id)
    nothing = {"slips": 0, "read_once": 0, "read_twice": 0}
    left, out, counted, spoiled = (by_state.get(each, nothing) for each in ("printed", "issued", "counted", "spoiled"))
    return Counts(
        printed=sum(each["slips"] for each in by_state.values()),
        left=left["slips"],
        out=out["slips"],
        read_once=out["read_once"] - out["read_twice"],
        differing=out["read_twice"],
        counted=counted["slips"],
        spoiled=spoiled["slips"],
    )
