"""What the police know of a proposal: written by them, with the figures as they were, read by everybody."""

import pytest

from foundation.errors import Conflict, Invalid
from foundation.ids import new_id
from priorities.models import Phase
from priorities.proposals.evidence.service import write_card
from priorities.proposals.models import EvidenceCard, RecordedCrime
from tests.accounts.browsing import NewBrowser
from tests.cast import ABROAD, ELSEWHERE, HOME, Cast
from tests.priorities.poll import Poll

KNOWN = "Most go in the evening."
OTHERS = "The railway could light its racks."
CAN = "We mark bikes every Friday."
CANNOT = "Racks are the council’s <b>own</b>."


@pytest.fixture(params=[Phase.GATHER, Phase.SHAPE])
async def proposal(poll: Poll, request: pytest.FixtureRequest) -> str:
    """A proposal, and two months of crime: five bikes here and one elsewhere in the force, then none here."""
    for place, month, category, crimes in (
        (HOME, "2022-05", "bicycle-theft", 5),
        (HOME, "2022-05", "robbery", 9),
        (ELSEWHERE, "2022-05", "bicycle-theft", 2),
        (ELSEWHERE, "2022-06", "bicycle-theft", 3),
        (ABROAD, "2022-07", "drugs", 8),
    ):
        await RecordedCrime.create(id=new_id(), neighbourhood_id=place, month=month, category=category, crimes=crimes)
    return await poll.proposal(await poll.begin(request.param, ()))


async def test_ada_writes_what_they_know_and_everybody_reads_it(
    poll: Poll, cast: Cast, proposal: str, browser: NewBrowser
) -> None:
    ada = browser(cast.ada)
    form = (await ada.get(f"/proposals/{proposal}/evidence")).text
    assert "Bicycle theft" in form
    assert "Drugs" not in form, "that is another force’s"
    empty = await ada.post(f"/proposals/{proposal}/evidence", version="0")
    assert empty.status == 422
    done = await ada.post(
        f"/proposals/{proposal}/evidence", version="0", known=KNOWN, can=CAN, cannot=CANNOT, others=OTHERS,
        categories="bicycle-theft",
    )  # fmt: skip
    assert done.headers["Location"] == f"/proposals/{proposal}#evidence"
    page = (await poll.house.page(f"/proposals/{proposal}")).text
    for words in (KNOWN, CAN, OTHERS):
        assert words in page
    assert "&lt;b&gt;own" in page, "words are never HTML"
    assert "data.police.uk" in page
    card = (await poll.house.caller().get(f"/proposals/{proposal}/evidence")).json
    assert (card["known"], card["others"]) == (KNOWN, OTHERS)
    assert card["trend"] == [
        {"month": "2022-05", "crimes": 5, "average": 3.5},
        {"month": "2022-06", "crimes": 0, "average": 1.5},
    ], "a month without a crime here is a zero"
    assert card["by"]["officer"]["number"] == "4127"


async def test_the_figures_stay_as_they_were_when_it_was_written(poll: Poll, cast: Cast, proposal: str) -> None:
    app = poll.house.app
    await write_card(app, cast.ada.viewer, proposal, {"can": CAN}, ["bicycle-theft"], 0)
    await RecordedCrime.filter(neighbourhood_id=HOME).update(crimes=50)
    assert (await EvidenceCard.get(id=proposal)).trend["months"][0]["crimes"] == 5


async def test_two_who_write_at_once_see_each_other_s_words(
    poll: Poll, cast: Cast, proposal: str, browser: NewBrowser
) -> None:
    huw = browser(cast.huw)
    await huw.get(f"/proposals/{proposal}/evidence")
    await write_card(poll.house.app, cast.ada.viewer, proposal, {"can": CAN}, (), 0)
    late = await huw.post(f"/proposals/{proposal}/evidence", version="0", can="We patrol at night.")
    assert late.status == 409
    assert CAN in late.text
    assert "We patrol at night." in late.text
    assert (await huw.post(f"/proposals/{proposal}/evidence", version="1", can="Both.")).status == 303
    assert (await EvidenceCard.get(id=proposal)).version == 2


async def test_nobody_but_those_who_serve_there_writes_it_and_only_before_the_vote(
    poll: Poll, cast: Cast, proposal: str
) -> None:
    body = {"version": 0, "can": CAN}
    assert (await poll.house.caller().get(f"/proposals/{proposal}/evidence")).status == 404
    for who, status in ((None, 401), (cast.rosa, 403), (cast.gwen, 403), (cast.nia, 403), (cast.mo, 403)):
        assert (await poll.house.caller(who).put(f"/proposals/{proposal}/evidence", body)).status == status, who
    assert (await poll.house.caller(cast.ada).put(f"/proposals/{proposal}/evidence", body)).status == 204
    for wrong in ({"can": "x" * 1001}, {"known": " "}):
        with pytest.raises(Invalid):
            await write_card(poll.house.app, cast.ada.viewer, proposal, wrong, (), 1)
    with pytest.raises(Invalid):
        await write_card(poll.house.app, cast.ada.viewer, proposal, {}, ["drugs"], 1)
    await poll.move_to((await poll.house.caller().get(f"/proposals/{proposal}")).json["round"], Phase.VOTE)
    with pytest.raises(Conflict):
        await write_card(poll.house.app, cast.ada.viewer, proposal, {"can": "Something else"}, (), 1)
