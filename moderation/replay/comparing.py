"""What two sets of rules say of one text, side by side. Pure."""

from dataclasses import dataclass
from typing import Any

from moderation.screening import Hit, Verdict

JSON = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """Something that a rule found: with the words it points to, and whether the other rules found it too."""

    rule: str
    version: int
    kind: str
    words: str
    other: bool


@dataclass(frozen=True)
class Comparison:
    """The two verdicts, what each found, and whether anything differs: what is done, or what was found."""

    then: Verdict
    now: Verdict
    found_then: tuple[Found, ...]
    found_now: tuple[Found, ...]

    @property
    def differs(self) -> bool:
        return _done(self.then) != _done(self.now) or any(each.other for each in (*self.found_then, *self.found_now))


def compared(text: str, then: Verdict, now: Verdict) -> Comparison:
    """`other` marks what one of them alone found, at this place and of this kind, or by another version of a rule."""
    return Comparison(then, now, _found(text, then, now), _found(text, now, then))


def _found(text: str, verdict: Verdict, beside: Verdict) -> tuple[Found, ...]:
    return tuple(
        Found(hit.rule, hit.version, str(hit.kind), text[hit.start : hit.end] if hit.start is not None else "",
              hit not in beside.hits)
        for hit in sorted(verdict.hits, key=_place)
    )  # fmt: skip


def _place(hit: Hit) -> tuple[int, str]:
    return (hit.start or 0, hit.rule)


def _done(verdict: Verdict) -> tuple[str, bool, bool, bool]:
    return (str(verdict.action), verdict.held, verdict.page, verdict.emergency)
