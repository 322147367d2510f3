"""A reply that was drawn before is shown again only where nothing of what it is drawn from is otherwise."""

from datetime import timedelta
from typing import Any

import jinja2
import pytest
from jinja2 import meta, nodes

from forums.reading.once import DrawnOnce, Macro
from foundation import clock, language
from foundation.pages import make_templates
from foundation.text import stored_html
from tests.running.schema import settings_for

JSON = dict[str, Any]


def reply() -> JSON:
    """One that stands under another one, as most do."""
    return {
        "id": "r2",
        "number": 2,
        "version": 1,
        "stamp": "1pu2",
        "author": {
            "id": "p1", "name": "Amir", "role": "resident", "officer": None, "partner": None,
            "avatar": {"src": "/avatars/one.svg", "alt": "", "uniform": False, "layer": None},
        },
        "html": stored_html("<p>It is dark there.</p>"),
        "state": "published",
        "official": False,
        "promise": None,
        "edited": False,
        "staff_edited": False,
        "at": clock.now(),
        "reply_to": {"id": "r0", "number": 3, "author_name": "Rosa"},
        "root": "r0",
        "depth": 1,
        "mine": False,
        "may_edit": False,
        "pictures": (),
        "held_reason": "",
        "is_new": False,
    }  # fmt: skip


def may() -> JSON:
    return {name: False for name in ("reply", "flag", "revisions", "official", "solve", "staff", "moderate", "author")}


def topic() -> JSON:
    return {"id": "t1", "path": "/topics/t1", "lines": {}, "solving_reply_id": None, "title": "A light", "slow": False}


OTHERWISE: list[tuple[str, Any]] = [
    ("reply.id", "r9"), ("reply.number", 7), ("reply.stamp", "2pu2"), ("reply.state", "withdrawn"),
    ("reply.html", None),
    ("reply.html", stored_html("<p>Other words</p>")), ("reply.edited", True), ("reply.staff_edited", True),
    ("reply.at", timedelta(days=-3)), ("reply.reply_to", None), ("reply.root", "r1"), ("reply.depth", 0),
    ("reply.is_new", True), ("reply.may_edit", True), ("reply.mine", True), ("reply.mine", False),
    ("reply.official", True),
    ("reply.reply_to.author_name", "Tegid"), ("reply.reply_to.id", "r8"), ("reply.reply_to.number", 5),
    ("reply.author.id", "p2"), ("reply.author.name", "Tegid"), ("reply.author.role", "moderator"),
    ("reply.author.officer", {"rank": "PC", "number": "4127", "verified": True, "page": "/officers/p1"}),
    ("reply.author.partner", {"organisation": "The council", "post": ""}),
    ("reply.author.avatar.src", "/avatars/two.svg"), ("topic.id", "t2"), ("topic.solving_reply_id", "r2"),
    ("may.reply", True), ("may.flag", True), ("may.revisions", True), ("may.solve", True), ("may.official", True),
    ("may.staff", True), ("may.moderate", True), ("may.author", True),
]  # fmt: skip


def set_at(parts: JSON, path: str, value: Any) -> None:
    *way, last = path.split(".")
    for name in way:
        parts = parts[name]
    parts[last] = parts[last] + value if isinstance(value, timedelta) else value


@pytest.fixture
def environment() -> jinja2.Environment:
    return make_templates(settings_for("sqlite://nowhere"))


def macro(environment: jinja2.Environment) -> Any:
    return environment.get_template("forums/reply.html").make_module({"language": "en"}).reply  # type: ignore[attr-defined]


def drawn_by(once: DrawnOnce, draw: Macro, reply: JSON, topic: JSON, may: JSON) -> str:
    [(is_new, html)] = once.draw(draw, [reply], topic, may)
    assert is_new is reply["is_new"]
    return html


@pytest.mark.parametrize(
    ("path", "value"), OTHERWISE, ids=[f"{path}-{n}" for n, (path, _value) in enumerate(OTHERWISE)]
)
@pytest.mark.parametrize(
    "marked",
    [{}, {"edited": True}, {"mine": True}, {"mine": True, "may_edit": True}],
    ids=lambda marked: "-".join(marked),
)
def test_whatever_changes_is_drawn_anew(environment: jinja2.Environment, path: str, value: Any, marked: JSON) -> None:
    once, draw = DrawnOnce(), macro(environment)
    before = {"reply": reply() | marked, "topic": topic(), "may": may()}
    drawn_by(once, draw, before["reply"], before["topic"], before["may"])
    after = {"reply": reply() | marked | {"at": before["reply"]["at"]}, "topic": topic(), "may": may()}
    set_at(after, path, value)
    fresh = draw(after["reply"], after["topic"] | {"lines": {}}, after["may"])
    assert drawn_by(once, draw, after["reply"], after["topic"], after["may"]) == fresh


@pytest.mark.parametrize("mine", [False, True], ids=["of others", "mine"])
def test_what_is_the_same_is_drawn_once(environment: jinja2.Environment, mine: bool) -> None:
    once, drawn = DrawnOnce(), 0
    draw, same = macro(environment), reply() | {"mine": mine}

    def counted(*given: JSON) -> str:
        nonlocal drawn
        drawn += 1
        return str(draw(*given))

    pages = [drawn_by(once, counted, dict(same), topic(), may()) for _page in range(3)]
    assert drawn == 1
    assert len(set(pages)) == 1
    language.use("cy")
    drawn_by(once, counted, same, topic(), may())
    assert drawn == 2


def test_replies_of_several_people_are_drawn_each_as_it_is(environment: jinja2.Environment) -> None:
    draw = macro(environment)
    amir, olga = (
        reply(),
        reply() | {"id": "r3", "number": 3, "author": reply()["author"] | {"id": "p2", "name": "Olga"}},
    )
    replies = [amir, olga, amir | {"id": "r4", "is_new": True}, olga | {"id": "r5", "pictures": ()}]
    given = {"topic": topic() | {"solving_reply_id": "r3"}, "may": may()}
    fresh = [(each["is_new"], draw(each, given["topic"] | {"lines": {}}, given["may"])) for each in replies]
    once = DrawnOnce()
    for _page in range(2):
        assert list(once.draw(draw, replies, given["topic"], given["may"])) == fresh


def test_nothing_else_is_read_of_who_looks(environment: jinja2.Environment) -> None:
    """The macro is drawn from what it is given: a page's own members would stand on the pages of others."""
    source, _file, _fresh = environment.loader.get_source(environment, "forums/reply.html")  # type: ignore[union-attr]
    tree = environment.parse(source)
    assert isinstance(tree, nodes.Template)
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    assert meta.find_undeclared_variables(tree) - own <= {"_"}


def test_what_was_drawn_takes_no_more_room_than_it_may(environment: jinja2.Environment) -> None:
    once, draw = DrawnOnce(most=5), macro(environment)
    for number in range(20):
        drawn_by(once, draw, reply() | {"number": number + 2}, topic(), may())
    assert len(once._drawn) == 5


def line(**otherwise: Any) -> JSON:
    """A topic as lists have it."""
    return {
        "id": "t1", "path": "/topics/t1", "title": "Cars", "author": reply()["author"], "pinned": False,
        "latest_by": {"name": "Tegid"}, "section": {"slug": "general", "name": "General"}, "state": "open",
        "slow": False, "answered": False, "replies": 2, "active_at": clock.now(), "place_name": "", "is_new": False,
        "unread": 0,
    } | otherwise  # fmt: skip


LINES: list[tuple[str, Any]] = [
    ("id", "t2"), ("path", "/topics/t2"), ("title", "Vans"), ("author", None), ("author.id", "p2"),
    ("author.name", "Olga"), ("author.role", "moderator"), ("author.avatar.src", "/avatars/two.svg"),
    ("author.partner", {"organisation": "The council", "post": ""}),
    ("author.officer", {"rank": "PC", "number": "4127", "verified": True, "page": "/officers/p1"}),
    ("pinned", True), ("latest_by", None), ("latest_by.name", "Olga"), ("section", None), ("section.name", "Traffic"),
    ("state", "solved"), ("state", "locked"), ("slow", True), ("answered", True), ("replies", 3),
    ("active_at", timedelta(days=-3)), ("place_name", "Bridge Lane"), ("is_new", True), ("unread", 1),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), LINES, ids=[f"{path}-{n}" for n, (path, _value) in enumerate(LINES)])
def test_whatever_changes_in_a_line_of_a_list_is_drawn_anew(
    environment: jinja2.Environment, path: str, value: Any
) -> None:
    module: Any = environment.get_template("forums/topic_list.html").make_module({"language": "en"})
    once, draw, first = DrawnOnce(), module.topic_line, line()
    before = once.draw_line(draw, first, sections=True, level=3)
    after = line(active_at=first["active_at"])
    set_at(after, path, value)
    drawn = once.draw_line(draw, after, sections=True, level=3)
    assert drawn == draw(after, True, 3)
    assert drawn != before
    assert once.draw_line(draw, first, sections=True, level=2) == draw(first, True, 2) != before
    assert once.draw_line(draw, first, sections=False, level=3) == draw(first, False, 3) != before
