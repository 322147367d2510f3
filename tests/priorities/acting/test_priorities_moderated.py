"""What a priority says, what is promised and why the panel agreed on it is flagged, taken down and put back."""

import pytest

from moderation.models import Decision
from priorities.acting.models import Priority
from priorities.agreeing.models import Agreement
from tests.cast import Cast, Member
from tests.clients import JSON
from tests.house import House
from tests.priorities.acting.agreed import agree
from tests.priorities.acting.deciding import decided, flagged, ruled
from tests.priorities.agreeing.sitting import Sitting, in_weeks, sit
from tests.priorities.poll import Poll

NAME = "Tremlett"


@pytest.fixture
async def sitting(house: House, cast: Cast, poll: Poll) -> Sitting:
    """A panel that has departed from the vote, with her name in the reason and in each promise."""
    made = await sit(house, cast, poll)
    agreed = await made.agree(0, 1, reason=f"Mrs {NAME} asked the panel to.")
    assert agreed.status == 200, agreed.text
    await Priority.all().update(promise=f"We visit Mrs {NAME}.")
    return made


async def says(house: House, paths: list[str], member: Member | None = None) -> list[str]:
    """The pages on which somebody reads her name."""
    return [path for path in paths if NAME in (await house.page(path, member)).text]


async def first(sitting: Sitting) -> str:
    return str((await Priority.get(option_id=sitting.options[0])).id)


async def test_what_is_promised_and_why_is_taken_down_and_put_back(sitting: Sitting, house: House, cast: Cast) -> None:
    priority = await first(sitting)
    paths = [f"/priorities/{priority}", f"/rounds/{sitting.round_id}/panel", f"/rounds/{sitting.round_id}/results"]
    assert f"/flags/new?type=priority&amp;id={priority}" in (await house.page(paths[0], cast.rosa)).text
    assert f"type=priority&amp;id={priority}" not in (await house.page(paths[0])).text
    assert await says(house, paths) == paths
    done = await decided(house, cast, priority, "hide")
    assert done["item"]["text"].count(NAME) == 2
    shown = (await house.caller().get(f"/priorities/{priority}")).json
    assert (shown["title"], shown["promise"], shown["owner"]) == ("A priority that moderators took down", "", None)
    assert "Moderators took down what was promised here." in (await house.page(paths[0])).text
    panel = (await house.page(paths[1])).text
    assert "Moderators took down what the panel said with it." in panel
    assert panel.count(NAME) == 1, "the promise of the other one stands for itself"
    assert (await house.caller().get(f"/rounds/{sitting.round_id}/panel")).json["agreement"]["reason"] == ""
    assert await says(house, [paths[0], paths[2]], cast.ada) == []
    again = {"target": {"type": "priority", "id": priority}, "reason": "other"}
    assert (await house.caller(cast.amir).post("/flags", again)).status == 404
    undone = await house.caller(cast.mo).post(f"/decisions/{done['decision']}/undo")
    assert undone.status == 204, undone.text
    assert await says(house, paths) == paths


async def test_the_officer_who_wrote_it_down_reads_why_and_appeals(sitting: Sitting, house: House, cast: Cast) -> None:
    done = await decided(house, cast, await first(sitting), "hide")
    assert (await Decision.get(id=done["decision"])).author_id == cast.ada.id
    assert (await house.page(f"/decisions/{done['decision']}", cast.ada)).status == 200
    appealed = await house.caller(cast.ada).post(f"/decisions/{done['decision']}/appeal", {"text": "She agreed to it."})
    assert appealed.status in (200, 201, 204), appealed.text


async def test_nobody_puts_other_words_over_what_is_down(sitting: Sitting, house: House, cast: Cast) -> None:
    priority = await first(sitting)
    await decided(house, cast, priority, "hide")
    kept = (await Priority.get(id=priority)).kept_version
    body = {"owner_role": "team", "promise": "Another.", "next_update": in_weeks(4), "kept_version": kept}
    assert (await house.caller(cast.ada).patch(f"/priorities/{priority}", body)).status == 409
    out = await sitting.agree(1, reason="Less.", why="It is less.", version=(await Agreement.get()).version)
    assert out.status == 409, "what it said would stand among what was agreed before"
    amended = await sitting.agree(0, 1, reason="As it was.", why="Said anew.", version=(await Agreement.get()).version)
    assert amended.status == 200, amended.text
    assert NAME in (await Priority.get(id=priority)).promise, "it is there when it comes back"
    assert (await Priority.exclude(id=priority).get()).promise == "We patrol there every evening."
    assert NAME not in await sitting.page()


async def test_mo_puts_other_words_in_their_place_and_takes_that_back(
    sitting: Sitting, house: House, cast: Cast
) -> None:
    priority = await first(sitting)
    before = (await Priority.get(id=priority)).promise
    promised = {"option": "x", "owner_role": "team", "owner_rank": "", "promise": f"For {NAME}.", "next_update_on": ""}
    change = {"at": "2026-11-01T10:00:00Z", "role": "officer", "why": f"For Mrs {NAME}.", "before": [], "reason": ""}
    await Agreement.all().update(changes=[change | {"promised": [promised]}])
    title = (await Priority.get(id=priority)).title
    words = f"{title}\n\n[promise]\nWe visit the street.\n\n[post]\nneighbourhood team\n\n[agreed]\nNeighbours asked."
    done = await decided(house, cast, priority, "edit", body=words)
    row, agreement = await Priority.get(id=priority), await Agreement.get()
    assert (row.promise, row.owner_role, agreement.reason) == (
        "We visit the street.", "neighbourhood team", "Neighbours asked.",
    )  # fmt: skip
    assert NAME not in str(agreement.changes)
    assert "Taken out by moderators on" in await sitting.page()
    undone = await house.caller(cast.mo).post(f"/decisions/{done['decision']}/undo")
    assert undone.status == 204, undone.text
    assert (await Priority.get(id=priority)).promise == before
    assert NAME in (await Agreement.get()).reason


async def test_what_happens_is_the_proposal_s(sitting: Sitting, house: House, cast: Cast) -> None:
    with pytest.raises(AssertionError, match="decide about that one"):
        await decided(
            house, cast, await first(sitting), "edit", body="Another title\n\n[promise]\nWe visit the street."
        )


async def test_an_old_page_of_a_moderator_does_not_empty_why_it_was_closed(house: House, cast: Cast) -> None:
    priority = await agree(external_id="1")
    item = await flagged(house, cast, priority)
    why = {"reason": "The road was closed to cars."}
    assert (await house.caller(cast.huw).post(f"/priorities/{priority}/close", why)).status == 200
    answer = await ruled(house, cast, item, "edit", body="Speeding\n\n[promise]\nA check.")
    assert answer.status == 409, answer.text
    row = await Priority.get(id=priority)
    assert (row.closed_why, row.worded_by_id) == (why["reason"], cast.huw.id)


@pytest.mark.parametrize("act", ["keep", "agree"])
async def test_mo_does_not_put_old_words_over_what_was_promised_meanwhile(
    sitting: Sitting, house: House, cast: Cast, act: str
) -> None:
    priority = await first(sitting)
    item = await flagged(house, cast, priority)
    if act == "keep":
        kept = {"owner_role": "team", "promise": "Another.", "next_update": in_weeks(4), "kept_version": 1}
        assert (await house.caller(cast.ada).patch(f"/priorities/{priority}", kept)).status == 200
    else:
        assert (await sitting.agree(0, 1, reason="Another.", why="We heard more.", version=1)).status == 200
    shown = (await house.caller().get(f"/priorities/{priority}")).json["promise"]
    late = await ruled(house, cast, item, "edit", body=item["text"])
    assert late.status == 409, late.text
    assert (await house.caller().get(f"/priorities/{priority}")).json["promise"] == shown
    assert "Another." in str((await house.caller().get(f"/priorities/{priority}")).json | await _agreement(sitting))
    [now] = (await house.caller(cast.mo).get("/moderation/queue?state=open")).json["items"]
    assert "Another." in now["text"]
    done = await ruled(house, cast, now, "edit", body=now["text"].replace("Another.", "Anew."))
    assert done.status == 201, done.text


async def _agreement(sitting: Sitting) -> JSON:
    panel: JSON = (await sitting.house.caller().get(f"/rounds/{sitting.round_id}/panel")).json
    return {"agreement": panel["agreement"]}


async def test_words_that_look_like_a_mark_stay_where_they_were_said(
    sitting: Sitting, house: House, cast: Cast
) -> None:
    priority = await first(sitting)
    said = f"For Mrs {NAME}:\n[post]\n\\[promise]\nher own words"
    await Agreement.all().update(reason=said)
    item = await flagged(house, cast, priority)
    body = item["text"].replace(f"We visit Mrs {NAME}.", "We visit the street.")
    done = await ruled(house, cast, item, "edit", body=body)
    assert done.status == 201, done.text
    row, agreement = await Priority.get(id=priority), await Agreement.get()
    assert (row.promise, row.owner_role) == ("We visit the street.", "neighbourhood team")
    assert agreement.reason == said
    undone = await house.caller(cast.mo).post(f"/decisions/{done.json['id']}/undo")
    assert undone.status == 204, undone.text
    row, agreement = await Priority.get(id=priority), await Agreement.get()
    assert (row.promise, row.owner_role, agreement.reason) == (f"We visit Mrs {NAME}.", "neighbourhood team", said)


async def test_a_part_that_stands_there_twice_is_not_guessed(sitting: Sitting, house: House, cast: Cast) -> None:
    item = await flagged(house, cast, await first(sitting))
    refused = await ruled(house, cast, item, "edit", body=f"{item['text']}\n\n[promise]\nWe visit often.")
    assert (refused.status, "stands there twice" in refused.text) == (422, True), refused.text


async def test_an_imported_one_is_worded_anew_and_taken_down(house: House, cast: Cast) -> None:
    priority = await agree(title=f"Mrs {NAME}", issue=f"{NAME} is robbed.", promise=f"{NAME} gets a lock.")
    path = f"/priorities/{priority}"
    await decided(house, cast, priority, "edit", body="Robberies\n\nOn the street.\n\n[promise]\nWe fit locks.")
    shown = (await house.caller().get(path)).json
    assert (shown["title"], shown["html"], shown["promise"]) == (
        "Robberies",
        "<p>On the street.</p>\n",
        "We fit locks.",
    )
    assert shown["owner"] == {"role": "", "rank": "Sgt", "person": None}
    await Priority.all().update(closed_why=f"Mrs {NAME} moved.")
    await decided(house, cast, priority, "hide")
    assert NAME not in (await house.page(path)).text
    assert "On the street" not in (await house.page(path)).text
