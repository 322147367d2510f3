"""`bluelamp forum`: a forum as a file, and topics from one, with what is done shown."""

import sys
from pathlib import Path
from typing import Any

import click

from accounts.emails import check_email
from accounts.staffing.members import places_of, staff_member
from forums.exchange.export_service import Kind, export_by_operator
from forums.exchange.import_service import import_topics
from forums.places.service import forum_of_force, forum_of_neighbourhood, staff_forum
from foundation import database
from foundation.errors import NotFound, Refusal
from foundation.permissions import Role, Scope, Viewer
from foundation.settings import Settings
from neighbourhoods.importing import silent
from server.app import create_app
from server.models import MODELS

JSON = dict[str, Any]


async def export(settings: Settings, place: str, kind: Kind, file: Path | None) -> int:
    """Write the forum of a place into a file, or to standard output."""
    await database.connect(settings, MODELS)
    try:
        made = await export_by_operator(await _forum(place), kind)
        with file.open("wb") if file else sys.stdout.buffer as out:
            async for piece in made.pieces:
                out.write(piece)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()
    click.echo(f"{made.topics:,} topics were taken out.", err=True)
    return 0


async def load(settings: Settings, data: bytes, place: str, email: str) -> int:
    """Bring the topics of a file (its bytes) into the forum of a place, as somebody; status 1 if any could not be."""
    await database.connect(settings, MODELS)
    try:
        forum = await _forum(place)
        progress = _progress if sys.stderr.isatty() else silent
        report = await import_topics(
            create_app(settings, ()), await _viewer(email), forum["id"], data, progress
        )  # fmt: skip
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()
    for sentence in report.bad:
        click.echo(sentence)
    click.echo(
        f"{report.added:,} topics were brought in, {report.known:,} were here already, {len(report.bad):,} were bad."
    )
    return 1 if report.bad else 0


async def _forum(place: str) -> JSON:
    """`force:ID` and `staff:ID` are a force's own; all else is a neighbourhood's id."""
    kind, colon, force = place.partition(":")
    if colon and kind == "force":
        return await forum_of_force(force)
    if colon and kind == "staff":
        return await staff_forum(force)
    return await forum_of_neighbourhood(place)


async def _viewer(email: str) -> Viewer:
    """Who brings them in, as the record is now; what they may is asked as always."""
    member = await staff_member(email=check_email(email))
    if member is None or member["suspended_at"] is not None:
        raise NotFound("Nobody who is on the staff now has that address.")
    role = Role(member["role"])
    scope = member["scope"] or (Scope.NEIGHBOURHOODS if role is Role.OFFICER else Scope.FORCE)
    return Viewer(
        id=member["id"],
        name=member["name"],
        role=role,
        force=member["force_id"],
        neighbourhoods=frozenset(await places_of(member["id"])),
        whole_force=scope == Scope.FORCE,
    )


def _progress(done: int, total: int) -> None:
    click.echo(f"\r{done:,} of {total:,}", nl=done >= total, err=True)
