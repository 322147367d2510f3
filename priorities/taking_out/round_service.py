"""Taking out what a round is called and says it is about: also where the next one would say it again."""

from typing import Any

from priorities.round_rows import touch_round
from priorities.rounds.place_names import place_name_of
from priorities.rounds.plans import LONGEST_TITLE
from priorities.taking_out import store
from priorities.taking_out.same_words import put_for_same
from priorities.taking_out.standing_in import name_of_any

JSON = dict[str, Any]


async def take_out_of_round(row: JSON, sentence: str) -> list[str]:
    """Of this one (its locked row), of what rounds here begin from, and of those that are planned: their ids.

    A round has to be called something: what it is about says that its title went, too.
    """
    name = (await place_name_of(row))[:LONGEST_TITLE]
    reason = sentence if row["cancelled_reason"] else ""
    await store.set_words("round", row["id"], {"title": name, "about": sentence, "cancelled_reason": reason})
    templates = await store.templates_of(row)
    taken = [row, *(each for each in templates if each["template_id"] == row["template_id"])]
    # Templates first: what a job makes of one at this moment is among the planned ones once its row is free.
    for template in templates:
        # What the whole force begins from is not called as one neighbourhood of it is.
        called = name if template["neighbourhood_id"] else name_of_any()[:LONGEST_TITLE]
        if columns := put_for_same(template, taken, {"title": called, "about": ""}):
            await store.set_template(template, columns)
    planned = []
    for coming in await store.planned_rounds(row):
        if columns := put_for_same(coming, taken, {"title": name, "about": sentence}):
            await store.set_words("round", coming["id"], columns)
            await touch_round(coming["id"])
            planned.append(coming["id"])
    return planned
