"""What rules found in a thing, kept with it: an item shows why it was held, and a replay compares."""

from collections.abc import Iterable

from foundation import clock
from foundation.ids import new_id
from moderation.content import Content
from moderation.models import RuleHit
from moderation.screening_rules import Hit

_LONGEST_RULE = 64


async def keep_hits(content: Content, hits: Iterable[Hit], rule_set: str | None = None) -> None:
    """Write down what was found in this revision of a thing, by the rules of this set (`screening.rule_set_id()`).

    Inside the transaction that holds or posts it. Places are characters of `content.words`; a hit without one (a sealed
    case) is kept without.
    """
    now = clock.now()
    rows = [
        RuleHit(
            id=new_id(), target_type=content.type, target_id=content.id, revision=content.revision,
            rule=hit.rule[:_LONGEST_RULE], version=hit.version, kind=hit.kind, start=hit.start, end=hit.end,
            score=hit.score, rule_set_id=rule_set or None, at=now,
        )
        for hit in hits
    ]  # fmt: skip
    if rows:
        await RuleHit.bulk_create(rows)
