"""What people read of a result."""

import pytest

from priorities.models import Method, Proposal
from tests.cast import Cast
from tests.house import House
from tests.priorities.agreeing.sitting import sit
from tests.priorities.poll import IDEAS, Poll
from tests.priorities.results.counted import close, silent

MANY = [("email", (0,))] * 12 + [("email", (0, 1))] * 3 + [("confirmed", (1, 2))] * 11


async def test_rosa_reads_both_counts_and_what_advises_the_panel(poll: Poll, house: House, cast: Cast) -> None:
    round_id, _options = await close(poll, MANY, places=2)
    page = await house.page(f"/rounds/{round_id}/results", cast.rosa)
    assert page.status == 200
    assert "26 people voted." in page.text
    for idea in IDEAS:
        assert idea in page.text
    assert "Equal shares" in page.text
    assert "What advises the panel in this round: equal shares." in page.text
    assert "Email: they confirmed an email address" in page.text


async def test_the_plain_count_advises_where_the_round_says_so(poll: Poll, house: House, cast: Cast) -> None:
    round_id, options = await close(poll, MANY, places=1, advice="plain")
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "What advises the panel in this round: the plain count." in page
    for sentence in ("Those that the most people chose come first.", "Everybody has the same share of the one place"):
        assert sentence in page, sentence
    told = (await house.caller().get(f"/rounds/{round_id}/results")).json
    assert [one["id"] for one in told["plain"] if one["elected"]] == [options[0]]
    assert told["advice"] == "plain"
    panel = (await house.page(f"/rounds/{round_id}/panel")).text.partition("What the vote advises")[2]
    assert IDEAS[0] in panel.partition("</ol>")[0]


async def test_an_option_that_moderators_took_down_keeps_its_votes_without_its_words(poll: Poll, house: House) -> None:
    round_id, options = await close(poll, MANY)
    path = f"/rounds/{round_id}/results"
    assert IDEAS[1] in (await house.page(path)).text
    await Proposal.filter(id=options[1]).update(state="hidden")
    for each in ("", ".csv", ".svg"):
        answer = await house.page(path + each)
        assert IDEAS[1] not in answer.text
        assert "A proposal that moderators took down" in answer.text
    await Proposal.filter(id=options[1]).update(state="published")
    assert IDEAS[1] in (await house.page(path)).text


async def test_the_rule_stands_beside_an_option_that_had_fallen_at_the_close(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, MANY, fallen=[0])
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "(taken down at the close)" in page
    assert "it takes no place: the next one moves up" in page


async def test_what_had_fallen_is_said_where_it_would_have_taken_no_place_too(poll: Poll, house: House) -> None:
    few = [("email", (0,))] * 5 + [("email", (1,))] * 4 + [("email", (2,))]
    round_id, _options = await close(poll, few, places=2, fallen=[2])
    assert (await house.page(f"/rounds/{round_id}/results")).text.count("(taken down at the close)") == 1


@pytest.mark.parametrize("fallen", [0, 1])
async def test_the_lot_decides_nothing_with_what_could_take_no_place(poll: Poll, house: House, fallen: int) -> None:
    """Whichever of the two comes first by the lot."""
    round_id, _options = await close(poll, [("email", (0,)), ("email", (1,))], places=1, fallen=[fallen])
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "With 1 vote each, in the order of the lot" in page
    assert "Here the lot decided" not in page


async def test_nobody_voted(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, [])
    page = await house.page(f"/rounds/{round_id}/results")
    assert "Nobody voted in this round." in page.text
    assert "advises the panel" not in page.text


async def test_below_the_quorum_it_is_advice_only(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, [("email", (0,))], quorum=20)
    page = await house.page(f"/rounds/{round_id}/results")
    assert "1 person voted. That is fewer than the 20 that were asked for: the result is advice only." in page.text


async def test_a_tie_is_explained(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, [("email", (0,)), ("email", (1,))], places=1)
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "With 1 vote each, in the order of the lot" in page
    assert "Here the lot decided who takes a place in the plain count." in page


async def test_a_tie_in_equal_shares_is_explained(poll: Poll, house: House) -> None:
    ballots = [("email", (0, 1))] * 2 + [("email", (0,))] * 2 + [("email", (2,))] * 2
    round_id, _options = await close(poll, ballots, places=2)
    page = (await house.page(f"/rounds/{round_id}/results")).text.partition('id="ties"')[2]
    assert "In equal shares these were equal" not in page, "nothing was equal there"
    ballots = [("email", (0, 1)), ("email", (0,)), ("email", (2,)), ("email", (3,))]
    round_id, _options = await close(poll, ballots, places=2)
    assert "lots" not in (await house.caller().get(f"/rounds/{round_id}/results")).json
    lots = (await house.page(f"/rounds/{round_id}/results")).text.partition("In equal shares these were equal")[2]
    lots = lots.partition("</li>")[0]
    assert IDEAS[0] not in lots
    assert IDEAS[2] in lots
    assert IDEAS[3] in lots


async def test_what_a_panel_says_with_it_is_no_departure(poll: Poll, house: House, cast: Cast) -> None:
    sitting = await sit(house, cast, poll)
    assert (await sitting.agree(0, 1, 2, reason="We follow you.")).status == 200
    page = (await house.page(f"/rounds/{sitting.round_id}/results")).text
    assert "We follow you." in page
    assert "Why it departs from the vote" not in page


async def test_one_choice_and_one_place_are_said_as_such(poll: Poll, house: House) -> None:
    ranked, _options = await close(poll, [("email", (0,))], method=Method.RANKING, pick=1)
    page = (await house.page(f"/rounds/{ranked}/results")).text
    assert "Everybody chose one." in page
    single, _options = await close(poll, [("email", (0,))], places=1)
    assert "the 1 places" not in (await house.page(f"/rounds/{single}/results")).text


async def test_how_points_and_rankings_are_counted_is_one_sentence(poll: Poll, house: House) -> None:
    said = {
        Method.POINTS: "Everybody spread ten points. Those with the most points come first.",
        Method.RANKING: "A first choice counts 3 points, a second 2, and so on.",
    }
    for method, sentence in said.items():
        ballot = ((0, 7), (1, 3)) if method is Method.POINTS else (0, 1)
        round_id, _options = await close(poll, [("email", ballot)], method=method)
        page = (await house.page(f"/rounds/{round_id}/results")).text
        assert sentence in page
        assert "Everybody has the same share" not in page


async def test_lots_of_points_are_no_votes(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, [("email", ((0, 5), (1, 5)))], method=Method.POINTS)
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "With 5 points each, in the order of the lot" in page


async def test_who_has_not_spoken(poll: Poll, house: House) -> None:
    round_id, _options = await close(poll, MANY)
    await silent(round_id, ("18_or_over", 120, 12), ("16_or_17", 30, 13))
    page = (await house.page(f"/rounds/{round_id}/results")).text
    assert "12 of 120" in page
    assert "16 or 17" in page
    assert "13 of 30" in page


async def test_rounds_of_before_stand_beside_it(poll: Poll, house: House) -> None:
    first, _options = await close(poll, MANY, title="Autumn priorities")
    alone = (await house.page(f"/rounds/{first}/results")).text
    assert "Over the rounds" not in alone
    second, _options = await close(poll, MANY[:5])
    page = (await house.page(f"/rounds/{second}/results")).text
    assert "Over the rounds" in page
    assert f"/rounds/{first}/results" in page
