"""A force's own words, as JSON."""

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from moderation.lists import words_service as service
from moderation.lists.words_service import NewWord

api = Api()


class WordBody(msgspec.Struct):
    """A word or phrase, the list that it goes to (`abuse`: held; `allowed`: let pass), and why."""

    list: str
    entry: str
    why: str


class WordAnswer(msgspec.Struct):
    """A word on a list of the force."""

    id: str
    list: str
    entry: str
    why: str
    by: str


class WordsAnswer(msgspec.Struct):
    """All of them, by list and alphabet."""

    items: list[WordAnswer]


class AddedAnswer(msgspec.Struct):
    """The new word's id."""

    id: str


class TrialAnswer(msgspec.Struct):
    """How many of the last `looked_at` messages would be held, or held no more, with the word."""

    looked_at: int
    changed: int


@api.get("/moderation/words", permission=Permission.WORDS_LIST, answer=WordsAnswer, summary="The force’s own words")
async def list_words(call: Call[None, None]) -> WordsAnswer:
    """The force's own words."""
    rows = await service.list_words(call.viewer)
    return WordsAnswer([WordAnswer(row["id"], row["list"], row["entry"], row["why"], row["by"]) for row in rows])


@api.post(
    "/moderation/words/try",
    permission=Permission.WORDS_LIST,
    body=WordBody,
    answer=TrialAnswer,
    summary="What listing a word would have changed about the last messages",
)
async def try_word(call: Call[WordBody, None]) -> TrialAnswer:
    """Nothing is stored."""
    trial = await service.try_word(call.request.app, call.viewer, _new(call.body))
    return TrialAnswer(trial.looked_at, trial.changed)


@api.post(
    "/moderation/words",
    permission=Permission.WORDS_LIST,
    body=WordBody,
    answer=AddedAnswer,
    status=201,
    summary="List a word for the force",
)
async def add_word(call: Call[WordBody, None]) -> AddedAnswer:
    """It is in use everywhere within seconds."""
    return AddedAnswer(await service.add_word(call.request.app, call.viewer, _new(call.body)))


@api.delete("/moderation/words/{id}", permission=Permission.WORDS_LIST, summary="Take a word off the list")
async def remove_word(call: Call[None, None]) -> None:
    """It is out of use everywhere within seconds."""
    await service.remove_word(call.request.app, call.viewer, call.path["id"])


def _new(body: WordBody) -> NewWord:
    return NewWord(body.list, body.entry, body.why)
