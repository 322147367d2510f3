"""What a moderator has not read when the vote opens: it is on no ballot, and whoever wrote it hears so."""

from datetime import timedelta
from typing import Any

from notices.models import Notice
from priorities.models import Option, Phase
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import TITLE, Ideas


async def _told(person: str, path: str) -> list[Any]:
    return await Notice.filter(person_id=person, kind="proposal_decided", path=path).values_list("sentence", flat=True)


async def test_a_proposal_that_waits_is_not_lost_without_a_word(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=("Litter by the shops",))
    held = await ideas.held(cast.rosa, round_id)
    await poll.move_to(round_id, Phase.SHAPE)
    assert await _told(cast.rosa.id, f"/proposals/{held}") == []
    await poll.move_to(round_id, Phase.VOTE)
    [said] = await _told(cast.rosa.id, f"/proposals/{held}")
    assert "not voted on" in said
    assert (await ideas.decide(held, "approve")).status == 201
    assert [option.title for option in await Option.filter(round_id=round_id)] == ["Litter by the shops"]
    listed = (await poll.house.page(f"/rounds/{round_id}")).text
    assert f'href="/proposals/{held}"' not in listed, "it must not stand among those that are voted on"
    assert f'href="/proposals/{held}"' in (await poll.house.page(f"/rounds/{round_id}/refused")).text
    late = (await poll.house.caller().get(f"/rounds/{round_id}/refused")).json["late"]
    assert late == [{"id": held, "title": TITLE}]
    assert await ideas.listed(None, round_id) == ["Litter by the shops"], "nor among those that clients list"


async def test_staff_hear_two_days_before_the_vote_what_still_waits(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    await ideas.held(cast.rosa, round_id)
    await poll.move_to(round_id, Phase.SHAPE)
    await poll.let_pass(timedelta(days=4, hours=23))
    await poll.house.run_jobs()

    async def told() -> list[tuple[str, str]]:
        rows = Notice.filter(kind="staff", sentence__contains="still waits for a moderator").order_by("id")
        return [(each.person_id, each.path) async for each in rows]

    assert await told() == []
    await poll.let_pass(timedelta(hours=1))
    await poll.house.run_jobs()
    await poll.house.run_jobs()
    paths = dict(await told())
    assert len(await told()) == len(paths)
    assert {paths[each.id] for each in (cast.mo, cast.dee)} == {"/moderation"}
    assert {paths[each.id] for each in (cast.ada, cast.huw)} == {f"/rounds/{round_id}"}
    assert not paths.keys() & {cast.rosa.id, cast.amir.id, cast.olga.id, cast.nia.id, cast.max.id}


async def test_nobody_hears_of_a_round_in_which_nothing_waits(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    held = await poll.begin(Phase.GATHER, ideas=())
    await ideas.held(cast.rosa, held)
    await poll.let_pass(timedelta(days=6))
    await poll.house.run_jobs()
    assert (await poll.row(round_id))["phase"] == Phase.SHAPE
    assert not await Notice.filter(kind="staff", sentence__contains="moderator").exists()


async def test_clients_list_them_as_the_page_does_while_people_vote(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    first, second = [await poll.proposal(round_id, title=title) for title in ("First", "Second")]
    await poll.house.caller(cast.amir).put(f"/proposals/{second}/support")
    assert await ideas.listed(None, round_id) == ["Second", "First"], "those with most support first"
    await poll.move_to(round_id, Phase.VOTE)
    assert await ideas.listed(None, round_id) == ["First", "Second"], "who votes is not told what others want"
    assert first < second
