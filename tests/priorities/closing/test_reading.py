"""What was cast is read in parts, all of it and each once."""

from collections import Counter
from secrets import token_hex

from foundation.ids import random_id
from foundation.settings import Settings
from priorities.ballots.models import Ballot, Receipt
from priorities.closing.store import ballots_of, receipts_of

ROUND, MANY = "a-round", 4100


async def test_thousands_of_ballots_and_receipts_are_all_read(database: Settings) -> None:
    for round_id, many in ((ROUND, MANY), ("another-round", 3)):
        await Ballot.bulk_create(
            Ballot(id=random_id(), round_id=round_id, mark=token_hex(32), tier="email", choices=f'["{number}"]')
            for number in range(many)
        )
        await Receipt.bulk_create(
            Receipt(id=random_id(), round_id=round_id, mark=token_hex(32), receipt=f"{round_id} {number}")
            for number in range(many)
        )
    assert Counter(await ballots_of(ROUND)) == Counter(("email", f'["{number}"]') for number in range(MANY))
    assert sorted(await receipts_of(ROUND)) == sorted(f"{ROUND} {number}" for number in range(MANY))
    assert await ballots_of("no-round") == []
