"""An authenticator whose counter went backwards (WebAuthn 6.1.1): there may be two of it, so neither is trusted."""

from typing import Any

from accounts.factors import passkey_store, store
from accounts.factors.letters import tell_administrator_of_clone, tell_cloned
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.permissions import READER


async def stop_clone(key: dict[str, Any]) -> None:
    """Let a passkey (a row of `passkey_of_credential`) open nothing any more; its owner and administrators are told."""
    await atomic(lambda: _stop(key))


async def _stop(key: dict[str, Any]) -> None:
    if not await passkey_store.set_refused(key["id"]):
        return
    owner = await store.owner(key["person_id"])
    await add_entry(
        act="passkey.clone", actor=READER, subject_type="person", subject_id=owner["id"],
        details={"passkey": key["id"]}, personal={"device": key["label"]},
    )  # fmt: skip
    await tell_cloned(owner, key["label"])
    for administrator in await store.administrators_of(owner["force_id"], but=owner["id"]):
        await tell_administrator_of_clone(administrator, owner["name"])
