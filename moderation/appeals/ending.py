"""An appeal ends by itself where the decision it is against was taken back."""

from foundation import clock
from moderation.appeals import store


async def end_appeal_against(decision: str, by: str | None, outcome: str) -> None:
    """Whoever appealed was right: the decision does not stand any more. Inside that transaction."""
    appeal = await store.appeal_against(decision)
    if appeal and await store.set_decided(appeal["id"], "overturned", by=by, reason="", at=clock.now()):
        await store.set_outcome(appeal["id"], outcome)
