"""Letters with a code: for each address one, shown once, and cast through the door that accounts vote by."""

import asyncio
import re
from typing import Any

import pytest

from foundation.database import atomic
from foundation.errors import Conflict
from foundation.models import AuditEntry
from priorities.ballots import store
from priorities.ballots.casting_service import cast as cast_it
from priorities.ballots.letters.codes import LETTER
from priorities.ballots.letters.codes_service import voter_of_code
from priorities.ballots.models import Ballot, Code, RoundKey, Voted
from priorities.models import Phase
from priorities.round_rows import find_round
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast, Member
from tests.clients import Answer
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll

SAM = {"name": "Sam Roe", "house": "Flat 2, 14", "postcode": "CF10 1AA"}


class Letters:
    """Letters of a round, made by Ada."""

    def __init__(self, poll: Poll, round_id: str) -> None:
        self.poll, self.round = poll, round_id

    async def print(self, *to: dict[str, str], **more: Any) -> Answer:
        return await self._post("", addresses=list(to), **more)

    async def code(self, **to: str) -> str:
        answer = await self.print(to)
        assert answer.json["refused"] == [], answer.text
        return str(answer.json["letters"][0]["code"])

    async def void(self, **what: str) -> Answer:
        return await self._post("/void", **what)

    async def cast(self, code: str, choices: Any, member: Member | None = None) -> Answer:
        body = {"choices": choices, "code": code}
        return await self.poll.house.caller(member).put(f"/rounds/{self.round}/ballot", body)

    async def _post(self, path: str, **body: Any) -> Answer:
        return await self.poll.house.caller(self.poll.cast.ada).post(f"/rounds/{self.round}/letters{path}", body)


@pytest.fixture
async def letters(poll: Poll) -> Letters:
    return Letters(poll, await poll.begin(Phase.VOTE))


async def test_who_holds_a_code_votes_and_changes_it_without_an_account(poll: Poll, letters: Letters) -> None:
    options = await poll.options(letters.round)
    code = await letters.code(**JANE)
    assert re.fullmatch(r"(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}", code)
    first = await letters.cast(code, options[:1])
    assert first.status == 200, first.text
    changed = await letters.cast(code.lower().replace("-", " "), options[1:3])
    assert changed.json["receipt"] != first.json["receipt"]
    [ballot] = await Ballot.filter(round_id=letters.round)
    assert (sorted(options[1:3]), ballot.tier) == (re.findall(r"\w{16}", ballot.choices), "confirmed")
    assert await Voted.all().count() == 1


async def test_a_code_that_is_made_void_while_it_is_used_is_not_said_to_count(poll: Poll, letters: Letters) -> None:
    code = await letters.code(**JANE)
    row = await find_round(letters.round)
    assert row is not None
    voter = await voter_of_code(poll.house.app, row, code, "203.0.113.7")
    assert (await letters.void(code=code)).status == 204
    with pytest.raises(Conflict, match="does not count any more"):
        await cast_it(poll.house.app, voter, row, (await poll.options(letters.round))[:1])
    assert not await Ballot.all()


async def test_only_a_hash_of_a_code_stays_and_no_word_of_an_address(letters: Letters) -> None:
    code = await letters.code(**JANE, street="Salisbury Road")
    for word in (code, str(LETTER.plain(code)), "Jane", "jane", "Salisbury Road"):
        assert await tables_with(word) == set(), word
    voted, kept = await Voted.get(), await Code.get()
    assert voted.how == "code"
    assert not {voted.id, voted.voter, voted.voter.rpartition(":")[2]} & {kept.id, kept.code_hash}
    entry = await AuditEntry.get(act="letter.print")
    assert (entry.details, entry.personal) == ({"letters": 1}, None)


async def test_another_s_code_another_round_s_and_no_code_at_all(poll: Poll, letters: Letters, cast: Cast) -> None:
    options = await poll.options(letters.round)
    other = Letters(poll, await poll.begin(Phase.VOTE))
    code = await other.code(**JANE)
    assert (await letters.cast(code, options[:1])).status == 403
    assert (await letters.cast("7KQ2-MXR4-TD9P", options[:1])).status == 403
    assert (await letters.cast("hello", options[:1])).status == 422
    assert (await letters.cast("", options[:1])).status == 401
    assert await Ballot.all().count() == 0


async def test_who_types_codes_at_random_is_stopped(poll: Poll, letters: Letters) -> None:
    options = await poll.options(letters.round)
    statuses = [(await letters.cast("7KQ2-MXR4-TD9P", options[:1])).status for _guess in range(121)]
    assert (statuses[0], statuses[-1]) == (403, 429)


async def test_nobody_gets_a_letter_and_a_slip_or_two_letters(poll: Poll, letters: Letters, cast: Cast) -> None:
    made = await letters.print(JANE, SAM, {**JANE, "name": "JANE  DOE"})
    assert [each["row"] for each in made.json["letters"]] == [1, 2]
    assert [each["row"] for each in made.json["refused"]] == [3]
    again = await letters.print(SAM)
    assert (again.status, again.json["letters"]) == (201, [])
    assert again.json["refused"][0]["message"].startswith("They have voted already")
    slips = Slips(poll, letters.round)
    await slips.print(2)
    assert (await slips.issue(1, **JANE)).status == 409
    assert (await slips.issue(1, name="Ann Lee", house="3", postcode="CF10 1AA")).status == 204
    third = await letters.print({"name": "Ann Lee", "house": "3", "postcode": "CF10 1AA"})
    assert third.json["letters"] == []


async def test_lines_that_no_letter_is_made_of_say_why(letters: Letters, cast: Cast) -> None:
    made = await letters.print(
        {**JANE, "postcode": "CF64 1AA"}, {**JANE, "house": ""}, {**JANE, "name": "Rosa Jones"}, JANE,
        {**JANE, "postcode": "CF99 9ZZ"}, {"name": "x" * 61, "house": "?", "postcode": "no"},
    )  # fmt: skip
    assert [each["row"] for each in made.json["letters"]] == [4]
    said = {each["row"]: each["message"] for each in made.json["refused"]}
    assert set(said) == {1, 2, 3, 5, 6}
    assert "not in the neighbourhood" in said[1]
    assert "house" in said[2]
    assert "has an account here" in said[3]
    assert (await letters.print({**JANE, "name": "Rosa Jones"}, same_name=True)).json["refused"] == []


async def test_a_letter_that_came_back_counts_no_more(poll: Poll, letters: Letters) -> None:
    options = await poll.options(letters.round)
    code = await letters.code(**JANE)
    assert (await letters.void(code=code)).status == 204
    assert (await letters.cast(code, options[:1])).status == 403
    assert (await letters.void(code=code)).status == 409
    assert (await letters.void(code="7KQ2-MXR4-TD9P")).status == 404
    assert (await letters.void(code="hello")).status == 422
    assert (await letters.print(JANE)).json["letters"] == [], "still on the list: nobody said whose it was"
    assert (await letters.void(**JANE)).status == 204
    assert (await letters.cast(await letters.code(**JANE), options[:1])).status == 200


async def test_who_never_got_a_letter_gets_another_and_the_lost_one_counts_no_more(
    poll: Poll, letters: Letters
) -> None:
    options = await poll.options(letters.round)
    lost = await letters.code(**JANE)
    assert (await letters.void(**SAM)).status == 404
    assert (await letters.void(**JANE)).status == 204
    found = await letters.code(**JANE)
    assert (await letters.cast(lost, options[:1])).status == 403
    assert (await letters.cast(found, options[:1])).status == 200
    counts = (await poll.house.caller(poll.cast.ada).get(f"/rounds/{letters.round}/letters")).json
    assert counts == {"sent": 1, "void": 1}


async def test_a_code_that_was_voted_with_stays(poll: Poll, letters: Letters) -> None:
    options = await poll.options(letters.round)
    code = await letters.code(**JANE)
    await letters.cast(code, options[:1])
    for what in ({"code": code}, JANE):
        refused = await letters.void(**what)
        assert (refused.status, "voted with" in refused.json["detail"]) == (409, True)
    assert (await letters.cast(code, options[:2])).status == 200


async def test_after_a_restore_a_code_that_was_not_used_still_votes(poll: Poll, letters: Letters) -> None:
    options = await poll.options(letters.round)
    used, unused = await letters.code(**JANE), await letters.code(**SAM)
    await letters.cast(used, options[:1])
    await RoundKey.all().delete()
    assert (await letters.cast(unused, options[:1])).status == 200
    refused = await letters.cast(used, options[1:2])
    assert (refused.status, "restored from a backup" in refused.json["detail"]) == (409, True)
    assert (await letters.print({**JANE, "house": "99"})).status == 409


async def test_letters_are_made_while_the_vote_is_open(poll: Poll) -> None:
    late = Letters(poll, await poll.begin(Phase.AGREE))
    early = Letters(poll, await poll.begin(Phase.SHAPE))
    for closed in (early, late):
        assert (await closed.print(JANE)).status == 409
        assert (await closed.void(**JANE)).status == 409
        assert (await closed.void(code="7KQ2-MXR4-TD9P")).status == 409
    assert await Code.all().count() == 0


async def test_two_officers_who_send_the_same_table_at_once_make_each_letter_once(letters: Letters) -> None:
    people = [{**JANE, "house": str(house)} for house in range(1, 31)]
    answers = await asyncio.gather(*(letters.print(*way) for way in (people, people[::-1], people)))
    assert {answer.status for answer in answers} == {201}
    made = [letter["code"] for answer in answers for letter in answer.json["letters"]]
    assert len(set(made)) == len(made) == 30
    assert sum(len(answer.json["refused"]) for answer in answers) == 60
    assert (await Code.all().count(), await Voted.all().count()) == (30, 30)


class TestBesideBallots:
    @pytest.fixture
    def dialect(self) -> str:
        return "postgres"

    async def test_nobody_who_votes_waits_for_letters(self, letters: Letters) -> None:
        held, made = asyncio.Event(), asyncio.Event()

        async def ballot() -> None:
            await store.hold_vote(letters.round)
            held.set()
            await made.wait()

        casting = asyncio.ensure_future(atomic(ballot))
        await held.wait()
        answer = await asyncio.wait_for(letters.print(JANE), 5)
        made.set()
        await casting
        assert len(answer.json["letters"]) == 1
