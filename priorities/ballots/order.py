"""The order of the options on somebody’s ballot: their own, so that no place on it is everybody’s first."""

import hmac
from collections.abc import Iterable
from typing import Any

JSON = dict[str, Any]


def in_own_order(round_id: str, seat: str, options: Iterable[JSON]) -> list[JSON]:
    """Options (each with its `id`) as they stand on one ballot, the same whenever it is asked for.

    `seat` is a person’s id or a code; who has neither sees an order that is the round’s.
    """
    key = round_id.encode()
    return sorted(options, key=lambda option: hmac.digest(key, f"{seat}{option['id']}".encode(), "sha256"))
