"""Opening the vote: from then on what is voted on stands fixed, ballots have a key, and ties are decided already."""

import json
import secrets
from collections.abc import Sequence
from hashlib import sha256

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.permissions import Viewer
from priorities.ballots import key_store as keys
from priorities.ballots.models import RoundKey
from priorities.models import Option, Proposal, ProposalState, Round
from priorities.proposals.changing.dropping_service import drop_waiting_edits
from priorities.round_rows import JSON
from priorities.tallying.ties import seed_hash
from priorities.writing import Tell

_BYTES = 32


async def open_vote(_app: web.Application, row: JSON) -> list[Tell]:
    """Inside the transaction that moves a round (its row) to the vote: freeze its options, draw its key and its seed.

    Of the seed only the hash is published until the close. It goes into the audit, as a digest of the options’ ids
    does: who changes either of them later must change the chain. Titles have one of their own: other words of a
    moderator’s must not keep anybody from making the first one again.
    """
    tells = await drop_waiting_edits(row["id"])
    proposals = await Proposal.filter(round_id=row["id"], state=ProposalState.PUBLISHED).order_by("id")
    await Option.bulk_create(
        Option(id=one.id, round_id=one.round_id, title=one.title, what=one.what, html=one.html) for one in proposals
    )
    key, seed = secrets.token_hex(_BYTES), secrets.token_hex(_BYTES)
    await RoundKey.create(id=row["id"], key=key)
    await keys.add_fingerprint(row["id"], key)
    await Round.filter(id=row["id"]).update(seed=seed, seed_hash=seed_hash(seed))
    await add_entry(act="vote.open", actor=Viewer(), subject_type="round", subject_id=row["id"],
                    details={"seed_hash": seed_hash(seed), **_digests(proposals)})  # fmt: skip
    return tells


def _digests(options: Sequence[Proposal]) -> dict[str, str]:
    """`options`: of their ids. `titles`: of `[id, title]` each, as they were put to the vote."""
    return {
        "options": _digest(sorted(str(one.id) for one in options)),
        "titles": _digest(sorted([str(one.id), str(one.title)] for one in options)),
    }


def _digest(said: Sequence[object]) -> str:
    """SHA-256 of it as JSON (no spaces, ASCII)."""
    return sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()
