"""What opinions came to, for everybody at once when the vote is closed: totals, groups, and what bridges them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from foundation.errors import NotFound
from foundation.language import _, ngettext
from foundation.permissions import Viewer
from priorities.opinions import store
from priorities.opinions.bridging import NOTHING, bridge
from priorities.opinions.policy import access_opinions
from priorities.opinions.words import SAID
from priorities.phases import is_sealed
from priorities.rounds.place_names import place_name_of

JSON = dict[str, Any]
FEWEST: Final = 10
"""Opinions on a statement whose figures are told."""
_LETTERS: Final = "ABCDE"


@dataclass(frozen=True)
class Groups:
    """Of how many people they are, and the groups as `results_of` gives them; `row` is the round’s."""

    row: JSON
    people: int
    groups: list[JSON]


async def access_results(viewer: Viewer, round_id: str) -> JSON:
    """The results of a round that asked for opinions. Raises NotFound, to everybody, until its vote was sealed."""
    return await results_of(await _access_sealed(viewer, round_id))


async def access_groups(viewer: Viewer, round_id: str) -> Groups:
    """The groups of such a round. Raises NotFound as well where there are none."""
    row = await _access_sealed(viewer, round_id)
    results = await results_of(row)
    if not results["groups"]:
        raise NotFound(_("No groups of people who think alike were found in this round."))
    return Groups(row, results["people"], results["groups"])


async def caption_of(found: Groups) -> str:
    """What stands below the heading of their picture: where it was, of how many people, and in how many groups."""
    said = ngettext("%(n)s person said what they think.", "%(n)s people said what they think.", found.people)
    fall = ngettext(
        "Their opinions fall into %(n)s group.", "Their opinions fall into %(n)s groups.", len(found.groups)
    )
    return f"{await place_name_of(found.row)} · {said} {fall}"


async def results_of(row: JSON) -> JSON:
    """`people` (None until groups were looked for), `why` there are no groups, `groups` with `name`, `size`, `place`
    and `marks`, and the `statements` that everybody reads, what bridges the groups first. Each has `said` and `bridge`,
    None where too few gave an opinion, and `by_group`.
    """
    found = await store.find_groups(row["id"])
    groups = found["groups"] if found else []
    totals = await _totals(row["id"])
    statements = [
        {"id": each["id"], "text": each["text"]}
        | _figures(
            totals.get(each["id"], dict(NOTHING)), [group["said"].get(each["id"], dict(NOTHING)) for group in groups]
        )
        for each in await store.shown_statements(row["id"])
    ]
    statements.sort(key=lambda each: (each["said"] is None, -(each["bridge"] or 0), each["id"]))
    return {
        "people": found["people"] if found else None,
        "why": found["why"] if found else None,
        "groups": [_group(group, _LETTERS[at], _texts_told(statements, at)) for at, group in enumerate(groups)],
        "statements": statements,
    }


async def _access_sealed(viewer: Viewer, round_id: str) -> JSON:
    row = await access_opinions(viewer, round_id)
    if not is_sealed(row):
        raise NotFound(_("What people think is shown when the vote is closed, to everybody at once."))
    return row


def _texts_told(statements: Sequence[JSON], at: int) -> dict[str, str]:
    """By their ids, the statements of which it is told what this group says."""
    return {each["id"]: each["text"] for each in statements if each["by_group"][at] is not None}


def _group(group: JSON, name: str, texts: dict[str, str]) -> JSON:
    """What was taken down since does not mark a group, nor what few of it gave an opinion on."""
    marks = [{**mark, "text": texts[mark["id"]]} for mark in group["marks"] if mark["id"] in texts]
    return {"name": name, "size": group["size"], "place": group["place"], "marks": marks}


async def _totals(round_id: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in await store.totals(round_id):
        found.setdefault(row["statement_id"], dict(NOTHING))[SAID[row["opinion"]]] = row["people"]
    return found


def _figures(all_: dict[str, int], groups: list[dict[str, int]]) -> JSON:
    """What is told of one statement: nothing from which figures that are not told could be worked out."""
    if sum(all_.values()) < FEWEST:
        return {"said": None, "by_group": [None for _group in groups], "bridge": None}
    shown = _shown(groups)
    told = [each for each, is_shown in zip(groups, shown, strict=True) if is_shown]
    return {
        "said": all_,
        "by_group": [each if is_shown else None for each, is_shown in zip(groups, shown, strict=True)],
        "bridge": round(bridge(told or [all_]), 2),
    }


def _shown(groups: list[dict[str, int]]) -> list[bool]:
    """Which groups’ figures are told. What is left of the total without them is that of two groups and ten people, too:
    where one small group is hidden, the next smallest goes with it.
    """
    sizes = [sum(each.values()) for each in groups]
    by_size = sorted(range(len(groups)), key=sizes.__getitem__)
    hidden = [at for at in by_size if sizes[at] < FEWEST]
    while hidden and len(hidden) < len(groups) and (len(hidden) < 2 or sum(sizes[at] for at in hidden) < FEWEST):
        hidden.append(by_size[len(hidden)])
    return [at not in hidden for at in range(len(groups))]
