"""The round of the demonstration that is over: voted in, sealed, agreed on, worked on, and judged by its neighbours."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import cycle, islice
from typing import Final

from aiohttp import web

from foundation import clock
from foundation.client_ids import new_client_id
from foundation.keys import SETTINGS
from foundation.permissions import Viewer
from priorities.acting import store as acting
from priorities.acting.drafts import ActionDraft, checked_draft
from priorities.acting.posting_service import post_action
from priorities.agreeing.adopting_service import adopt
from priorities.agreeing.adoption import Adoption
from priorities.agreeing.members_service import accept, name_member
from priorities.agreeing.promised import Promised
from priorities.closing.sealing_service import seal_votes
from priorities.pictures.service import PICTURES
from priorities.reviewing.service import give_review
from priorities.rounds.moving_service import move_rounds
from server.demonstration.drawings import picture
from server.demonstration.round_steps import Adopted, Deed
from server.demonstration.round_talk import ADOPTED, CAMPS, PAST
from server.demonstration.rounds_making import Making, begin, cast_ballots, fill, making

_DAYS: Final = (128, 118, 112, 100, 95, 38, 24)
"""How many days ago each of its phases began."""
_VOTE, _AGREE, _ACT, _REVIEW, _DONE = _DAYS[2:]
_NEWS: Final = timedelta(days=28)
"""By when more is said."""


async def hold_a_round(app: web.Application) -> None:
    """All of it, one day after the other."""
    round_ = await making(app, _DAYS)
    await begin(round_)
    await fill(round_, PAST)
    await _move(round_, _VOTE)
    await cast_ballots(round_, _ballots(round_), _VOTE - _AGREE)
    await _move(round_, _AGREE)
    with round_.at(_AGREE - 1):
        await seal_votes(app)
        await _agree(round_)
    await _move(round_, _ACT)
    await _act(round_)
    await _move(round_, _REVIEW)
    with round_.at(_REVIEW - 2):
        await _review(round_)
    await _move(round_, _DONE)


async def _move(round_: Making, day: int) -> None:
    with round_.at(day):
        await move_rounds(round_.app)


def _ballots(round_: Making) -> Sequence[tuple[Viewer, Sequence[str]]]:
    """Neighbours by their camps; Rosa and Amir vote as well."""
    chosen = [keys for number, patterns in CAMPS for keys in islice(cycle(patterns), number)]
    cast = [(round_.cast["rosa"], ("school", "park")), (round_.cast["amir"], ("sheds", "park", "school"))]
    return [*zip(round_.neighbours, chosen, strict=True), *cast]


async def _agree(round_: Making) -> None:
    okafor, rosa = round_.cast["okafor"], round_.cast["rosa"]
    for member in ("okafor", "hughes", "rosa"):
        await name_member(round_.app, okafor, round_.id, str(round_.cast[member].id))
    await accept(round_.app, rosa, round_.id)
    promised = [_promised(round_, one) for one in ADOPTED]
    await adopt(round_.app, okafor, round_.id, Adoption(tuple(promised)), confirm=True)


def _promised(round_: Making, one: Adopted) -> Promised:
    by = clock.today_in(round_.app[SETTINGS].time_zone) + _NEWS
    return Promised(round_.ids[one.key], one.role, one.rank, one.promise, by)


async def _act(round_: Making) -> None:
    adopted = {row["option_id"]: row["id"] for row in await acting.of_round(round_.id)}
    deeds = [(deed, adopted[round_.ids[one.key]]) for one in ADOPTED for deed in one.deeds]
    for deed, priority in sorted(deeds, key=lambda pair: pair[0].day):
        with round_.at(_ACT - deed.day):
            await _do(round_, deed, priority)


async def _do(round_: Making, deed: Deed, priority: str) -> None:
    who, zone = round_.cast[deed.who], round_.app[SETTINGS].time_zone
    figures = tuple({"label": label, "before": before, "after": after} for label, before, after in deed.figures)
    draft = ActionDraft(
        deed.words, new_client_id(), partner=deed.partner, figures=figures, pictures=await _pictures(who, deed),
        next_update_on=clock.today_in(zone) + _NEWS, confirm=True,
    )  # fmt: skip
    done = await post_action(round_.app, who, priority, checked_draft(draft, zone))
    if done["state"] != "published":
        raise RuntimeError(f"held in the demonstration: {deed.words[:60]}")


async def _pictures(who: Viewer, deed: Deed) -> tuple[str, ...]:
    if not deed.picture:
        return ()
    added = await PICTURES.add(who, picture(deed.picture))
    await PICTURES.describe(who, added["id"], deed.alt)
    return (str(added["id"]),)


async def _review(round_: Making) -> None:
    adopted = {row["option_id"]: row["id"] for row in await acting.of_round(round_.id)}
    people = [round_.cast["rosa"], round_.cast["amir"], *round_.neighbours]
    for one in ADOPTED:
        verdicts = [verdict for verdict, number in one.verdicts.items() for _each in range(number)]
        for person, verdict in zip(people, verdicts, strict=False):
            await give_review(round_.app, person, adopted[round_.ids[one.key]], verdict)
