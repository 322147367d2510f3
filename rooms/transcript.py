"""The transcript: what was said and not taken down, made again at each reading."""

from datetime import datetime
from textwrap import indent
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation.clock import rfc3339
from foundation.errors import NotFound
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import local_date, local_time, render
from foundation.text import stored_html
from neighbourhoods.service import access_neighbourhood
from rooms.accepting import preferred
from rooms.badge import with_badge
from rooms.message_rows import is_public, messages_where
from rooms.messages.relayed import speaker_of
from rooms.minutes.service import with_minutes
from rooms.models import Status
from rooms.notice_entries import notices_for_transcript
from rooms.surgeries.cards import card
from rooms.surgeries.service import access_surgery

JSON = dict[str, Any]
_PUBLISHED = messages_where("WHERE room_id = ? AND state = 'published' ORDER BY posted_seq")


async def access_transcript(surgery_id: str) -> JSON:
    """The transcript as the API gives it; raises NotFound before the close."""
    surgery = await access_surgery(surgery_id)
    if surgery["status"] != Status.CLOSED:
        raise NotFound(_("The transcript is published when the surgery has closed."))
    place = await access_neighbourhood(surgery["neighbourhood"])
    return {
        "surgery": surgery,
        "neighbourhood_name": place.shown_name,
        "entries": await _entries(surgery_id),
    }


async def answer(request: web.Request, surgery_id: str) -> JSON | web.Response:
    """The transcript in the form that the Accept header asks for first; JSON where it does not say."""
    wanted = preferred(request.headers.get("Accept", ""))
    if wanted == "text/html":
        return await page(request, surgery_id)
    if wanted == "text/plain":
        return await plain_text(request, surgery_id)
    return await access_transcript(surgery_id)


async def page(request: web.Request, surgery_id: str) -> web.Response:
    """The transcript for people: questions with their answers below them, in the order of the log."""
    made = await access_transcript(surgery_id)
    return render(
        request,
        "rooms/transcript.html",
        surgery=(await with_minutes([await card(made["surgery"])]))[0],
        neighbourhood_name=made["neighbourhood_name"],
        messages=sorted([*_threaded(made["entries"]), *await notices_for_transcript(surgery_id)], key=_place),
        names={entry["id"]: _name(entry) for entry in made["entries"] if entry["kind"] != "answer"},
    )


async def plain_text(request: web.Request, surgery_id: str) -> web.Response:
    """The transcript to read anywhere: name and role on one line, words below."""
    made = await access_transcript(surgery_id)
    zone = request.app[SETTINGS].time_zone
    surgery = await card(made["surgery"])
    head = [surgery["title"], f"{made['neighbourhood_name']}, {local_date(surgery['starts'], zone)}"]
    said = [
        f"{local_time(entry['at'], zone)}  {entry['sentence']}" if "sentence" in entry
        else _line(entry, local_time(datetime.fromisoformat(entry["at"]), zone))
        for entry in sorted([*made["entries"], *await notices_for_transcript(surgery_id)], key=_place)
    ]  # fmt: skip
    return web.Response(text="\n\n".join(["\n".join(head), *said]) + "\n", content_type="text/plain")


async def _entries(surgery_id: str) -> list[JSON]:
    messages = {row["id"]: row for row in await _PUBLISHED.rows(surgery_id)}
    people = await persons({row["author_id"] for row in messages.values()})
    # An answer whose question was taken down is not among the published with it, so `is_public` would not see it.
    shown = [row for row in messages.values() if _has_its_question(row, messages) and is_public(row, messages)]
    return [_entry(row, people) for row in shown]


def _has_its_question(row: JSON, messages: dict[str, JSON]) -> bool:
    return row["kind"] != "answer" or row["reply_to"] in messages


def _entry(row: JSON, people: dict[str, JSON]) -> JSON:
    return {
        "seq": row["posted_seq"],
        "at": rfc3339(row["created_at"]),
        "kind": row["kind"],
        "author": people[row["author_id"]],
        "body": row["body"],
        "html": row["html"],
        "edited": row["edited_at"] is not None,
        "reply_to": row["reply_to"],
        "id": row["id"],
        "relayed": row["relayed"],
    }


def _place(entry: JSON) -> int:
    return int(entry["seq"])


def _name(entry: JSON) -> str:
    return speaker_of(entry["relayed"]) or str(entry["author"]["name"])


def _threaded(entries: list[JSON]) -> list[JSON]:
    shown = [_shown(entry) for entry in entries]
    answers = [entry | {"by": entry["author"]} for entry in shown if entry["kind"] == "answer"]
    return [
        entry | {"answers": [answer for answer in answers if answer["reply_to"] == entry["id"]]}
        for entry in shown
        if entry["kind"] != "answer"
    ]


def _shown(entry: JSON) -> JSON:
    shown = {"html": stored_html(entry["html"]), "moment": datetime.fromisoformat(entry["at"])}
    return entry | shown | {"relayed": speaker_of(entry["relayed"])}


def _line(entry: JSON, time: str) -> str:
    """Who spoke, and the words further in on every line: nobody can write the next speaker's head into their words."""
    words = indent(entry["body"], "    ", lambda _line: True)
    return f"{time}  {_spoken_by(entry)}{_kind(entry)}\n{words}"


def _spoken_by(entry: JSON) -> str:
    """Who is shown as having said it: of relayed words not their author, who is named as having entered them."""
    if not entry["relayed"]:
        return with_badge(entry["author"])
    by = with_badge(entry["author"])
    return _("%(speaker)s (entered by %(by)s)", speaker=speaker_of(entry["relayed"]), by=by)


def _kind(entry: JSON) -> str:
    return {"question": " " + _("(question)"), "answer": " " + _("(answer)")}.get(entry["kind"], "")
