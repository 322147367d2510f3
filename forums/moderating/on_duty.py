"""Who is called where somebody may be in danger in a forum."""

from accounts.duty import of_place
from forums.models import Topic


async def officers_on_duty(topic_id: str) -> list[str]:
    """The ids of those for a topic's neighbourhood; of a force's own forums nobody: its moderators are called."""
    found = await Topic.filter(id=topic_id, neighbourhood_id__not_isnull=True).values("force_id", "neighbourhood_id")
    return await of_place.officers_on_duty(**found[0]) if found else []
