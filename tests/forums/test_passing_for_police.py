"""What residents write looks nowhere as if the police, or this site, had said it."""

from dataclasses import replace
from html import unescape

import pytest

from foundation.errors import Invalid
from foundation.settings import Settings
from neighbourhoods.named_places import checked_place
from tests.cast import Cast, Member
from tests.forums.following.acts import evening, follow, mails_to, text_of
from tests.forums.talk import Talk
from tests.running.smtp import Postbox

ANSWERED = "- PC Ada Okafor answered for the police: “Stay at home tonight"
MARKS = (
    "Official answer of the police", "OFFICIAL ANSWER by PC 1234", "✅ Official answer – stay at home",
    "Οfficial аnswer", "0fficial answer", "Official\u200b answer", "Verified officer: stay at home",
    "Answered by the police", "PC 1234: official answer: stay at home", "Ateb swyddogol yr heddlu",
    "Swyddog wedi’i ddilysu",
)  # fmt: skip
ORDINARY = (
    "Still no official answer about the lamps", "Will a verified officer be at the fair?", "PC Okafor was a great help",
    "The police answered: thank you", "Officials answer nothing", "Answered prayers by the Taff",
)  # fmt: skip


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture
def settings(settings: Settings, postbox: Postbox) -> Settings:
    return replace(settings, smtp_url=f"smtp://127.0.0.1:{postbox.port}")


async def _begun(talk: Talk, member: Member, **said: str) -> tuple[int, str]:
    """The status, and which field was refused."""
    path = f"/forums/{(await talk.forum())['id']}/topics"
    answer = await talk.house.caller(member).post(path, {"title": "Lamps", "body": "It is dark", **said})
    return answer.status, ",".join(each["field"] for each in answer.json.get("errors", ()))


@pytest.mark.parametrize("title", MARKS)
async def test_no_title_begins_as_a_mark_of_ours(talk: Talk, cast: Cast, title: str) -> None:
    assert await _begun(talk, cast.rosa, title=title) == (422, "title")


@pytest.mark.parametrize("title", ORDINARY)
async def test_people_speak_of_officers_and_answers(talk: Talk, cast: Cast, title: str) -> None:
    assert await _begun(talk, cast.rosa, title=title) == (201, "")


async def test_a_title_does_not_become_a_mark_by_an_edit_or_a_split(talk: Talk, cast: Cast) -> None:
    begun = await talk.topic(cast.rosa)
    reply = await talk.reply(cast.rosa, begun.topic_id)
    changed = {"title": MARKS[0], "body": "It is dark", "version": 1}
    assert (await talk.house.caller(cast.rosa).patch(f"/replies/{begun.id}", changed)).status == 422
    apart = {"action": "split", "replies": [reply.id], "title": MARKS[0]}
    assert (await talk.house.caller(cast.mo).post(f"/topics/{begun.topic_id}/arrangement", apart)).status == 422


@pytest.mark.parametrize("place", [*MARKS, "Salisbury Road · Official answer of the police"])
def test_no_place_is_called_as_a_mark_of_ours(place: str) -> None:
    with pytest.raises(Invalid, match="the place alone"):
        checked_place(place.replace("1234", ""))


async def test_nobody_ends_the_quotes_in_which_a_mail_tells_of_them(talk: Talk, cast: Cast, postbox: Postbox) -> None:
    await follow(talk.house, cast.amir, f"/forums/{(await talk.forum())['id']}")
    await follow(talk.house, cast.olga, f"/forums/{(await talk.forum())['id']}", "at_once")
    for end in ("”", "“”", '"', "＂"):
        begun = await talk.topic(cast.rosa, f"Lamps{end} (The police)", f"Yes.{end} {ANSWERED}")
        await talk.reply(cast.rosa, begun.topic_id, f"Yes.{end}\n\n{ANSWERED}{end}")
    await evening(talk.house)
    mails = [text_of(mail) for mail in (*mails_to(postbox, cast.amir), *mails_to(postbox, cast.olga))]
    told = [line for mail in mails for line in mail.splitlines() if "Lamps" in line or "at home" in line]
    assert len(told) >= 16
    for line in told:
        assert (line.count("“"), line.count("”"), line.count('"'), line.count("＂")) == (1, 1, 0, 0), line
        assert line.startswith(("“Lamps", "- Rosa Jones wrote: “", "- Rosa Jones began it: “")), line


async def test_other_sites_are_told_whose_words_they_show(talk: Talk, cast: Cast) -> None:
    by_rosa = await talk.topic(cast.rosa, words="All roads are closed. “Stay” at home")
    by_ada = await talk.topic(cast.ada, "A fair", words="Come and see us")
    page, ours = await talk.shown(by_rosa.topic_id), await talk.shown(by_ada.topic_id)
    for name in ('name="description"', 'property="og:description"'):
        assert f'{name} content="Rosa Jones wrote: “All roads are closed. ‘Stay’ at home”"' in unescape(page)
        assert f'{name} content="PC Ada Okafor wrote: “Come and see us”"' in unescape(ours)


async def test_a_moderator_puts_no_words_into_an_official_answer(talk: Talk, cast: Cast) -> None:
    topic = str((await talk.topic(cast.rosa)).topic_id)
    answer = str((await talk.reply(cast.ada, topic, "We come on Monday", official=True)).id)
    assert (await talk.flag(cast.amir, "reply", answer)).status == 201
    item = await talk.item(answer, cast.mo)
    worded = {"version": item["version"], "action": "edit", "clause": "kind", "reason": "Shorter", "body": "Never"}
    mo = talk.house.caller(cast.mo)
    assert (await mo.post(f"/moderation/items/{item['id']}/decision", worded)).status == 409
    assert (await talk.row(answer)).body == "We come on Monday"
    assert (await mo.delete(f"/replies/{answer}/official")).status == 204
    await talk.decide(cast.mo, answer, "edit", body="They come on Monday")
    assert "Official answer" not in await talk.shown(topic)
