"""What the model said of a text then, and what it says now. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from moderation.items.kinds import Kind
from moderation.risk.heard import Heard
from moderation.risk.hits import RULE, hits_of, scored_as, threshold_of

JSON = dict[str, Any]


@dataclass(frozen=True)
class ByModel:
    """`then`: what was kept of it, None where nobody knows of a day. `now`: each kind's score; None: there is no model
    here, or it does not answer. Each is `{rule, version, kind, score, threshold}`, those of now also `heard`.
    """

    then: Sequence[JSON] | None
    now: Sequence[JSON] | None

    @property
    def versions(self) -> tuple[int, int] | None:
        """The version of then and that of now, where they differ."""
        if not self.then or not self.now or self.then[0]["version"] == self.now[0]["version"]:
            return None
        return self.then[0]["version"], self.now[0]["version"]


def said_then(snapshot: JSON) -> Sequence[JSON]:
    """The model's hits in what was kept of a thing, in the revision that is shown."""
    found = [hit for hit in snapshot["hits"] if hit["score"] is not None]
    return [hit for hit in found if hit["revision"] == snapshot["target"]["revision"]]


def said_now(heard: Heard) -> Sequence[JSON]:
    """Each kind with its score, heard or not."""
    hits = {scored_as(hit.kind): hit for hit in hits_of(heard)}
    return [_row(heard, kind, hits[kind].rule if kind in hits else None) for kind in heard.scores]


def _row(heard: Heard, kind: Kind, rule: str | None) -> JSON:
    quietly = f"{RULE}{Kind.DANGER if kind is Kind.EMERGENCY else kind}"
    row: JSON = {"rule": rule or quietly, "version": heard.version, "kind": kind, "score": heard.scores[kind]}
    return row | {"threshold": threshold_of(row), "heard": rule is not None}
