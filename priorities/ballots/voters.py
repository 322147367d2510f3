"""Who casts a ballot, and what stands for them in the tables of the vote."""

import hmac
from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """By what somebody votes."""

    ACCOUNT = "account"
    SLIP = "slip"
    CODE = "code"


@dataclass(frozen=True)
class Voter:
    """Who casts a ballot. `id` is a person’s id, `slip:SERIAL` or `code:HASH`: no two of them are alike.

    `tier` is how well they are vouched for. `receipt` is the one that a paper slip has already; else one is made, of
    `form`, the id of the form that they sent, if there is one.
    """

    id: str
    tier: str
    how: How = How.ACCOUNT
    receipt: str | None = None
    form: str = ""

    @property
    def code_hash(self) -> str:
        """The hash of the code that they vote with."""
        return self.id.partition(":")[2]


def slip_voter(serial: int, tier: str, receipt: str) -> Voter:
    """Whoever filled this slip."""
    return Voter(f"slip:{serial}", tier, How.SLIP, receipt)


def code_voter(code_hash: str, tier: str) -> Voter:
    """Whoever holds the code with this hash."""
    return Voter(f"code:{code_hash}", tier, How.CODE)


def ballot_mark(key: str, voter: str) -> str:
    """What stands for a voter beside their ballot; `key` is the round’s, in hexadecimal."""
    return _mark(key, "ballot", voter)


def receipt_mark(key: str, voter: str) -> str:
    """What stands for the same voter beside their receipt: it leads to no ballot."""
    return _mark(key, "receipt", voter)


def opinion_mark(key: str, voter: str) -> str:
    """What stands for somebody beside their opinions."""
    return _mark(key, "opinion", voter)


def _mark(key: str, label: str, voter: str) -> str:
    return hmac.digest(bytes.fromhex(key), f"{label}\n{voter}".encode(), "sha256").hex()
