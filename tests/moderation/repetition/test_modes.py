"""Whose words wait in which mode: pure rules that every place shares."""

from datetime import UTC, datetime, timedelta

import pytest

from moderation.items.kinds import Kind
from moderation.modes import Mode, asks_who_is_known, is_closed_to, kind_of_mode, reason_of_mode, seconds_to_wait

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("mode", "known", "kind"),
    [
        (Mode.OPEN, False, None), (Mode.SLOW, False, None), (Mode.LOCKED, False, None),
        (Mode.NEWCOMERS, True, None), (Mode.NEWCOMERS, False, Kind.NEWCOMER),
        (Mode.PREMODERATED, True, Kind.PREMODERATED), (Mode.PREMODERATED, False, Kind.PREMODERATED),
    ],
)  # fmt: skip
def test_whose_words_wait(mode: Mode, known: bool, kind: Kind | None) -> None:
    assert kind_of_mode(mode, known=known, is_staff=False) == kind
    assert bool(reason_of_mode(mode, known=known, is_staff=False)) == (kind is not None)
    assert kind_of_mode(mode, known=known, is_staff=True) is None
    assert reason_of_mode(mode, known=known, is_staff=True) == ""


def test_only_a_room_for_newcomers_asks_who_is_known() -> None:
    assert [mode for mode in Mode if asks_who_is_known(mode)] == [Mode.NEWCOMERS]


def test_a_locked_place_takes_its_staffs_words_alone() -> None:
    assert [mode for mode in Mode if is_closed_to(mode, is_staff=False)] == [Mode.LOCKED]
    assert not is_closed_to(Mode.LOCKED, is_staff=True)


@pytest.mark.parametrize(("ago", "wait"), [(0, 30), (29.5, 1), (29.9, 1), (30, None), (31, None)])
def test_slow_mode_says_how_long(ago: float, wait: int | None) -> None:
    last = NOW - timedelta(seconds=ago)
    assert seconds_to_wait(Mode.SLOW, 30, last, NOW, is_staff=False) == wait
    assert seconds_to_wait(Mode.SLOW, 30, last, NOW, is_staff=True) is None
    assert seconds_to_wait(Mode.OPEN, 30, last, NOW, is_staff=False) is None
    assert seconds_to_wait(Mode.SLOW, 30, None, NOW, is_staff=False) is None
