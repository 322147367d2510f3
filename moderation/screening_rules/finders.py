"""The ways of looking that are code, by the names that rules call them by."""

from collections.abc import Callable

from moderation.screening_rules import (
    accounts,
    addresses,
    births,
    cards,
    floods,
    happening,
    identifiers,
    linking,
    names,
    own,
    phones,
    plates,
    spelt_phones,
)
from moderation.screening_rules.lists import Lists
from moderation.screening_rules.rules import Find

FINDERS: dict[str, Callable[[Lists, str, str], Find]] = {
    "phones": phones.finder,
    "spelt_phones": spelt_phones.finder,
    "emails": identifiers.emails,
    "insurance_numbers": identifiers.insurance_numbers,
    "plates": plates.finder,
    "homes": addresses.finder,
    "cards": cards.finder,
    "accounts": accounts.finder,
    "births": births.finder,
    "names": names.finder,
    "happening": happening.finder,
    "links": linking.finder,
    "own_words": own.finder,
    "repeats": floods.repeats,
    "walls": floods.walls,
    "unseen": floods.unseen,
    "signs": floods.signs,
}
"""Each is given the lists, and the names of the rule's own two: `words` and `but_not`."""
