"""What Rosa's neighbourhood talked about between surgeries in the last weeks: a topic in every state."""

from typing import Final

from server.demonstration.forum_steps import Act, Post, Topic

HERE: Final = (
    Topic("How this forum works, and when to call us instead", "notices", 55, (
        Post("hughes", "Welcome to the forum of the Old Town. Ask, tell us what you see, and answer each other.\n\n"
             "- We read here every working day, and mark what we answer **on behalf of the police**.\n"
             "- Please name no people and no house numbers.\n"
             "- A crime that happens now is for **999**, one that has happened for **101**."),
        Act("hughes", "pin"),
        Post("rosa", "Good to have this. I can never come to the station in the daytime.", 20),
    )),
    Topic("Speeding in Castle Street at half past eight", "traffic", 41, (
        Post("rosa", "Cars drive far too fast past the school when the children arrive. It is worst on Mondays."),
        Post("amir", "Same here. Yesterday one went round the lollipop lady.", 4),
        Post("olga", "It is our way to work from Riverside. A sign that shows the speed would help me, honestly.", 9),
        Post("hughes", "We stand there with the speed camera on **two mornings next week**, and I will write down "
             "here what we found.", 22, official=True, promised=9),
        Post("rosa", "Thank you! I will look out for you.", 2, to=4),
        Post("hughes", "We were there on Monday and Wednesday: 11 of 140 cars were too fast, and two of them will "
             "hear from us. The council puts up a speed sign after half-term.", 190),
        Act("hughes", "keep", number=4, hours=1),
        Act("rosa", "solve", number=6, hours=6),
        Post("amir", "It is much better now.", 30),
    ), street="Castle Street"),
    Topic("Motorbikes in the park after ten", "antisocial-behaviour", 12, (
        Post("amir", "For two weeks now, nearly every night around ten, they ride from the pond to the bandstand and "
             "back. The dogs are terrified, and so am I on the way home."),
        Post("rosa", "I hear them up in Mill Row. Last night it was after eleven.", 3),
        Post("olga", "They come over the footbridge from Riverside. Two bikes, sometimes three.", 5),
        Post("amir", "Three on Friday. One has no lights at all.", 2, to=3),
        Post("rosa", "My neighbour was nearly hit by the bandstand.", 6, to=1),
        Post("okafor", "Thank you, this helps us to know when to be there. Did anybody see where they leave the "
             "park?", 12),
        Post("olga", "By the lower gate, towards the retail park.", 2, to=6),
        Post("amir", "Yes, the lower gate. There is no barrier there since the summer.", 1, to=6),
        Post("okafor", "From Thursday we patrol the park on foot **from nine to midnight**, and we have asked the "
             "council for a barrier at the lower gate. After one warning we can take a bike away.\n\n"
             "I will tell you here what came of it.", 24, official=True, promised=12),
        Post("rosa", "That is good news.", 3, to=9),
        Post("amir", "I saw you on Thursday, and it was quiet. On Saturday they were back for ten minutes.", 96),
        Post("okafor", "Noted, thank you. We will be there on Saturdays too.", 14, to=11),
    ), street="Castle Park"),
    Topic("Street lamps out in Bridge Lane", "general", 3.2, (
        Post("rosa", "Five lamps between the chapel and the bridge have been out since Sunday. People walk in the "
             "road to stay in the light of the cars.", picture="lamps", alt="A row of street lamps at night, none of "
             "them lit"),
        Post("amir", "The one at our corner flickers, too.", 7),
        Post("jo", "I have passed this on to the council’s lighting team. They have the number of each lamp "
             "now.", 18),
    ), street="Bridge Lane"),
    Topic("Is it anyone’s job to mend a lamp?", "general", 2.6, (
        Post("olga", "I walk down Bridge Lane from the late shift, and it is pitch dark. Who mends them?"),
        Post("jo", "There is a topic about them already, with an answer from the council.", 5),
        Act("mo", "merge", "Street lamps out in Bridge Lane", hours=10),
    )),
    Topic("The gate by the pond has no lock", "antisocial-behaviour", 33, (
        Post("amir", "Since the lock is gone people drive into the park at night.", picture="gate",
             alt="A park gate that stands open, with no lock on it"),
        Post("jo", "The council has ordered a new one. It comes next week.", 28),
        Post("hughes", "Until then we walk through at ten, every evening.", 5),
        Post("jo", "The new lock is on. The keys are with the fire brigade and the park keeper.", 140),
        Act("amir", "solve", number=4, hours=8),
    ), street="Castle Park"),
    Topic("The broken window in Market Square", "antisocial-behaviour", 29, (
        Post("rosa", "Does anybody know what happened at the bakery on Saturday night?"),
        Post("okafor", "We have spoken to the owner and are looking at the cameras. If you saw something, please "
             "call 101.", 9),
        Post("amir", "I heard glass at about one, and then people running towards the harbour.", 5),
        Act("hughes", "lock", "The case is in court. What is written here could harm it.", hours=60),
    ), street="Market Square"),
    Topic("Parking across the dropped kerb by the chapel", "traffic", 8, (
        Post("olga", "Twice this week I had to push the wheelchair into the road."),
        Post("amir", "It is always Sunday mornings. Where else are people to park?", 4),
        Post("olga", "Anywhere that is not a ramp.", 1, to=2),
        Post("amir", "There is nothing else, that is what I mean.", 1, to=3),
        Post("rosa", "The car park behind the library is open on Sundays, and it is free.", 2, to=4),
        Act("mo", "slow", hours=1),
        Post("olga", "I did not know that. Perhaps the chapel could put it on its notice board.", 20, to=5),
    ), street="Chapel Street"),
)  # fmt: skip
