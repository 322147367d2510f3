"""What the cast and their neighbours want the police to work on, and what came of the round that is over."""

from typing import Final

from server.demonstration.round_steps import Adopted, Deed, Idea

PAST: Final = (
    Idea("school", "rosa", "Cars too fast past the school in Castle Street",
         "Between half past eight and nine, and again at three, cars come down the hill much faster than 20. Children "
         "cross there, and the lollipop lady has been passed on the wrong side.",
         "Castle Street", "School days, 8.30 to 9 and at 3", "About 200 children and who brings them", 21,
         card={"known": "Our own count in one week: 212 cars an hour over 20 at half past eight.",
               "can": "Check the speed, stop drivers, and teach who brings children.",
               "cannot": "We can’t put up signs or humps: roads are the council’s.",
               "others": "Glanmor Council, for signs and the crossing."}),
    Idea("sheds", "amir", "Sheds and bikes broken into in Mill Row",
         "Four sheds in six weeks, and two bikes from the yard behind the library. Nobody knows how to lock them well.",
         "Mill Row", "At night, mostly at weekends", "Everybody with a back gate", 17),
    Idea("pavement", 3, "Cars parked on the pavement in Market Square",
         "With a pram or a wheelchair one has to go into the road. It is worst on market days.",
         "Market Square", "Market days", "People with prams, sticks and wheelchairs", 15),
    Idea("park", 30, "Motorbikes in the park at night",
         "Two or three of them ride from the pond to the bandstand and back, without lights.",
         "Castle Park", "Around ten, most nights", "Whoever walks home through the park", 14),
    Idea("callers", 33, "Callers at the door who are not who they say",
         "They say that they come from the water or from the bank, and want to come in.",
         "", "In the mornings", "Older people, mostly", 9),
    Idea("dogs", 40, "Dogs without a lead by the harbour", "Two children were knocked over in one month.",
         "Harbour Walk", "Sunny afternoons", "Families", 4),
)  # fmt: skip

CAMPS: Final[tuple[tuple[int, tuple[tuple[str, ...], ...]], ...]] = (
    (28, (("school", "sheds", "pavement"), ("school", "sheds", "pavement"), ("school", "sheds"), ("school", "pavement"),
          ("school", "sheds", "pavement"))),
    (18, (("park", "callers"), ("park",), ("park", "callers", "dogs"), ("park", "dogs"))),
)  # fmt: skip
"""So many neighbours vote like this, in turn: two that want different things, and the smaller is not outvoted."""

ADOPTED: Final = (
    Adopted(
        "school", "neighbourhood team", "Sgt",
        "We check the speed on two mornings a week until it is down, and say each month what we found.",
        (
            Deed(4, "hughes", "We stood in Castle Street with the camera on **two mornings**. Eleven drivers hear from "
                 "us."),
            Deed(20, "okafor", "The council has put up a sign that shows drivers their speed, on the hill and by the "
                 "school.", "Glanmor Council", (), "sign", "A round sign by a road that shows a smiling face and 19"),
            Deed(45, "hughes", "Counted again in the same week of the month, at the same hour. We go on coming by.",
                 figures=(("Cars over 20 in an hour at half past eight", "212", "64"),
                          ("Fastest car", "47 mph", "31 mph"))),
        ),
        {"fixed": 14, "better": 9, "same": 4, "worse": 1},
    ),
    Adopted(
        "park", "neighbourhood team", "PC",
        "We walk through the park from nine to midnight on four nights a week, and take bikes away after one warning.",
        (
            Deed(6, "okafor", "First night on foot: we spoke to two riders and gave two warnings."),
            Deed(38, "okafor", "One bike was taken away. The barrier at the lower gate is late: the council now says "
                 "that it comes next quarter.", figures=(("Calls about motorbikes in a month", "19", "16"),)),
        ),
        {"fixed": 1, "better": 6, "same": 9, "worse": 4},
    ),
    Adopted(
        "sheds", "neighbourhood team", "PC",
        "We mark bikes for nothing each month, and visit every shed that was broken into within two days.",
        (
            Deed(12, "okafor", "We marked 43 bikes outside the library, and looked at 18 locks."),
            Deed(50, "okafor", "No shed in Mill Row was broken into in six weeks.",
                 figures=(("Sheds broken into in six weeks", "4", "0"), ("Bikes marked", "0", "97"))),
        ),
        {"fixed": 8, "better": 10, "same": 5},
    ),
)  # fmt: skip

NOW: Final = (
    Idea("lamps", "rosa", "Street lamps out in Bridge Lane",
         "Five lamps between the chapel and the bridge are dark. People walk in the road to stay in the light of the "
         "cars, and some don’t go out at all.",
         "Bridge Lane", "After dark", "Whoever comes home from the late shift or the late bus", 16),
    Idea("loud", "amir", "Loud cars round Market Square after midnight",
         "They meet on Fridays and go round and round with their windows open. Nobody in the Square sleeps.",
         "Market Square", "Fridays and Saturdays, midnight to two", "Everybody who lives in the Square", 19,
         card={"known": "Nine calls in the last month, all on Fridays and Saturdays.",
               "can": "Be there, note numbers, and take a car away after a warning.",
               "cannot": "We can’t close the Square at night.",
               "others": "Glanmor Council could close it to through traffic at night."}),
    Idea("racing", 12, "Racing at night round Market Square", "Cars race each other from the bridge to the Square.",
         "Market Square", "Weekends", "", 6, like="loud"),
    Idea("ramp", 7, "Vans that block the ramp by the chapel",
         "Who uses a wheelchair can’t get up to the chapel, the doctor or the bus when a van stands there.",
         "Chapel Street", "Working days, before noon", "People in wheelchairs, and with prams", 12),
    Idea("phone", 33, "Older people rung up by somebody who says he is the police",
         "He asks for the card and sends somebody to fetch it. Three of us were called in one week.",
         "", "In the daytime", "People over seventy", 11),
)  # fmt: skip
