"""Parts without a database: passwords, addresses, devices, what a badge says."""

import asyncio
import time

import pytest

from accounts import passwords
from accounts.emails import plain_email
from accounts.ranks import check_number, check_rank
from accounts.sessions.devices import device_of
from foundation.errors import Invalid, Unavailable
from tests.accounts.browsing import FIREFOX


async def test_a_password_is_right_or_wrong() -> None:
    kept = await passwords.hash_password("correct horse bättery")
    assert await passwords.password_matches("correct horse bättery", kept)
    assert not await passwords.password_matches("correct horse battery", kept)
    assert not await passwords.password_matches("", kept)
    assert not await passwords.password_matches("\ud800", "not a hash")


async def test_a_password_of_the_longest_length_counts_to_its_end() -> None:
    longest = "x" * passwords.LONGEST
    kept = await passwords.hash_password(longest)
    assert await passwords.password_matches(longest, kept)
    assert not await passwords.password_matches(longest + "y", kept)


async def test_an_unknown_address_takes_as_long_as_a_known_one() -> None:
    kept = await passwords.hash_password("correct horse battery")
    await passwords.password_matches("warm the dummy up", None)

    async def took(of: str | None) -> float:
        began = time.perf_counter()
        assert not await passwords.password_matches("wrong wrong wrong", of)
        return time.perf_counter() - began

    known, unknown = [[await took(of) for _ in range(5)] for of in (kept, None)]
    assert min(unknown) > min(known) / 2


async def test_a_crowd_that_signs_in_is_turned_away_before_it_waits_for_minutes() -> None:
    kept = await passwords.hash_password("correct horse battery")
    tries = [asyncio.ensure_future(passwords.password_matches("x", kept)) for _ in range(passwords.MOST_WAITING + 1)]
    await asyncio.sleep(0)
    assert isinstance(tries[-1].exception(), Unavailable)
    for each in tries:
        each.cancel()
    await asyncio.gather(*tries, return_exceptions=True)
    assert await passwords.password_matches("correct horse battery", kept), "and room is made again"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Rosa@Example.ORG\n", "rosa@example.org"),
        ("o'neill+x@a-b.example.co.uk", "o'neill+x@a-b.example.co.uk"),
        ("siân@môr.cymru", "siân@môr.cymru"),
        ("what?=rosa@example.org", "what?=rosa@example.org"),
        ("=?utf-8?q?rosa?=@example.org", None),
        *[
            (wrong, None)
            for wrong in ("", "rosa", "rosa@", "@x.org", "a@b", "a b@c.org", "a@b..org", "a@b.org,c@d.org")
        ],
        *[
            (wrong, None)
            for wrong in ("a\x00@b.org", "a\n@b.org", "x" * 65 + "@b.org", f"a@{'b.' * 130}org", "a@b@c.org")
        ],
    ],
)
def test_an_address_has_one_spelling(typed: str, kept: str | None) -> None:
    assert plain_email(typed) == kept


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Mobile Safari/537", "Chrome, Android"),
        ("python-requests/2", ""),
        ("", ""),
    ],
)
def test_a_device_is_named_as_its_owner_would(agent: str, device: str) -> None:
    assert device_of(agent) == device


def test_what_a_badge_says_is_plain() -> None:
    assert (check_rank(" Ch. Insp "), check_number("4127")) == ("Ch. Insp", "4127")
    for rank in ("", "★ PC", "P", "x" * 41, "PC\n"):
        with pytest.raises(Invalid):
            check_rank(rank + "1" if rank == "PC\n" else rank)
    for number in ("", "★", "1" * 21, "<1>"):
        with pytest.raises(Invalid):
            check_number(number)
