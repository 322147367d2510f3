"""What priorities hold about a person, as they take it away."""

from accounts.ports import Holding

HELD_BY_PRIORITIES: tuple[Holding, ...] = ()
