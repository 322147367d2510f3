"""What the cast say in the demonstration."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`who` says `words`. `question` names a question so that a later line `answers` it."""

    who: str
    words: str
    question: str = ""
    answers: str = ""


LAST_WEEK = (
    Line("hughes", "Good evening everybody, I’m Huw Hughes, your neighbourhood sergeant. Ask away."),
    Line(
        "rosa", "Cars drive far too fast past the school in Castle Street at half past eight. Can you come?", "school"
    ),
    Line("amir", "Same here. It’s worst on Mondays."),
    Line(
        "hughes",
        "We will be there with the speed camera on **two mornings next week**, and I’ll tell you here what we found.",
        answers="school",
    ),
    Line("amir", "Who do I tell about the car that has stood on the pavement for a month?", "car"),
    Line(
        "hughes",
        "The council removes abandoned cars. If it blocks the way for a wheelchair, call us on 101.",
        answers="car",
    ),
    Line("rosa", "Thank you for coming online. I can’t get to the station in the evenings."),
)

TODAY = (
    Line("okafor", "Hello and welcome! I’m Ada Okafor. I’m here until the end of the surgery, so ask me anything."),
    Line(
        "rosa", "Good evening! The street lamps in Bridge Lane have been out since Sunday and people feel unsafe there."
    ),
    Line(
        "amir",
        "There were motorbikes in the park again last night, about ten o’clock. What can you do about it?",
        "bikes",
    ),
    Line(
        "okafor",
        "We know about them. We can take a bike away after one warning, so it helps to know **when and where** they"
        " ride. Tell us here or on 101, and we will plan our patrols by it.",
        answers="bikes",
    ),
    Line("rosa", "Will you be at the market on Saturday?", "market"),
)
