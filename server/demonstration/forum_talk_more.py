"""More of what the neighbourhood talked about, and the other forums of the demonstration."""

from typing import Final

from server.demonstration.forum_steps import FORCE_WIDE, STAFF, Act, Post, Topic
from server.demonstration.people import ELSEWHERE

MORE: Final = (
    Topic("Bike marking at the library, every first Saturday", "notices", 20, (
        Post("okafor", "Bring your bike and something with your name on it, between ten and noon. It takes five "
             "minutes and costs nothing."),
        Post("amir", "Do you mark scooters, too?", 14),
        Post("okafor", "We do.", 4, to=2),
    ), street="Library Street"),
    Topic("Roads closed for the autumn fair", "events", 62, (
        Post("okafor", "Market Square and Castle Street are closed to cars on Saturday from eight in the morning to "
             "six. Buses stop at the bridge."),
        Post("rosa", "Is the lower car park open?", 9),
        Post("okafor", "Yes, from Harbour Road.", 3, to=2),
        Act("okafor", "archive", hours=240),
    ), street="Market Square"),
    Topic("Somewhere to skate", "young-people", 15, (
        Post("amir", "My two are thirteen and get sent away wherever they skate. Could the old tennis court be "
             "used?"),
        Post("rosa", "Nobody has played tennis there for years.", 6),
        Post("jo", "It belongs to the council. I will ask the parks team, and bring somebody to the next "
             "surgery.", 30),
        Post("amir", "That would be great. They offer to clean it up themselves.", 5, to=3),
    )),
    Topic("Callers who say they are from the water board", "antisocial-behaviour", 17, (
        Post("rosa", "A man with a yellow vest wanted to “check the taps”. My mother did not let him in."),
        Post("amir", "Same in Mill Row on Tuesday. He left when I asked for a card.", 5),
        Post("okafor", "You both did right. Somebody who is real waits outside while you ring the number **on your "
             "bill**, and does not mind. If they do, call us on 101, or 999 if they will not "
             "leave.", 10, official=True),
        Post("olga", "I have printed this for the stairs of our house.", 30),
    )),
    Topic("Litter pick on Sunday", "events", 6, (
        Post("jo", "Meet at the bandstand at ten. Gloves and bags are there, tea afterwards."),
        Post("rosa", "I am coming, with two children who like to win.", 6),
        Post("amir", "Count me in.", 11),
    )),
    Topic("Who else is in for a neighbourhood watch?", "general", 24, (
        Post("amir", "Some of us in Mill Row would start one. What does it need?"),
        Post("rosa", "I would do it, if it is not about staring at strangers.", 6),
        Post("amir", "Not at all: it is about knowing each other.", 3, to=2),
        Post("hughes", "Five households, a name, and an evening with us. I can come any Tuesday.", 20),
        Post("olga", "Can we do one for both sides of the bridge?", 40),
        Post("hughes", "Yes. Then we ask Riverside’s team to come as well.", 9, to=5),
        Post("rosa", "Seven households so far! Shall we say Tuesday in two weeks?", 70, to=4),
    )),
    Topic("Thank you for Friday", "general", 9, (
        Post("rosa", "Whoever came to the bus stop on Friday evening: you were kind to a very frightened boy. Thank "
             "you."),
        Post("okafor", "I will tell the two of them. It will make their week.", 13),
    )),
    Topic("An alarm in Mill Row that nobody turns off", "general", 0.4, (
        Post("amir", "It has been going on and off since this morning. Does anybody know whose it is?"),
    ), street="Mill Row"),
    Topic("The towpath is dark since the clocks went back", "general", 14, (
        Post("olga", "From the lock to the mill there is not one lamp. Could the trees be cut back at least?"),
        Post("amir", "I cycle there. A bell and a front light help, but not against puddles.", 20),
    ), street="Towpath", forum=ELSEWHERE),
    Topic("New dog bins by the weir", "general", 5, (
        Post("olga", "They are there, and they are used. Small things."),
    ), forum=ELSEWHERE),
    Topic("What Bluelamp’s forums are for", "notices", 60, (
        Post("dee", "Each neighbourhood has a forum of its own. This one is for what concerns all of Glanmor."),
        Act("dee", "pin"),
    ), forum=FORCE_WIDE),
    Topic("What should we look at first this winter?", "general", 11, (
        Post("hughes", "Soon you choose the priorities with us. Tell us here what should be among them, and why."),
        Post("rosa", "Roads near schools, before the dark mornings.", 9),
        Post("olga", "Lights on footpaths. People stop going out.", 16),
        Post("amir", "Scams on the phone: my parents get three calls a week.", 30),
        Post("hughes", "Thank you. We take all three to the round.", 20),
    ), forum=FORCE_WIDE),
    Topic("Handover for the patrols in the park", "general", 7, (
        Post("hughes", "Thursday to Saturday, nine to midnight, start at the lower gate. Ada has the list of what "
             "was seen."),
        Post("okafor", "It is in the running order now. Please write down every bike, also the ones that turn "
             "round.", 6),
    ), forum=STAFF),
    Topic("How we answer about parking", "notices", 21, (
        Post("mo", "Say first who can do something about it: the council for yellow lines, we for a blocked way. "
             "That keeps threads short."),
    ), forum=STAFF),
)  # fmt: skip
