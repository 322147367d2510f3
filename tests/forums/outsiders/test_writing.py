"""What is not an outsider's to change stays as it was, whatever they send to whichever door of the forums."""

from typing import Any

import pytest

from forums.drafts.models import Draft
from forums.following.watching.models import Watch
from forums.models import Reply, Topic
from forums.moderating.excluding.models import ForumRestriction
from forums.pictures.models import ReplyPicture
from forums.places.models import Forum, Section
from tests.cast import Cast
from tests.forums.outsiders.doors import ROUTES, Scene
from tests.forums.outsiders.knocking import OUTSIDERS, Knocker, member_named
from tests.forums.outsiders.people import NO_WRITERS


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    """Both: what keeps a row is said by each in its own way."""
    return str(request.param)


_ROWS = (Topic, Reply, Forum, Section, ReplyPicture, Draft, ForumRestriction)
_SENT = {
    "body": "Mine now", "title": "Mine now", "reason": "It is mine", "clause": "kind", "mode": "locked",
    "how": "digest", "section": "general", "name": "Mine", "name_cy": "Mine", "version": "1", "answer": "no",
    "action": "lock", "confirm": "true", "alike_seen": "yes", "official": "yes",
}  # fmt: skip
_ACTIONS = ("pin", "lock", "mode", "archive", "move", "merge", "unmerge", "split")
_THEIR_OWN = ("/drafts", "/pictures", "/unread/read", "/pictures/{id}")
"""Doors behind which everybody finds what is theirs, and begins something of their own."""


def _of_others(scene: Scene) -> list[str]:
    """What nobody but their authors and the staff changes."""
    return [*scene.ids["reply"], *scene.ids["draft"]]


async def _rows() -> dict[str, dict[str, Any]]:
    return {
        f"{model.__name__} {row['id']}": {name: value for name, value in row.items() if name not in ("large", "small")}
        for model in _ROWS
        for row in await model.all().values()
    }


async def _try_everything(scene: Scene, knocker: Knocker) -> list[tuple[str, str, int]]:
    """Everything that changes something, at every address; gives what was done."""
    done = []
    for route in ROUTES:
        if route.method == "GET" or route.path.endswith(_THEIR_OWN):
            continue
        for address in scene.addresses(route.path, route.method):
            for sent in _bodies(scene, route.path):
                status, _text = await knocker.knock(route.method, address, **sent)
                assert status < 500, (route.method, address, status)
                if status < 400:
                    done.append((route.method, address, status))
    return done


def _bodies(scene: Scene, path: str) -> list[dict[str, Any]]:
    """What is sent there, as a form or as JSON."""
    many = {"replies": scene.ids["reply"], "topics": scene.ids["topic"], "into": scene.ids["topic"][0]}
    places = scene.ids["forum"] if path == "/topics/new" else scene.ids["forum"][:1]
    fields: list[dict[str, Any]] = [{**_SENT, "forum": forum} for forum in places]
    if path.endswith(("/arrange", "/arrangement", "/tidy")):
        fields = [{**_SENT, **many, "action": action} for action in (*_ACTIONS, "hide")]
    if not path.startswith("/api/"):
        return [{"data": _pairs(each)} for each in fields]
    typed = {"version": 1, "official": True, "confirm": True, "number": 1, "mode": "slow", "seconds": 5}
    return [{"json": {**each, **typed, "reply": None, "promised_for": None}} for each in fields]


def _pairs(fields: dict[str, Any]) -> list[tuple[str, str]]:
    return [(k, one) for k, value in fields.items() for one in (value if isinstance(value, list) else [value])]


@pytest.mark.parametrize("name", OUTSIDERS)
async def test_an_outsider_changes_none_of_it_by_anything(scene: Scene, cast: Cast, name: str) -> None:
    """What they may do is to write in the open topic, to begin one of their own, and to follow what they may read."""
    ids, before = scene.ids, await _rows()
    opened, closed = ids["topic"][0], [*ids["topic"][1:], ids["forum"][1], *_of_others(scene)]
    watched = await Watch.filter(target_id__in=closed).count()
    if name == "nia":  # of the staff she is one herself
        ids["topic"].pop()
        ids["forum"].pop()
        ids["reply"] = [row["id"] for row in await Reply.filter(topic_id__in=ids["topic"]).values("id")]
        ids["picture"] = ids["picture"][1:]
    async with Knocker(scene.house, await member_named(cast, name)) as outsider:
        done = await _try_everything(scene, outsider)
    after = await _rows()
    same = {key: row for key, row in before.items() if key != f"Topic {opened}"}
    changed = {key: (row, after.get(key)) for key, row in same.items() if after.get(key) != row}
    assert changed == {}
    topic, now = before[f"Topic {opened}"], after[f"Topic {opened}"]
    moving = {"version", "last_number", "replies", "active_at"}
    assert {name for name in topic if topic[name] != now[name]} <= moving
    new = [row for key, row in after.items() if key not in before and key.startswith("Reply ")]
    mine = {key.split()[1] for key, row in after.items() if key not in before and key.startswith("Topic ")}
    assert {row["topic_id"] for row in new} <= {opened, *mine}
    assert bool(new) == (name not in (*NO_WRITERS, "reader", "gwen")), "who may write has tried all of it"
    assert not any(row["official"] for row in new)
    assert await Watch.filter(target_id__in=closed).count() == watched
    assert {(method, address) for method, address, _status in done if any(id_ in address for id_ in closed)} == set()
    everybodys = ("/watch", "/read", "/reply", "/replies")
    assert [
        address for _method, address, _status in done if opened in address and not address.endswith(everybodys)
    ] == []
