"""Neither the log nor the figures of the service tell how many ballots and opinions came in, nor when."""

from collections.abc import Awaitable, Callable

import pytest

from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.priorities.poll import Poll

Door = Callable[[Member], Awaitable[Answer]]
ROUTES = {
    "ballot as JSON": 'method="PUT",route="/api/v1/rounds/{id}/ballot"',
    "ballot by the form": 'method="POST",route="/rounds/{id}/vote"',
    "opinion as JSON": 'method="PUT",route="/api/v1/statements/{id}/opinion"',
    "opinion by the form": 'method="POST",route="/statements/{id}/opinion"',
}


async def _doors(poll: Poll, cast: Cast, browser: NewBrowser) -> dict[str, Door]:
    round_id = await poll.begin(Phase.VOTE, opinions=True)
    [option, *_rest] = await poll.options(round_id)
    put = await poll.house.caller(cast.ada).post(f"/rounds/{round_id}/statements", {"text": "More lamps, please."})
    opinion = f"/statements/{put.json['id']}/opinion"

    async def form(member: Member, page: str, path: str, **fields: str) -> Answer:
        found = browser(member)
        await found.get(page)
        return await found.post(path, **fields)

    async def opinion_as_json(member: Member) -> Answer:
        return await poll.house.caller(member).put(opinion, {"opinion": "agree"})

    async def ballot_as_json(member: Member) -> Answer:
        return await poll.cast_ballot(member, round_id, [option])

    async def ballot_by_form(member: Member) -> Answer:
        path = f"/rounds/{round_id}/vote"
        return await form(member, path, path, **{f"choice-{option}": "yes"})

    async def opinion_by_form(member: Member) -> Answer:
        return await form(member, f"/rounds/{round_id}/opinions", opinion, opinion="agree")

    return dict(zip(ROUTES, (ballot_as_json, ballot_by_form, opinion_as_json, opinion_by_form), strict=True))


@pytest.mark.parametrize("name", ROUTES)
async def test_what_counts_is_no_line_of_the_log_and_no_figure(
    poll: Poll, cast: Cast, browser: NewBrowser, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    door = (await _doors(poll, cast, browser))[name]
    route = ROUTES[name].partition('route="')[2].rstrip('"')

    async def figures() -> list[str]:
        metrics = await poll.house.caller().send("GET", "/metrics")
        return sorted(line for line in metrics.text.splitlines() if ROUTES[name] in line and "_count" in line)

    async def logged() -> int:
        said = capsys.readouterr()
        return len([line for line in (said.out + said.err).splitlines() if route in line and "GET" not in line])

    await logged()
    before = await figures()
    assert (await door(cast.olga)).status == 403
    assert await logged() == 1, "a refusal is logged, so the log is heard here"
    refused = await figures()
    assert refused != before, "and counted"
    for member in (cast.rosa, cast.rosa, cast.amir):
        assert (await door(member)).status in (200, 204, 303)
    assert await logged() == 0
    assert await figures() == refused
