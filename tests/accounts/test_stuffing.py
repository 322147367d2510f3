"""Passwords that are tried in bulk: the same words and the same time for everybody, and then a pause."""

import re
import time

import pytest

from accounts.models import Person
from foundation import clock
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House

WRONG = "The e-mail address or the password is wrong"

pytestmark = pytest.mark.usefixtures("everyone_has_a_password")


async def _try(house: House, email: str, password: str = "one of a million") -> Answer:
    return await house.caller().post("/session", {"email": email, "password": password})


async def _cost(house: House, email: str, password: str) -> float:
    """Seconds of work that an answer takes, whatever else the machine does meanwhile."""
    began = time.process_time()
    assert WRONG in (await _try(house, email, password)).json["detail"]
    return time.process_time() - began


async def test_a_clock_tells_nobody_who_has_an_account(house: House, cast: Cast) -> None:
    guesses = {
        "known": ("rosa@example.org", "one of a million"),
        "unknown": ("nobody@example.org", "one of a million"),
        "no address": ("nobody", "one of a million"),
        "too long": ("amir@example.org", "x" * 5000),
    }
    rounds = [{name: await _cost(house, *guess) for name, guess in guesses.items()} for _round in range(8)]
    costs = {name: min(each[name] for each in rounds) for name in guesses}
    assert max(costs.values()) < 2 * min(costs.values()), costs


@pytest.mark.parametrize("who", ["one account", "many accounts"])
async def test_who_is_stopped_reads_for_how_long_in_the_same_words(house: House, cast: Cast, who: str) -> None:
    addresses = ["rosa@example.org"] * 21 if who == "one account" else [f"guess{n}@example.org" for n in range(61)]
    answers = [await _try(house, address) for address in addresses]
    assert {answer.status for answer in answers[:-1]} == {401}
    assert len({answer.text for answer in answers[:-1]}) == 1
    stopped = answers[-1]
    assert stopped.status == 429
    assert "Please wait" in stopped.json["detail"]
    assert int(stopped.headers["Retry-After"]) > 0


async def test_an_address_without_an_account_is_stopped_as_one_with(house: House, cast: Cast) -> None:
    stopped = [[await _try(house, f"{who}@example.org") for _guess in range(21)][-1] for who in ("rosa", "nobody")]
    assert [answer.status for answer in stopped] == [429, 429]
    assert len({re.sub(r"\d+", "", answer.json["detail"]) for answer in stopped}) == 1


async def test_the_token_of_an_account_that_was_closed_reads_that_it_has_ended(house: House, cast: Cast) -> None:
    await Person.filter(id=cast.rosa.id).update(closed_at=clock.now())
    for answer in (await house.caller(cast.rosa).get("/me"), await house.caller(cast.rosa).patch("/me", {"name": "R"})):
        assert (answer.status, answer.json["detail"]) == (401, "This sign-in has ended. Please sign in again.")
