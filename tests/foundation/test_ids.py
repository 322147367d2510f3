"""Ids: in the order in which they were made, also within a millisecond."""

import secrets
from itertools import pairwise

import pytest

from foundation import clock, ids


def test_ids_of_one_moment_stand_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment)
    made = [ids.new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert all(ids.is_own_id(each) for each in made)


def test_they_stand_in_their_order_wherever_chance_has_them_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment)
    monkeypatch.setattr(secrets, "randbits", lambda bits: (1 << bits) - 1)
    made = [ids.new_id() for _ in range(1_000)]
    assert made == sorted(set(made))


def test_nobody_guesses_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment)
    made = [int.from_bytes(ids.new_id().encode()) for _ in range(100)]
    assert len({later - earlier for earlier, later in pairwise(made)}) > 90
