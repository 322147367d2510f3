"""Proving the audit: every link, entry and personal detail, by pages, while the server goes on."""

from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from foundation.audit import store as audit_store
from foundation.audit.chain import BEGINNING, Head, digest_of, next_head
from foundation.audit.chainer import LOOKS_BACK
from foundation.audit.personal import personal_digest

_PAGE = 1000


@dataclass(frozen=True)
class Broken:
    """The first place where the chain does not hold; `entry` is the id of the entry, where one is known."""

    number: int
    entry: str | None
    what: str

    def __str__(self) -> str:
        return f"number {self.number}{f', entry {self.entry}' if self.entry else ''}: {self.what}"


@dataclass
class Walk:
    """How far the chain holds. `late` entries claim to be older than what was chained before them: `first_late`."""

    head: Head = BEGINNING
    entries: int = 0
    named: int = 0
    erased: int = 0
    late: int = 0
    first_late: str = ""
    broken: Broken | None = None
    newest: datetime | None = None


async def walk(key: bytes, heads: Iterable[Head], since: Head = BEGINNING) -> AsyncGenerator[Walk, None]:
    """Prove the chain after `since`, and that `heads` lie in it; gives how far it is after each page.

    The last one given has `broken` set where something is wrong, and else `head` is where the chain ends.
    """
    wanted = sorted((head for head in heads if head.number >= since.number), key=lambda head: head.number)
    done = Walk(head=since, broken=await _broken_beginning(since))
    if done.broken:
        yield done
        return
    while rows := await audit_store.chained_after(done.head.number, _PAGE):
        for row in rows:
            done.broken = _broken_head(done.head, wanted) or _prove(key, done, row)
            if done.broken:
                break
        yield done
        if done.broken:
            return
    done.broken = _broken_head(done.head, wanted) or _missing_head(done.head, wanted)
    yield done


async def _broken_beginning(since: Head) -> Broken | None:
    rows = await audit_store.chained_after(since.number - 1, 1) if since.number else []
    if since.number and [(row["number"], row["mac"]) for row in rows] != [(since.number, since.mac)]:
        return Broken(since.number, None, f"the head {since} is not in this chain")
    return None


def _broken_head(here: Head, wanted: list[Head]) -> Broken | None:
    """Tick off the heads that stand here; one with another MAC is of another chain."""
    while wanted and wanted[0].number == here.number:
        if wanted[0].mac != here.mac:
            return Broken(here.number, None, f"the head {wanted[0]} is not in this chain: what stands here is {here}")
        wanted.pop(0)
    return None


def _missing_head(here: Head, wanted: list[Head]) -> Broken | None:
    if not wanted:
        return None
    what = f"the chain ends before the head {wanted[0]}: what came after number {here.number} was taken away"
    return Broken(here.number + 1, None, what)


def _prove(key: bytes, done: Walk, row: dict[str, Any]) -> Broken | None:
    """Prove one link with its entry, and go on to it; gives what is wrong with it."""
    if row["number"] != done.head.number + 1:
        return Broken(done.head.number + 1, None, "this link of the chain was taken away")
    what = _wrong_entry(row)
    head = next_head(key, done.head, row["link"], row["digest"])
    if what is None and head.mac != row["mac"]:
        what = "the link was changed, moved or put in; or the key is not the one it was made with"
    if what is not None:
        return Broken(row["number"], row["link"], what)
    done.head, done.entries = head, done.entries + 1
    done.named += row["named"] is not None
    done.erased += row["personal"] is not None and row["named"] is None
    _note_when(done, row)
    return None


def _wrong_entry(row: dict[str, Any]) -> str | None:
    if row["id"] is None:
        return "the entry was taken away"
    if not _is_as_digested(row):
        return "the entry does not match its digest: it was changed"
    if row["named"] is not None and personal_digest(row["salt"], row["named"]) != row["personal"]:
        return "the personal details of the entry were changed"
    return None


def _is_as_digested(row: dict[str, Any]) -> bool:
    try:
        return digest_of(row) == str(row["digest"])
    except (TypeError, ValueError):  # SQLite lets anything into any column
        return False


def _note_when(done: Walk, row: dict[str, Any]) -> None:
    at = datetime.fromisoformat(row["at"]) if isinstance(row["at"], str) else row["at"]
    if done.newest is None or at >= done.newest - LOOKS_BACK:
        done.newest = max(at, done.newest or at)
        return
    done.late += 1
    done.first_late = done.first_late or f"number {row['number']}, entry {row['link']}"
