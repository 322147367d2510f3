"""What people say in the load: sentences of the length and kind that a surgery has, none that screening stops."""

from itertools import cycle

SAID = (
    "Good evening, and thank you for holding this so late in the day.",
    "The street light by the bus stop has been out for three weeks now.",
    "Cars go far too fast past the school in the morning, mostly between eight and nine.",
    "Thank you. That is good to know.",
    "There were motorbikes on the field again on Sunday, at least four of them, until after dark. It was *very* loud.",
    "I saw the patrol by the shops on Friday, and it made a difference.",
    "My neighbour's shed was broken into. Nothing was taken, but the lock is gone and she is worried about the winter.",
    "Could the team come to the community centre one afternoon? Many of us there are not online.",
    "The park gate is left open at night.",
    "We put our worries together:\n\n- parking on the pavement\n- the noise behind the shops\n- litter by the river",
)
ASKED = (
    "Will there be more patrols near the school this month?",
    "What should we do when the bikes come back at the weekend?",
    "Who decides where the new camera goes?",
)
ANSWERED = (
    "Yes. From Monday two of us will be there every morning, and we will say on this page what we found.",
    "Tell us when and where, here or on 101, and we plan our patrols by it. We can take a bike away after one warning.",
)

said = cycle(SAID).__next__
asked = cycle(ASKED).__next__
answered = cycle(ANSWERED).__next__
