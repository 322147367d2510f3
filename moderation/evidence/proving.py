"""Proving evidence: every digest made again, by pages, while the server goes on."""

import hashlib
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any

from moderation.evidence import proving_store as store
from moderation.evidence.snapshot import digest_of, pictures_in

JSON = dict[str, Any]
_PAGE = 200


@dataclass
class Proof:
    """How far it holds: `wrong` is a sentence for each thing that does not match."""

    snapshots: int = 0
    emptied: int = 0
    pictures: int = 0
    wrong: list[str] = field(default_factory=list)


async def prove() -> AsyncGenerator[Proof, None]:
    """Compare each snapshot with its digest, with what the audit has of it and with its pictures, and each picture with
    its own; gives how far it is after each page. A row that the audit has and that is not there is wrong too.
    """
    done, after = Proof(), ""
    while rows := await store.rows_after(after, _PAGE):
        named, kept = await store.digests_in_the_audit([row["id"] for row in rows]), await _pictures_kept(rows)
        for row in rows:
            done.snapshots += 1
            done.emptied += row["snapshot"] is None
            done.wrong += [f"evidence {row['id']}: {what}" for what in _wrong(row, named.get(row["id"], set()), kept)]
        after = rows[-1]["id"]
        yield done
    done.wrong += [f"evidence {id_}: it was taken away" for id_ in await store.named_and_missing()]
    after = ""
    while pictures := await store.pictures_after(after, _PAGE):
        done.pictures += len(pictures)
        done.wrong += [
            f"picture {digest}: it was changed" for digest, content in pictures if _sha256(content) != digest
        ]
        after = pictures[-1][0]
    yield done


async def _pictures_kept(rows: list[JSON]) -> set[str]:
    shown = [pictures_in(snapshot) for row in rows if (snapshot := _read(row["snapshot"])) is not None]
    return await store.kept_of(set().union(*shown))


def _wrong(row: JSON, named: set[str], pictures: set[str]) -> list[str]:
    wrong = [] if named == {row["digest"]} else [_of_the_audit(named)]
    if row["snapshot"] is None:
        return wrong if row["purged_at"] else [*wrong, "it was emptied before its time"]
    snapshot = _read(row["snapshot"])
    if snapshot is None or digest_of(row["snapshot"]) != row["digest"]:
        return [*wrong, "what it shows does not match its digest: it was changed"]
    return [*wrong, *(f"the picture {digest} was taken away" for digest in pictures_in(snapshot) - pictures)]


def _of_the_audit(named: set[str]) -> str:
    return "the audit has another digest of it" if named else "the audit has no entry of its keeping"


def _read(text: str | None) -> JSON | None:
    """A snapshot, where it can be one: anything can stand in a database that somebody has changed."""
    try:
        snapshot = json.loads(text or "null")
        pictures_in(snapshot or {"pictures": [], "author": None})
        (text or "").encode("ascii")
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return snapshot  # type: ignore[no-any-return]  # read from JSON


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
