"""Filling an audit, chaining it, and proving it, as the tests of the audit do."""

from foundation.audit.chain import BEGINNING, Head, chain_key
from foundation.audit.chainer import Chainer
from foundation.audit.entries import add_entry
from foundation.audit.verify import Walk, walk
from foundation.database import atomic
from foundation.permissions import Role, Viewer
from foundation.settings import Settings

DEE = Viewer(id="dee", name="Dee Rees", role=Role.ADMINISTRATOR, address="192.0.2.0/24")


async def act(number: int = 1, *, person: str = "rosa", personal: dict[str, object] | None = None) -> None:
    """One act of Dee's on a person."""
    await atomic(
        lambda: add_entry(
            act="person.rename",
            actor=DEE,
            subject_type="person",
            subject_id=person,
            reason=f"reason {number}",
            details={"number": number},
            personal=personal,
        )
    )


async def chained(settings: Settings, entries: int) -> Chainer:
    """So many acts, each naming somebody, chained."""
    for number in range(1, entries + 1):
        await act(number, personal={"before": "Rosa Jones", "after": f"Rosa {number}"})
    chainer = Chainer(settings)
    await chainer.run()
    return chainer


async def proved(settings: Settings, *heads: Head, since: Head = BEGINNING) -> Walk:
    """How far the chain holds."""
    return [done async for done in walk(chain_key(settings.secret_key), heads, since)][-1]
