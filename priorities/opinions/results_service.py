"""What opinions came to, for everybody at once when the vote is closed: totals, groups, and what bridges them."""

from typing import Any, Final

from foundation.errors import NotFound
from foundation.language import _
from foundation.permissions import Viewer
from priorities.opinions import store
from priorities.opinions.bridging import NOTHING, bridge
from priorities.opinions.policy import access_opinions
from priorities.opinions.words import SAID
from priorities.phases import is_sealed

JSON = dict[str, Any]
FEWEST: Final = 10
"""Opinions on a statement whose figures are told."""
_LETTERS: Final = "ABCDE"


async def access_results(viewer: Viewer, round_id: str) -> JSON:
    """The results of a round that asked for opinions. Raises NotFound, to everybody, until its vote was sealed."""
    row = await access_opinions(viewer, round_id)
    if not is_sealed(row):
        raise NotFound(_("What people think is shown when the vote is closed, to everybody at once."))
    return await results_of(row)


async def results_of(row: JSON) -> JSON:
    """`people` (None until groups were looked for), `why` there are no groups, `groups` with `name`, `size`, `place`
    and `marks`, and the `statements` that everybody reads, what bridges the groups first. Each has `said`, None where
    too few gave an opinion, and `by_group`.
    """
    found = await store.find_groups(row["id"])
    groups = found["groups"] if found else []
    totals = await _totals(row["id"])
    statements = [
        {
            "id": each["id"],
            "text": each["text"],
            "said": _told(totals.get(each["id"], dict(NOTHING))),
            "by_group": [_told(group["said"].get(each["id"], dict(NOTHING))) for group in groups],
            "bridge": bridge([g["said"].get(each["id"], NOTHING) for g in groups] or [totals.get(each["id"], NOTHING)]),
        }
        for each in await store.shown_statements(row["id"])
    ]
    statements.sort(key=lambda each: (each["said"] is None, -each["bridge"], each["id"]))
    texts = {each["id"]: each["text"] for each in statements}
    return {
        "people": found["people"] if found else None,
        "why": found["why"] if found else None,
        "groups": [_group(group, _LETTERS[at], texts) for at, group in enumerate(groups)],
        "statements": statements,
    }


def _group(group: JSON, name: str, texts: dict[str, str]) -> JSON:
    """What was taken down since does not mark a group any more."""
    marks = [{**mark, "text": texts[mark["id"]]} for mark in group["marks"] if mark["id"] in texts]
    return {"name": name, "size": group["size"], "place": group["place"], "marks": marks}


async def _totals(round_id: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in await store.totals(round_id):
        found.setdefault(row["statement_id"], dict(NOTHING))[SAID[row["opinion"]]] = row["people"]
    return found


def _told(said: dict[str, int]) -> dict[str, int] | None:
    return said if sum(said.values()) >= FEWEST else None
