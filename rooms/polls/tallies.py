"""What is said of a poll: its words while it stands, and how many picked what, on paper too."""

from collections.abc import Collection
from typing import Any

from rooms.paper.counts import counts as counts_on_paper
from rooms.polls import store
from rooms.polls.models import PollState

JSON = dict[str, Any]


async def tallied(polls: Collection[JSON]) -> list[JSON]:
    """Polls as screens get them: `{id, state, question, options, counts, paper, people}`.

    `counts` are by option and hold those on paper, which `paper` says apart; `people`: who took part, both together.
    Of one that was taken back everything but `id` and `state` is null.
    """
    ids = [poll["id"] for poll in polls]
    live, paper = await store.counted(ids), await counts_on_paper(ids)
    return [_tally(poll, live.get(poll["id"], {}), paper.get(poll["id"], {})) for poll in polls]


def _tally(poll: JSON, live: dict[int, int], paper: dict[int, int]) -> JSON:
    names = ("question", "options", "counts", "paper", "people")
    if poll["state"] == PollState.WITHDRAWN:
        return {"id": poll["id"], "state": poll["state"], **dict.fromkeys(names)}
    places = range(len(poll["options"]))
    ticked = [paper.get(place, 0) for place in places]
    counts = [live.get(place, 0) + ticked[place] for place in places]
    values = (poll["question"], poll["options"], counts, ticked, sum(counts))
    return {"id": poll["id"], "state": poll["state"], **dict(zip(names, values, strict=True))}
