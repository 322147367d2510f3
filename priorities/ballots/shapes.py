"""What clients send to vote, and what they get."""

from typing import Annotated

import msgspec

from priorities.ballots.choices import Points

_Id = Annotated[str, msgspec.Meta(max_length=64)]


class CastBallot(msgspec.Struct):
    """`choices`: option ids (approval), the same in order (ranking), or `{id, points}` for each that gets any.

    `code`: from a letter, instead of an account. `client_id`: drawn by the client for each ballot; sent again, because
    no answer came, the same choices have the same receipt.
    """

    choices: Annotated[list[_Id | Points], msgspec.Meta(max_length=200)]
    code: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    client_id: _Id | None = None


class Cast(msgspec.Struct):
    """`receipt` is told this once: it is kept with no name, and replaced when the ballot is changed."""

    receipt: str
