"""What the cast said on evenings of the last two months, so that a past month of the demonstration is not empty."""

from dataclasses import dataclass
from typing import Final

from server.demonstration.talk import LAST_WEEK, Line


@dataclass(frozen=True)
class Evening:
    """A surgery that is over: `host` held it."""

    title: str
    host: str
    lines: tuple[Line, ...]


EVENINGS: Final = (
    Evening("Parking and speeding by the school", "hughes", LAST_WEEK),
    Evening(
        "Bikes, sheds and keys",
        "okafor",
        (
            Line("okafor", "Good evening! Tonight it is about bikes and sheds. What have you seen?"),
            Line("rosa", "Two sheds in Mill Row were broken into on Saturday. Is anybody looking at it?", "sheds"),
            Line("amir", "Mine was one of them. They took the mower and left the bikes."),
            Line("okafor", "I am sorry, Amir. We have the camera of the shop and are looking at it.", answers="sheds"),
            Line("rosa", "Can we have our bikes marked somewhere?", "marked"),
            Line("okafor", "Yes: on the first Saturday of each month, at the library, for nothing.", answers="marked"),
            Line("amir", "That is good to know. I will bring both of ours."),
            Line("rosa", "So will I. Thank you, Ada."),
        ),
    ),
    Evening(
        "Evenings in the park",
        "hughes",
        (
            Line("hughes", "Good evening everybody. You asked for the park, so let’s talk about the park."),
            Line("amir", "The gate by the pond has no lock any more, and people drive in at night.", "gate"),
            Line("rosa", "I walk the dog there, and I turn round when I see headlights."),
            Line("hughes", "The council mends the gate next week. Until then we walk through at ten.", answers="gate"),
            Line("rosa", "Could the lamps stay on until eleven?", "lamps"),
            Line("hughes", "I will ask the council, and bring the answer here.", answers="lamps"),
            Line("amir", "It was much quieter last Friday, by the way."),
            Line("hughes", "That is good to hear. Tell us again if it changes."),
        ),
    ),
    Evening(
        "Calls at the door and on the phone",
        "okafor",
        (
            Line("okafor", "Hello! Tonight it is about people who call and are not who they say."),
            Line("rosa", "Somebody rang my mother and said he was from the bank. She hung up.", "bank"),
            Line("okafor", "She did right. Ring the bank yourself, on the number on your card.", answers="bank"),
            Line("amir", "How do I know that an officer at the door is one?", "officer"),
            Line("okafor", "Ask for name and number and call 101. We are glad to wait outside.", answers="officer"),
            Line("amir", "Thank you. I will tell the neighbours, most of them are over seventy."),
            Line("rosa", "There is a leaflet about it in the library, too."),
        ),
    ),
)
