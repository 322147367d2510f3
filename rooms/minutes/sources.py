"""What the sources of minutes say now, read from their rows each time: one that was taken down says nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.people import persons
from foundation.text import render_text
from rooms.console.models import Moment
from rooms.message_rows import is_public, messages_by_id
from rooms.minutes.kinds import ItemKind
from rooms.polls import store as polls
from rooms.polls.tallies import tallied
from rooms.promises.shown import promises_shown
from rooms.questions.asked import asked_in
from rooms.questions.tallies import votes_in

JSON = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """Its words as text and as HTML, and the `facts` beside them, which a host's wording does not change.

    question: {wanted, reason}; answer: {by: person}; promise: {owner, due_on, standing, outcome, outcome_html}; poll:
    {options, counts, paper, people}; moment: {}.
    """

    text: str
    html: str
    facts: JSON = field(default_factory=dict)


async def sources_of(room_id: str, items: Collection[Mapping[str, Any]]) -> dict[str, Source]:
    """What may be shown of the items' sources, by their ids; one that may not has no entry."""
    ids: dict[str, list[str]] = {kind: [] for kind in ItemKind}
    for item in items:
        if item["source_id"]:
            ids[item["kind"]].append(item["source_id"])
    return {
        **await _words(room_id, [*ids[ItemKind.QUESTION], *ids[ItemKind.ANSWER]]),
        **await _promises(ids[ItemKind.PROMISE]),
        **await _polls(ids[ItemKind.POLL]),
        **await _moments(ids[ItemKind.MOMENT]),
    }


async def _words(room_id: str, ids: list[str]) -> dict[str, Source]:
    messages = await messages_by_id(ids)
    shown = [messages[id_] for id_ in ids if id_ in messages and is_public(messages[id_], messages)]
    people = await persons({row["author_id"] for row in shown if row["kind"] == "answer"})
    asked = {question.id: question for question in await asked_in(room_id)}
    votes = await votes_in(room_id)
    facts: dict[str, JSON] = {
        id_: {"wanted": votes.get(id_, 0), "reason": question.reason} for id_, question in asked.items()
    }
    facts |= {row["id"]: {"by": people[row["author_id"]]} for row in shown if row["kind"] == "answer"}
    return {row["id"]: Source(row["body"], row["html"], facts.get(row["id"], {})) for row in shown}


async def _promises(ids: list[str]) -> dict[str, Source]:
    facts = ("owner", "due_on", "state", "outcome", "outcome_html")
    return {
        id_: Source(promise["text"], promise["html"], {name: promise[name] for name in facts})
        for id_, promise in (await promises_shown(ids)).items()
        if promise["text"] is not None
    }


async def _polls(ids: list[str]) -> dict[str, Source]:
    facts = ("options", "counts", "paper", "people")
    tallies = await tallied(await polls.polls_by_id(ids)) if ids else []
    return {
        tally["id"]: Source(
            tally["question"], render_text(tally["question"]), {name: tally[name] for name in facts}
        )
        for tally in tallies
        if tally["question"] is not None
    }  # fmt: skip


async def _moments(ids: list[str]) -> dict[str, Source]:
    rows = await Moment.filter(id__in=ids, withdrawn_at=None).values("id", "label") if ids else []
    return {row["id"]: Source(row["label"], render_text(row["label"])) for row in rows}
