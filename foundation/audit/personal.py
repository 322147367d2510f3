"""What the audit knows of people by name: apart from the entries, so that it can be erased without changing any.

An entry keeps a salted digest of it. While the details exist, the digest proves them; when they are erased with their
salt, what is left can't be guessed from, however few names there are to try.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence

from tortoise.expressions import Q

from foundation.models import AuditEntry, AuditPersonal

_SALT_BYTES = 16
_AT_ONCE = 500
"""Ids in one statement: both databases take more, and no person has many more entries."""


def personal_digest(salt: str, details: str) -> str:
    """SHA-256 in hex over the salt, a line feed, and the details as they are stored."""
    return hashlib.sha256(f"{salt}\n{details}".encode()).hexdigest()


async def add_personal(entry_id: str, details: dict[str, object]) -> str:
    """Keep what an entry says of people by name; gives its digest, which goes into the entry."""
    salt = secrets.token_hex(_SALT_BYTES)
    text = json.dumps(details, sort_keys=True, separators=(",", ":"))
    await AuditPersonal.create(id=entry_id, salt=salt, details=text)
    return personal_digest(salt, text)


async def erase_personal(person_ids: Sequence[str]) -> int:
    """Erase what the audit knows by name of these people; gives how many entries lost it. In a transaction.

    That is what entries on them hold, and entries of their own acts, but for acts on somebody else: the name in
    "Dee enrolled Ada" is Ada's, and stays when Dee leaves.
    """
    on_them = Q(subject_type="person", subject_id__in=person_ids)
    by_them = Q(actor_id__in=person_ids) & ~Q(subject_type="person")
    ids = await AuditEntry.filter(on_them | by_them, personal__not_isnull=True).values_list("id", flat=True)
    return await erase_personal_in([str(id_) for id_ in ids])


async def erase_personal_in(entry_ids: Sequence[str]) -> int:
    """Erase the personal details of these entries; gives how many had some. Inside the act's transaction."""
    parts = (entry_ids[start : start + _AT_ONCE] for start in range(0, len(entry_ids), _AT_ONCE))
    return sum([await AuditPersonal.filter(id__in=part).delete() for part in parts])
