"""Whoever signs in steps back for whoever talks: hashing is done by threads of a lower priority than the loop's."""

import asyncio
import os
import threading

from accounts.passwords import hash_password, password_matches


async def test_passwords_are_hashed_behind_everything_else() -> None:
    hashed, right = await asyncio.gather(hash_password("three random words"), password_matches("wrong", None))
    assert hashed
    assert not right
    hashing = [thread for thread in threading.enumerate() if thread.name.startswith("passwords")]
    assert hashing, "must have hashed in threads of their own"
    own = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assert {os.getpriority(os.PRIO_PROCESS, thread.native_id or 0) for thread in hashing} == {min(19, own + 10)}
