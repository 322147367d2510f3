"""A round’s page says in one sentence where it stands, and to each reader what they can do now."""

import re

import pytest

from foundation import clock
from priorities.ballots.models import Voted
from priorities.models import Phase
from priorities.phases import BEGINS, ORDER
from tests.accounts.browsing import NewBrowser
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.priorities.poll import WEEK, Poll

PLACE = f"/neighbourhoods/{HOME}/priorities"


def words_of(page: str) -> str:
    """What a page says in its main part, on one line."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


@pytest.mark.parametrize(
    ("phase", "sentence"),
    [
        (Phase.GATHER, "Everybody here can propose what the police should work on, until"),
        (Phase.SHAPE, "Proposals are being put together and made clear; the vote opens"),
        (Phase.VOTE, "The vote is open until"),
        (Phase.AGREE, "The vote is over and is being counted."),
        (Phase.ACT, "The police are working on what was agreed"),
        (Phase.REVIEW, "Neighbours say whether it got better, until"),
        (Phase.DONE, "This round ended on"),
    ],
)
async def test_where_it_stands(poll: Poll, house: House, phase: Phase, sentence: str) -> None:
    round_id = await poll.begin(phase)
    for path in (f"/rounds/{round_id}", PLACE):
        answer = await house.page(path)
        assert answer.status == 200
        if phase is not Phase.DONE or path != PLACE:
            assert sentence in words_of(answer.text)


async def test_where_it_stands_once_the_vote_is_counted(poll: Poll, house: House) -> None:
    round_id = await poll.begin(Phase.AGREE)
    await house.run_jobs()
    for path in (f"/rounds/{round_id}", PLACE):
        assert "the panel agrees on the priorities by" in words_of((await house.page(path)).text)


async def test_where_one_stands_that_has_not_begun_or_never_ends(poll: Poll, house: House, cast: Cast) -> None:
    dates = {BEGINS[each]: clock.now() + (1 + at) * WEEK for at, each in enumerate(ORDER)}
    planned = await poll.begin(Phase.GATHER, (), **dates)
    says = "Everybody here can propose what the police should work on from"
    assert says in words_of((await house.page(f"/rounds/{planned}", cast.ada)).text)
    assert says in words_of((await house.page(PLACE)).text)
    round_id = await poll.begin(ideas=())
    await house.caller(cast.ada).post(f"/rounds/{round_id}/cancel", {"reason": "Nobody came."})
    page = words_of((await house.page(f"/rounds/{round_id}")).text)
    assert "This round was cancelled before its vote ended." in page


BUTTON = re.compile(r'<a href="[^"]*" role="button"[^>]*>([^<]*)</a>')
NOTHING: tuple[str, ...] = ()
COUNTED = ("See the result",)


@pytest.mark.parametrize(
    ("phase", "who", "does"),
    [
        (Phase.GATHER, None, ("Sign in to propose something",)),
        (Phase.GATHER, "rosa", ("Propose something",)),
        (Phase.GATHER, "olga", NOTHING),
        (Phase.GATHER, "ada", ("Propose something",)),
        *[(Phase.SHAPE, who, NOTHING) for who in (None, "rosa", "olga", "ada")],
        (Phase.VOTE, None, ("Vote",)),
        (Phase.VOTE, "rosa", ("Vote now",)),
        (Phase.VOTE, "olga", ("Look at the ballot",)),
        (Phase.VOTE, "ada", ("Look at the ballot",)),
        *[(Phase.AGREE, who, ("See the result", "Go to the panel")) for who in (None, "rosa", "olga", "ada")],
        *[(Phase.ACT, who, COUNTED) for who in (None, "rosa", "olga", "ada")],
        *[
            (Phase.REVIEW, who, ("See the result", "Say whether it got better"))
            for who in (None, "rosa", "olga", "ada")
        ],
        *[(Phase.DONE, who, COUNTED) for who in (None, "rosa", "olga", "ada")],
    ],
)
async def test_what_each_can_do_in_each_phase(
    poll: Poll, house: House, cast: Cast, phase: Phase, who: str | None, does: tuple[str, ...]
) -> None:
    round_id = await poll.begin(phase)
    await house.run_jobs()
    page = (await house.page(f"/rounds/{round_id}", getattr(cast, who) if who else None)).text
    assert tuple(BUTTON.findall(page)) == does
    assert ("You can support proposals until the vote opens." in page) == (phase is Phase.SHAPE)


async def test_a_vote_whose_end_has_come_is_not_called_open(poll: Poll, house: House) -> None:
    """Also in the second before the job moves it on."""
    round_id = await poll.begin(Phase.VOTE)
    row = await poll.row(round_id)
    clock.move(row["agree_at"] - clock.now())
    assert "The vote is open" not in words_of((await house.page(f"/rounds/{round_id}")).text)


@pytest.mark.parametrize(
    ("who", "says"),
    [
        (None, "with the code of a letter"),
        ("rosa", "Vote now"),
        ("gwen", "Guests can’t vote"),
        ("olga", "Only people who live in this neighbourhood vote here"),
        ("ada", "Manage"),
        ("mo", "Accounts of staff and partners don’t vote"),
    ],
)
async def test_what_each_can_do_while_the_vote_is_open(
    poll: Poll, house: House, cast: Cast, who: str | None, says: str
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    member: Member | None = getattr(cast, who) if who else None
    assert says in words_of((await house.page(f"/rounds/{round_id}", member)).text)


async def test_who_has_voted_may_change_it(poll: Poll, house: House, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    day = clock.now().date()
    await Voted.create(id="v" * 26, round_id=round_id, voter=cast.rosa.id, how="account", day=day)
    assert "You have voted." in words_of((await house.page(f"/rounds/{round_id}", cast.rosa)).text)
    assert "You have voted." not in words_of((await house.page(f"/rounds/{round_id}", cast.amir)).text)


async def test_rosa_follows_and_unfollows_by_form(poll: Poll, browser: NewBrowser) -> None:
    rosa = browser(poll.cast.rosa)
    assert "Be told when you can propose" in words_of((await rosa.get(PLACE)).text)
    assert (await rosa.post(PLACE + "/follow")).status == 303
    assert "Stop following" in words_of((await rosa.get(PLACE)).text)
    assert (await rosa.post(PLACE + "/follow", end="yes")).status == 303
    assert "Stop following" not in words_of((await rosa.get(PLACE)).text)


async def test_what_rosa_follows_stands_with_everything_that_she_follows(poll: Poll, browser: NewBrowser) -> None:
    rosa = browser(poll.cast.rosa)
    assert "You follow nothing yet" in words_of((await rosa.get("/following")).text)
    await rosa.get(PLACE)
    await rosa.post(PLACE + "/follow")
    page = (await rosa.get("/following")).text
    assert f'<a class="govuk-link" href="{PLACE}">Priorities of ' in page
    assert "You follow nothing yet" not in words_of(page)
    ended = await rosa.post(PLACE + "/follow", end="yes", back="/following?saved")
    assert (ended.status, ended.headers["Location"]) == (303, "/following?saved")
    assert PLACE not in (await rosa.get("/following")).text
    away = await rosa.post(PLACE + "/follow", back="https://elsewhere.example")
    assert away.headers["Location"].startswith(PLACE)


async def test_the_menu_leads_to_one_s_own_neighbourhood_first(poll: Poll, house: House, cast: Cast) -> None:
    await poll.begin(Phase.VOTE)
    assert 'href="/priorities"' in (await house.page("/")).text
    rosa = words_of((await house.page("/priorities", cast.rosa)).text)
    assert "Elsewhere now" not in rosa
    assert "The vote is open until" in rosa
    olga = words_of((await house.page("/priorities", cast.olga)).text)
    assert "Elsewhere now" in olga
    assert "Where people take part now" in words_of((await house.page("/priorities")).text)
    assert "The vote is open until" in words_of((await house.page(f"/neighbourhoods/{HOME}")).text)
    assert (await house.page("/priorities/how-it-works")).status == 200


@pytest.mark.parametrize("path", ["/rounds/nothing", "/neighbourhoods/nowhere/priorities", "/rounds/0000000000000000"])
async def test_what_is_not_there(house: House, path: str) -> None:
    assert (await house.page(path)).status == 404


async def test_the_form_is_its_staff_s(house: House, cast: Cast) -> None:
    for member, status in ((None, 303), (cast.rosa, 403), (cast.nia, 403), (cast.max, 403), (cast.ada, 200)):
        answer = await house.page(f"/rounds/new?neighbourhood={HOME}", member)
        assert answer.status == status or (member is None and answer.status in (401, 303)), member
