"""What of pages may have changed elsewhere: by the rows."""

from collections.abc import Sequence
from datetime import datetime

from foundation.models import AuditEntry


async def acts_since(moment: datetime, kinds: Sequence[str], acts: tuple[str, ...]) -> set[str]:
    """The ids of what was written down since, about things of these kinds, with acts that begin so."""
    lately = AuditEntry.filter(at__gte=moment, subject_type__in=list(kinds))
    return {row["id"] for row in await lately.values("id", "act") if row["act"].startswith(acts)}
