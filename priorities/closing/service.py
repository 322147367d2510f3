"""Reading what was published at the close: the file, the receipts, the signed statement. Before it there is none."""

from collections.abc import Mapping
from typing import Any

import msgspec
from aiohttp import web

from foundation.errors import NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from priorities.ballots.receipts import typed_receipt
from priorities.closing import store
from priorities.closing.signing import Signer, is_signed
from priorities.models import Phase
from priorities.phases import is_sealed
from priorities.policy import access_round
from priorities.rounds.heads import round_head

JSON = dict[str, Any]
_LISTED = 2000
"""Receipts that the page shows; more than these are in the list as a text."""
_READ = msgspec.json.Decoder(dict[str, msgspec.Raw])


async def access_close(viewer: Viewer, round_id: str) -> tuple[JSON, JSON]:
    """The row of a round and its close, without the file; raises NotFound, also before the close."""
    row = await access_round(viewer, round_id)
    close = await store.find_close(round_id) if is_sealed(row) else None
    if close is None:
        raise NotFound(_("This is published once the vote has closed and was counted."))
    return row, close


async def published_file(viewer: Viewer, round_id: str) -> bytes:
    """The file that `bluelamp recount` reads, as JSON.

    A title of a proposal that is taken down now is empty in it; the round’s is what it is called today.
    """
    row, close = await access_close(viewer, round_id)
    titles = await store.titles_of(round_id)
    kept: Mapping[str, msgspec.Raw] = _READ.decode(await store.file_of(round_id))
    options = [
        {"id": one["id"], "title": titles[one["id"]], "stands": one["stands"]}
        for one in msgspec.json.decode(kept["options"])
    ]
    order = ("format", "round", "options", "seed", "seed_hash", "ballots", "receipts", "root")
    about = msgspec.json.decode(kept["round"]) | {"title": row["title"]}
    said: JSON = {name: kept[name] for name in order} | {"options": options, "round": about}
    return msgspec.json.encode(said | {name: close[name] for name in ("sha256", "statement", "signature")})


async def statement(app: web.Application, viewer: Viewer, round_id: str) -> JSON:
    """What was signed at the close, and by which key; `ours`: by the one that this server signs with now."""
    _row, close = await access_close(viewer, round_id)
    said = dict(line.split(": ", 1) for line in close["statement"].splitlines()[1:])
    names = ("ballots", "sha256", "root", "statement", "signature", "at")
    return {
        **{name: close[name] for name in names},
        "seed": said["seed"],
        "public_key": said["key"],
        "ours": is_signed(close["statement"], close["signature"], Signer(app[SETTINGS].secret_key).public),
    }


async def is_counted(viewer: Viewer, round_id: str, receipt: str) -> bool:
    """Whether the ballot of a receipt, as somebody typed it, was counted. Raises NotFound before the close."""
    await access_close(viewer, round_id)
    typed = typed_receipt(receipt)
    return bool(typed) and await store.is_counted(round_id, typed)


async def all_receipts(viewer: Viewer, round_id: str) -> list[str]:
    """Every receipt, sorted. Raises NotFound before the close."""
    await access_close(viewer, round_id)
    found: list[str] = msgspec.json.decode(_READ.decode(await store.file_of(round_id))["receipts"])
    return found


async def receipts_page(app: web.Application, viewer: Viewer, round_id: str) -> JSON:
    """What priorities/closing/receipts.html shows; `close` is None before the close. Raises NotFound."""
    row = await access_round(viewer, round_id)
    about = {"id": row["id"], "cancelled": row["phase"] == Phase.CANCELLED}
    context: JSON = {"head": await round_head(viewer, row), "round": about, "close": None, "receipts": []}
    if not is_sealed(row):
        return context
    close = await statement(app, viewer, round_id)
    receipts = await store.first_receipts(round_id, _LISTED)
    return context | {"close": close, "receipts": receipts, "more": max(close["ballots"] - len(receipts), 0)}
