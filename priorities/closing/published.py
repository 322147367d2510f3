"""What is published at the close, as texts: the file that anybody can count again, its digest, and what is signed.

Nothing here but the standard library: who does not trust this server reads these lines, and needs no other.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

JSON = dict[str, Any]
FORMAT: Final = "bluelamp-ballots-1"
_DIGESTED: Final = ("ballots", "format", "options", "receipts", "root", "round", "seed", "seed_hash")
"""The members of the file that its digest covers; of each option its `id` and `stands`, and no title, of the round too.

A title that moderators take down later is taken out of the file, which must stay what was signed. What else stands
beside these (the statement, its signature, the digest itself) is about the file.
"""


def canonical(file: Mapping[str, Any]) -> str:
    """The text that is hashed: _DIGESTED as JSON, keys sorted, no spaces, ASCII. Raises KeyError, TypeError."""
    said = {name: file[name] for name in _DIGESTED}
    said["round"] = {name: value for name, value in file["round"].items() if name != "title"}
    said["options"] = [{"id": option["id"], "stands": option["stands"]} for option in file["options"]]
    return json.dumps(said, sort_keys=True, separators=(",", ":"))


def digest_of(file: Mapping[str, Any]) -> str:
    """SHA-256 of `canonical`, in hexadecimal."""
    return sha256_of(canonical(file))


def signed_digest(file: Mapping[str, Any]) -> str | None:
    """The digest that its statement names, or None for a file without one."""
    lines = str(file.get("statement", "")).splitlines()
    return next((line.removeprefix("sha256: ") for line in lines if line.startswith("sha256: ")), None)


def sha256_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def statement_of(round_id: str, at: str, ballots: int, digest: str, root: str, seed: str, key: str) -> str:
    """What is signed: a line for each. `at`: when it was closed; `key`: the public key, to check the signature with."""
    lines: Sequence[tuple[str, object]] = (
        ("round", round_id),
        ("closed", at),
        ("ballots", ballots),
        ("sha256", digest),
        ("root", root),
        ("seed", seed),
        ("key", key),
    )
    return "bluelamp-close-1\n" + "".join(f"{name}: {value}\n" for name, value in lines)
