"""Who follows a neighbourhood’s rounds, or supported what was adopted, hears how it goes on: each thing once."""

from datetime import timedelta

from foundation import clock
from notices.models import Notice
from priorities.acting.models import Priority
from priorities.models import Phase
from priorities.proposals.models import Support
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.priorities.acting.agreed import agree
from tests.priorities.agreeing.sitting import sit
from tests.priorities.poll import Poll
from tests.priorities.reviewing.test_reviewing import voted_in


async def _news(member: Member) -> list[str]:
    found = Notice.filter(kind="priority_news", person_id=member.id).order_by("id")
    return [str(path) for path in await found.values_list("path", flat=True)]


async def _promise(house: House, by: Member, priority: str, words: str) -> None:
    kept = {
        "owner_role": "neighbourhood team",
        "owner_rank": "Sgt",
        "promise": words,
        "next_update": (clock.now() + timedelta(days=9)).date().isoformat(),
        "kept_version": (await Priority.get(id=priority)).kept_version,
    }
    answer = await house.caller(by).patch(f"/priorities/{priority}", kept)
    assert answer.status == 200, answer.text


async def test_amir_who_follows_the_rounds_and_the_priority_hears_each_thing_once(
    poll: Poll, house: House, cast: Cast
) -> None:
    round_id = await poll.begin(Phase.ACT)
    [option, *_others] = await poll.options(round_id)
    priority = await agree(round_id=round_id, option_id=option)
    await voted_in(round_id, cast.rosa)
    path = f"/priorities/{priority}"
    assert (await house.caller(cast.amir).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    assert (await house.caller(cast.amir).put(f"{path}/follow")).status == 204
    action = (await house.caller(cast.ada).post(f"{path}/actions", {"body": "We came.", "figures": []})).json["id"]
    assert await _news(cast.amir) == [f"{path}#action-{action}"]
    await _promise(house, cast.ada, priority, "Each evening until May.")
    assert await _news(cast.amir) == [f"{path}#action-{action}", path]
    await poll.move_to(round_id, Phase.REVIEW)
    answer = await house.caller(cast.rosa).put(f"{path}/review", {"verdict": "worse"})
    assert answer.status == 204, answer.text
    before = await _news(cast.rosa)
    await poll.move_to(round_id, Phase.DONE)
    await house.run_jobs()
    assert await _news(cast.amir) == [f"{path}#action-{action}", path, path]
    assert await _news(cast.rosa) == [*before, path], "she answered, and follows nothing"
    assert await _news(cast.ada) == []
    assert await _news(cast.olga) == []


async def test_who_supported_what_was_adopted_follows_it_until_they_say_otherwise(
    poll: Poll, house: House, cast: Cast
) -> None:
    sitting = await sit(house, cast, poll)
    for number in (0, 1):
        await Support.create(
            id=f"support{number}", proposal_id=sitting.options[number], person_id=cast.amir.id, at=clock.now()
        )
    assert (await sitting.agree(0, 1, reason="Two at a time.")).status == 200
    first, second = [str(row.id) for row in await Priority.filter(round_id=sitting.round_id).order_by("position")]
    assert (await house.caller(cast.amir).delete(f"/priorities/{second}/follow")).status == 204
    for priority in (first, second):
        await house.caller(cast.ada).post(f"/priorities/{priority}/actions", {"body": "We came."})
    assert [path.partition("#")[0] for path in await _news(cast.amir) if "#" in path] == [f"/priorities/{first}"]
    assert await _news(cast.rosa) == [path for path in await _news(cast.rosa) if "#" not in path]
