"""What was agreed on, as the record of a change and the audit keep it: whole, so that it can be explained later."""

from collections.abc import Mapping
from typing import Any

from priorities.agreeing.adoption import Adoption

JSON = dict[str, Any]


def promised_of(row: JSON) -> JSON:
    """What is promised in the row of a priority."""
    return {
        "option": row["option_id"],
        "owner_role": row["owner_role"],
        "owner_rank": row["owner_rank"],
        "promise": row["promise"],
        "next_update_on": str(row["next_update_on"] or ""),
    }


def record_of(adoption: Adoption, stays: Mapping[str, JSON]) -> JSON:
    """What is adopted. `stays`: the rows of what keeps its words, by their options."""
    promised = [
        promised_of(stays.get(one.option) or {"option_id": one.option, **one.columns}) for one in adoption.promised
    ]
    return {"agreed": adoption.options, "reason": adoption.reason, "promised": promised}


def record_before(agreement: JSON, priorities: Mapping[str, JSON]) -> JSON:
    """What an agreement says with its priorities, by their options."""
    promised = [promised_of(row) for row in priorities.values()]
    return {"agreed": agreement["agreed"], "reason": agreement["reason"], "promised": promised}
