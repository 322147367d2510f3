"""What a sealed case holds is read among proposals by its author alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from foundation.settings import Settings
from priorities.acting.models import Status
from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.acting.agreed import agree
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import ABUSE, Ideas
from tests.running.schema import settings_for

NAME = "Perpetua Quill"


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    plain = settings_for(database_url, limits=limits, folder=tmp_path / "var")
    return replace(plain, sealed_key="a-key-that-stands-in-no-database-at-all")


@pytest.fixture
async def sealed(cast: Cast, browser: NewBrowser) -> None:
    """A case of Dee's, for which nobody else is cleared."""
    await _seal(cast, browser)


async def _seal(cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get("/moderation/cases")
    answer = await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms=NAME)
    assert answer.status == 303, answer.text


@pytest.mark.usefixtures("sealed")
async def test_a_proposal_that_names_it_is_read_by_its_author_alone(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(ideas=())
    answer = await ideas.send(cast.rosa, round_id, title=f"About {NAME}")
    assert (answer.status, "seal" in answer.text.lower()) == (202, False)
    path = f"/proposals/{answer.json['id']}"
    assert (await browser(cast.rosa).get(path)).status == 200
    for who in (cast.ada, cast.mo, cast.dai, cast.amir, None):
        for door in (path, f"{path}/decide", f"{path}/revisions"):
            assert (await browser(who).get(door)).status in (401, 403, 404, 303), (who, door)
        assert (await ideas.read(who, answer.json["id"])).status == 404, who
        assert NAME not in (await browser(who).get(f"/rounds/{round_id}")).text


@pytest.mark.usefixtures("sealed")
async def test_an_edit_that_names_it_is_decided_by_nobody_who_is_not_cleared(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    assert (await ideas.change(cast.rosa, made, what=f"I saw {NAME}")).status == 202
    path = f"/proposals/{made['id']}"
    assert (await browser(cast.mo).get(path)).status == 200, "what stands is everybody's"
    for door in (path, f"{path}/decide", f"{path}/revisions"):
        assert NAME not in (await browser(cast.mo).get(door)).text, door
    assert (await ideas.in_place(cast.mo, made["id"], "approve")).status == 404


async def test_words_that_wait_are_sealed_by_terms_that_came_later(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    waits = await ideas.send(cast.rosa, await poll.begin(ideas=()), title=f"About {NAME}", what=ABUSE)
    assert (await ideas.read(cast.ada, waits.json["id"])).status == 200, "it waits for another reason"
    await _seal(cast, browser)
    assert (await ideas.read(cast.ada, waits.json["id"])).status == 404
    assert (await browser(cast.mo).get(f"/proposals/{waits.json['id']}")).status == 404
    assert (await ideas.read(cast.rosa, waits.json["id"])).status == 200


async def test_what_a_case_holds_is_in_no_list_once_it_is_taken_down_during_the_vote(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(ideas=())
    proposal = await poll.proposal(round_id, title=f"About {NAME}", what=f"{NAME} lives here.", speaks_for=NAME)
    await poll.move_to(round_id, Phase.VOTE)
    assert (await ideas.in_place(cast.ada, proposal, "hide")).status == 204
    await _seal(cast, browser)
    for who in (cast.ada, cast.mo, cast.dai, None):
        assert NAME not in (await browser(who).get(f"/rounds/{round_id}")).text, who
    assert f'href="/proposals/{proposal}"' in (await browser(cast.ada).get(f"/rounds/{round_id}")).text


async def test_forms_of_the_staff_do_not_tell_what_waits(
    ideas: Ideas, poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    waits = await ideas.send(cast.rosa, await poll.begin(ideas=()), title=f"About {NAME}", what=ABUSE)
    await _seal(cast, browser)
    for door in ("merge", "evidence", "refuse", "refusal", "move-support"):
        answer = await browser(cast.ada).get(f"/proposals/{waits.json['id']}/{door}")
        assert (answer.status in (303, 403, 404), NAME in answer.text) == (True, False), door


@pytest.mark.usefixtures("sealed")
async def test_a_priority_that_names_it_goes_on_to_be_read_by_who_is_cleared(
    ideas: Ideas, poll: Poll, cast: Cast
) -> None:
    before = await poll.begin(Phase.DONE)
    option = await poll.proposal(before, what=f"{NAME} lives here.")
    priority = await agree(round_id=before, option_id=option, status=Status.UNMET)
    following = await poll.begin(ideas=())
    carried = await ideas.house.caller(cast.ada).post(f"/priorities/{priority}/carry")
    assert carried.status == 201, carried.text
    assert (await ideas.read(cast.amir, carried.json["proposal"])).status == 404
    assert await ideas.listed(cast.amir, following) == []
