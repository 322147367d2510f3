"""What the panel of a round can adopt."""

from collections.abc import Collection, Sequence
from typing import Any

from priorities.agreeing import store
from priorities.agreeing.policy import Panel
from priorities.option_rows import options_with_words
from priorities.results.rows import advised_ids
from priorities.results.store import find_close

JSON = dict[str, Any]


async def options_to_adopt(panel: Panel) -> list[JSON]:
    """What the panel of a round can adopt, the one with the most votes first: `id`, `title`, `votes`, `advised`.

    With what it adopted already, also where moderators took that down since (`stays`): it stays as it is, or goes out.
    """
    close = await find_close(panel.row["id"])
    if close is None:
        return []
    advised = advised_ids(close["result"])
    there = await store.priorities_of(panel.row["id"])
    stays = {option: row["title"] for option, row in there.items() if row["hidden"]}
    titles = {option["id"]: option["title"] for option in await able_options(panel.row["id"])} | stays
    return [
        {
            "id": one["id"], "title": titles[one["id"]], "votes": one["votes"], "advised": one["id"] in advised,
            "stays": one["id"] in stays,
        }
        for one in close["result"]["plain"]
        if one["id"] in titles
    ]  # fmt: skip


def advised_among(options: Sequence[JSON], chosen: Collection[str]) -> list[str]:
    """What the vote advises of these options: nobody departs from it by leaving out what was taken down."""
    return [each["id"] for each in options if each["advised"] and (not each["stays"] or each["id"] in chosen)]


async def able_options(round_id: str) -> list[JSON]:
    """The options of a round with their words, but for those that were taken down."""
    return [option for option in await options_with_words(round_id) if not option["taken_down"]]
