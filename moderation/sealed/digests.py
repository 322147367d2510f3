"""The hashed terms of the cases that stand, in memory, and whether a text has one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from moderation.sealed.forms import forms_in
from moderation.sealed.keys import DIGEST, SealingKey


@dataclass(frozen=True, slots=True)
class HashedTerm:
    """One term: `digest` is that of its plain form and that of what it looks like, in hexadecimal."""

    case_id: str
    force_id: str
    digest: str
    words: int


def digest_of(key: SealingKey, plain: str, looking: str) -> str:
    """As it is stored."""
    return (key.digest(plain) + key.digest("~" + looking)).hex()


@dataclass
class Digests:
    """The terms of every case that was hashed with this key."""

    key: SealingKey
    terms: Iterable[HashedTerm]
    _cases: dict[bytes, set[tuple[str, str]]] = field(default_factory=dict, init=False)
    _lengths: dict[str, set[int]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for term in self.terms:
            raw = bytes.fromhex(term.digest)
            for digest in (raw[:DIGEST], raw[DIGEST:]):
                self._cases.setdefault(digest, set()).add((term.force_id, term.case_id))
            # One word as well: a name may be run together.
            self._lengths.setdefault(term.force_id, {1}).add(term.words)
        self.terms = ()

    @property
    def forces(self) -> Mapping[str, object]:
        """Those that have any."""
        return self._lengths

    def cases_in(self, text: str, force: str | None = None) -> list[str]:
        """The ids of the cases of a force (None: of any) that a text says something of, each once, the oldest first.

        Linear in the text; hashes the windows of the lengths that are in use, and nothing where there is no case.
        """
        lengths = self._lengths.get(force, set()) if force else set().union(*self._lengths.values())
        if not lengths:
            return []
        plain, looking = forms_in(text, lengths)
        found: set[str] = set()
        for form in (*plain, *(f"~{form}" for form in looking)):
            for of, case in self._cases.get(self.key.digest(form), ()):
                if force in (None, of):
                    found.add(case)
        return sorted(found)
