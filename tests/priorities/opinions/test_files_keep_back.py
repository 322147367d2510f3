"""What nobody can take away of opinions: anything before the close, figures of few, what was taken down."""

import pytest

from priorities.models import Phase
from priorities.opinions.models import OpinionGroups, Statement
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.files import FILES, table_of, two_camps
from tests.priorities.poll import Poll
from tests.priorities.results.counted import hold_jobs


async def test_nobody_has_them_before_the_close(poll: Poll, house: House, cast: Cast) -> None:
    """In the last of these phases the vote is over, and not counted yet."""
    for phase in (Phase.GATHER, Phase.SHAPE, Phase.VOTE, Phase.AGREE):
        if phase is Phase.AGREE:
            hold_jobs(house)
        round_id = await poll.begin(phase, opinions=True)
        await OpinionGroups.create(id=round_id, found=_FOUND, at=(await poll.row(round_id))["created_at"])
        for member in (None, cast.rosa, cast.ada, cast.mo, cast.dee, cast.gwen, cast.olga):
            for file in FILES:
                answer = await house.page(f"/rounds/{round_id}/{file}", member)
                assert answer.status == 404, (phase, file, member and member.name)
            page = (await house.page(f"/rounds/{round_id}/opinions", member)).text
            assert not any(file in page for file in FILES)


_FOUND: JSON = {
    "people": 60,
    "why": "",
    "groups": [{"size": 30, "place": [place, 0], "said": {}, "marks": []} for place in (-1, 1)],
}


async def test_a_round_that_does_not_ask_has_none(poll: Poll, house: House) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.move_to(round_id, Phase.AGREE)
    assert {(await house.page(f"/rounds/{round_id}/{file}")).status for file in FILES} == {404}


async def test_figures_of_few_are_told_in_no_file(asking: Asking, house: House) -> None:
    await asking.crowd([[1, 9]] * 5 + [[-1, 1]] * 5 + [[9, 1]] * 4)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    rows = await table_of(asking, "opinions.csv")
    assert [list(row.values())[1:] for row in rows] == [
        ["Statement number 0", "all", "5", "5", "0", "0.5"],
        ["Statement number 1", "all", "", "", "", ""],
    ]
    page = (await house.page(f"/rounds/{asking.id}/opinions")).text
    for file in FILES[1:]:
        assert (await house.page(f"/rounds/{asking.id}/{file}")).status == 404, "there are no groups"
        assert file not in page


async def test_small_groups_are_empty_in_the_table_as_on_the_page(asking: Asking) -> None:
    await asking.crowd([[1, 1]] * 73)
    await asking.poll.move_to(asking.id, Phase.AGREE)
    asked, other = asking.statements
    groups = [
        {"size": size, "place": [number, 0], "marks": [{"id": asked, "agrees": True}],
         "said": {asked: {"agree": said, "disagree": 0, "pass": 0}, other: {"agree": size, "disagree": 0, "pass": 0}}}
        for number, (size, said) in enumerate(((40, 40), (20, 3), (33, 30)))
    ]  # fmt: skip
    await OpinionGroups.filter(id=asking.id).update(found={"people": 93, "why": "", "groups": groups})
    rows = [row for row in await table_of(asking, "opinions.csv") if row["statement"] == asked]
    assert [(row["group"], row["agree"]) for row in rows] == [("all", "73"), ("A", "40"), ("B", ""), ("C", "")]
    marks = await table_of(asking, "opinions/groups.csv")
    assert [(row["group"], row["size"], row["statement"]) for row in marks] == [
        ("A", "40", asked),
        ("B", "20", ""),
        ("C", "33", ""),
    ]


@pytest.mark.parametrize("state", ["hidden", "held", "rejected", "deleted"])
async def test_what_is_taken_down_is_in_none_of_them(asking: Asking, house: House, state: str) -> None:
    await two_camps(asking)
    marking = (await asking.results()).json["groups"][0]["marks"][0]["id"]
    await Statement.filter(id=marking).update(text="Mrs Quaggatremlett")
    before = [(await house.page(f"/rounds/{asking.id}/{file}")).text for file in FILES[:2]]
    assert all("Quaggatremlett" in text for text in before)
    await Statement.filter(id=marking).update(state=state)
    for file in FILES[:3]:
        text = (await house.page(f"/rounds/{asking.id}/{file}")).text
        assert "Quaggatremlett" not in text, file
        assert marking not in text, file
