"""Trying the model once, for who runs the server: does it hear, and how fast."""

import asyncio
from pathlib import Path

from moderation.risk.worker_process import WorkerEnded, WorkerProcess

_PATIENCE = 30.0
_SENTENCE = "My neighbour is lying on her kitchen floor and she isn't moving."


async def try_model(folder: Path | None) -> float:
    """Milliseconds that it takes for a sentence; raises WorkerEnded, with the reason, where it hears nothing."""
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _try(folder)
    except TimeoutError:
        raise WorkerEnded("the model does not answer") from None


async def _try(folder: Path | None) -> float:
    worker = await WorkerProcess.start(folder, lambda _text, _answer: None)
    running = asyncio.create_task(worker.run())
    try:
        answer = await worker.ask(_SENTENCE, 1)
    finally:
        running.cancel()
        await worker.end()
    if answer is None or "emergency" not in answer["sure"]:
        raise WorkerEnded("the model hears nothing in a plain emergency: its weights are not those that were trained")
    return float(answer["seconds"]) * 1000
