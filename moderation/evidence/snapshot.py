"""A thing as it stood, as JSON that is written in one way only, so that its digest can be made again by anybody."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from foundation.audit.chain import canonical_time
from moderation.content import Content, Line
from moderation.risk.hits import threshold_of

JSON = dict[str, Any]
LINES: Final = 10
"""Lines kept before a thing, and as many after."""
_FORMAT = 1
_HIT = ("rule", "version", "kind", "start", "end", "score", "revision", "rule_set_id")
_ITSELF = ("target", "author", "words", "pictures")


def snapshot_of(
    content: Content, lines: Sequence[Line], people: Mapping[str, JSON], hits: Sequence[JSON], flags: Sequence[JSON]
) -> JSON:
    """Everything that is kept of a thing.

    `people` are the contract's persons by id, each with `picture` (a digest) where theirs is kept. `hits` and `flags`
    are rows of `RuleHit` and `Flag`: a flag is kept without whose it is, and without the note, which names people.
    """
    return {
        "format": _FORMAT,
        "target": _target(content),
        "place": _place(content),
        "author": _person(people, content.author_id, "picture"),
        "words": {"body": content.body, "pending": content.pending},
        "pictures": list(content.pictures),
        "around": [_line(line, people) for line in lines],
        "hits": [_only(hit, *_HIT) | {"threshold": threshold_of(hit)} for hit in hits],
        "flags": [
            _only(flag, "id", "reason", "revision", "weight") | {"at": canonical_time(flag["at"])} for flag in flags
        ],
    }


def canonical(snapshot: JSON) -> str:
    """The one way to write it: keys sorted, no spaces, ASCII."""
    return json.dumps(snapshot, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256 of a snapshot's bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def shows_the_same_thing(one: JSON, other: JSON) -> bool:
    """Whether two show a thing in the same words, state and name, whatever stands around it or is said against it."""
    return all(one[name] == other[name] for name in _ITSELF)


def pictures_in(snapshot: JSON) -> set[str]:
    """The digests of the pictures that it shows."""
    author = snapshot["author"] or {}
    return {*snapshot["pictures"], *([author["picture"]] if author.get("picture") else [])}


def words_in(text: str) -> str:
    """The words that a kept snapshot shows: those that stand and those that wait, a line each."""
    words = json.loads(text)["words"]
    return "\n".join(filter(None, (words["body"], words["pending"])))


def _target(content: Content) -> JSON:
    return {
        "type": content.type,
        "id": content.id,
        "revision": content.revision,
        "state": str(content.state),
        "at": canonical_time(content.at),
        "path": content.path,
    }


def _place(content: Content) -> JSON:
    return {
        "force": content.force_id,
        "neighbourhood": content.neighbourhood_id,
        "type": content.place_type,
        "id": content.place_id,
        "name": content.place_name,
    }


def _line(line: Line, people: Mapping[str, JSON]) -> JSON:
    said = {"id": line.id, "body": line.body, "at": canonical_time(line.at), "this": line.this}
    return said | {"author": _person(people, line.author_id)}


def _person(people: Mapping[str, JSON], id_: str | None, *more: str) -> JSON | None:
    """Somebody as everybody saw them then: an id of nobody is kept alone."""
    if id_ is None:
        return None
    found = people.get(id_, {})
    badge = found.get("officer") or {}
    known = {"id": id_, "name": found.get("name"), "role": found.get("role") and str(found["role"])}
    known["officer"] = f"{badge['rank']} {badge['number']}" if badge else None
    return known | {name: found.get(name) for name in more}


def _only(row: JSON, *names: str) -> JSON:
    return {name: row[name] for name in names}
