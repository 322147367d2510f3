"""`bluelamp demo`: the demonstration, on this machine only, with its own embedded database."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import click
from aiohttp import web
from tortoise.exceptions import OperationalError

from accounts.models import Person
from foundation import clock, database, logs
from foundation.models import Mark
from foundation.scheduler import Job
from foundation.settings import Settings
from neighbourhoods.models import Force
from priorities.rounds.moving_service import move_rounds
from server.app import create_app
from server.demonstration import people
from server.demonstration.figures import add_past
from server.demonstration.forum_making import talk_in_forums
from server.demonstration.life import keep_one_surgery_open
from server.demonstration.making import make
from server.demonstration.moderated import give_moderators_work
from server.demonstration.neighbours import add_neighbours
from server.demonstration.rounds_done import hold_a_round
from server.demonstration.rounds_open import MAKING, keep_one_vote_open, move_rounds_that_are_made
from server.features import JOBS
from server.migrate import migrate
from server.models import MODELS
from server.serving import run

_HOST = "127.0.0.1"
_LIVED_THERE = timedelta(days=200)
"""How long ago neighbours came: before the first round that they vote in."""


def serve(settings: Settings, port: int) -> int:
    """Make the demonstration where there is none yet, say who can sign in, and serve it."""
    asyncio.run(prepare(settings))
    _introduce(port)
    # Whoever tries it reads the introduction, not a line for each request.
    logs.configure(logging.WARNING)
    run(demonstration_app(settings), _HOST, port)
    return 0


def demonstration_app(settings: Settings) -> web.Application:
    """The application with the jobs that keep a surgery and a vote open."""
    ours = (Job("keep_one_surgery_open", 2, keep_one_surgery_open), Job("keep_one_vote_open", 2, keep_one_vote_open))
    everybodys = (replace(job, run=move_rounds_that_are_made) if job.run is move_rounds else job for job in JOBS)
    app = create_app(settings, (*everybodys, *ours))
    app[MAKING] = asyncio.Lock()
    return app


async def prepare(settings: Settings) -> None:
    """Make the demonstration's data where there are none, and bring what is kept up to now. Nothing serves it yet."""
    await _check_is_ours(settings)
    await migrate(settings)
    await database.connect(settings, MODELS)
    try:
        made = await _is_made()
        # Two months are said in a second: nobody waits between two lines.
        app = demonstration_app(replace(settings, limits=False))
        if not made:
            click.echo("Making the demonstration force …")
            await make(app)
            await add_past()
            with clock.elsewhen(-_LIVED_THERE):
                await add_neighbours()
            await hold_a_round(app)
            await keep_one_vote_open(app)
            await talk_in_forums(app)
        await keep_one_surgery_open(app)
        await keep_one_vote_open(app)
        if not made:
            await give_moderators_work(app)
    finally:
        await database.close()


async def _check_is_ours(settings: Settings) -> None:
    """Before anything is changed in it, its tables included: it may be a real force's, and of an older version."""
    await database.connect(settings, MODELS)
    try:
        if not await _is_made() and (await Force.exists() or await Person.exists()):
            raise click.ClickException("This database is not a demonstration's: the demonstration leaves it alone.")
    except OperationalError:
        # It has none of our tables yet.
        return
    finally:
        await database.close()


async def _is_made() -> bool:
    return await Mark.filter(name="demonstration").exists()


def _introduce(port: int) -> None:
    click.echo(f"\n  The demonstration: http://{_HOST}:{port}\n")
    click.echo(f"  Type the postcode {people.POSTCODE} to find Rosa’s neighbourhood, or sign in with")
    click.echo(f"  the password {people.PASSWORD} as\n")
    for member in people.CAST:
        click.echo(f"    {member.email:<22} {member.says}")
    click.echo("\n  It listens on this machine only. Stop it with Ctrl+C; what happened is kept.\n")
