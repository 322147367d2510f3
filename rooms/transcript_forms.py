"""The transcript in its forms: the page, plain text, or JSON, whichever is asked for."""

from datetime import datetime
from textwrap import indent
from typing import Any

from aiohttp import web

from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import local_date, local_time, render
from foundation.text import stored_html
from rooms.accepting import preferred
from rooms.badge import with_badge
from rooms.messages.relayed import speaker_of
from rooms.minutes.service import with_minutes
from rooms.notice_entries import notices_for_transcript
from rooms.surgeries.cards import card
from rooms.transcript import access_transcript

JSON = dict[str, Any]


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
