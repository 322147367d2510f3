"""The file of a close, read: what was voted on, every ballot, and the list of receipts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from priorities.closing.published import FORMAT, digest_of, signed_digest
from priorities.methods import POINTS, Advice, Method
from priorities.recounting.parsing import JSON, Unreadable, child, children, number, parsed, text, texts, truth
from priorities.tallying.election import Choice

_SIGNED: Final = ("statement", "signature")


@dataclass(frozen=True)
class Published:
    """`round` has what its count needs (its seed too), `options` `{id, title, stands}`, `ballots` tier and choice.

    `digest` is that of what was signed, and `signed` the one that the statement in it names, None without one.
    `statement` and `signature` are empty then.
    """

    round: JSON
    options: Sequence[JSON]
    ballots: Sequence[tuple[str, Choice]]
    seed_hash: str
    receipts: Sequence[str]
    root: str
    digest: str
    signed: str | None
    statement: str
    signature: str


def read_published(data: bytes) -> Published:
    """Read the file’s bytes. Raises Unreadable for what is no such file, or has a ballot that nobody can cast."""
    found = parsed(data)
    if found.get("format") != FORMAT:
        raise Unreadable(f"The file is no file of ballots: its format is not {FORMAT}.")
    row = _round(child(found, "round", "The file")) | {"seed": text(found, "seed", "The file")}
    options = [_option(one) for one in children(found, "options", "The file")]
    ids = {one["id"] for one in options}
    if len(ids) < len(options):
        raise Unreadable("The file has an option twice.")
    ballots = [
        _ballot(row, ids, one, f"Ballot {place}")
        for place, one in enumerate(children(found, "ballots", "The file"), start=1)
    ]
    seed_hash, root = text(found, "seed_hash", "The file"), text(found, "root", "The file")
    receipts = texts(found, "receipts", "The file")
    statement, signature = (text(found, name, "The file") if name in found else "" for name in _SIGNED)
    digest, signed = digest_of(found), signed_digest(found)
    return Published(row, options, ballots, seed_hash, receipts, root, digest, signed, statement, signature)


def _round(said: JSON) -> JSON:
    row: JSON = {name: text(said, name, "The round") for name in ("id", "neighbourhood", "title", "method", "advice")}
    row |= {name: number(said, name, "The round") for name in ("pick", "places", "quorum")}
    if row["method"] not in list(Method):
        raise Unreadable("The round’s method is none that is known here.")
    if row["advice"] not in list(Advice):
        raise Unreadable("The round’s advice is none that is known here.")
    return row


def _option(said: JSON) -> JSON:
    found: JSON = {name: text(said, name, "An option") for name in ("id", "title")}
    return found | {"stands": truth(said, "stands", "An option")}


def _ballot(row: JSON, options: Collection[str], said: JSON, where: str) -> tuple[str, Choice]:
    points = row["method"] == Method.POINTS
    choice = _points(said, where) if points else tuple(texts(said, "choices", where))
    ids = [one if isinstance(one, str) else one[0] for one in choice]
    if len(set(ids)) < len(ids):
        raise Unreadable(f"{where} names an option twice.")
    if not set(ids) <= set(options):
        raise Unreadable(f"{where} names what is no option.")
    if not points and len(ids) > row["pick"]:
        raise Unreadable(f"{where} names more options than a ballot may.")
    return text(said, "tier", where), choice


def _points(said: JSON, where: str) -> Choice:
    given = tuple((text(one, "id", where), number(one, "points", where)) for one in children(said, "choices", where))
    if sum(points for _option, points in given) > POINTS:
        raise Unreadable(f"{where} gives more points than a ballot has.")
    return given
