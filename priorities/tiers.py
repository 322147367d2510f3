"""How well somebody is known who votes, from least to best."""

from typing import Final, Literal

Tier = Literal["email", "postcode", "confirmed"]
TIERS: Final[tuple[Tier, ...]] = ("email", "postcode", "confirmed")
