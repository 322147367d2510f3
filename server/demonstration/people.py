"""Who lives and works in the demonstration: the named cast of the contract."""

from dataclasses import dataclass

from accounts.people import NewPerson
from foundation.permissions import Role

FORCE = "glanmor"
HOME = "GM02"
ELSEWHERE = "GM04"
POSTCODE = "GM2 1AA"
PASSWORD = "bluelamp-demo"  # noqa: S105 -- everybody's, said in the contract; the demonstration is on loopback only


@dataclass(frozen=True)
class DemoPerson:
    """One of the cast; `says` introduces them in the terminal."""

    key: str
    name: str
    role: Role
    says: str
    home: str | None = None
    tier: str = "email"
    rank: str = ""
    number: str = ""
    organisation: str = ""
    post: str = ""
    avatar: str | None = None

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"

    def new_person(self, password_hash: str) -> NewPerson:
        """The person as accounts store them."""
        officer, partner = self.role is Role.OFFICER, self.role is Role.PARTNER
        return NewPerson(
            name=self.name,
            role=self.role,
            email=self.email,
            password_hash=password_hash,
            force=None if self.role is Role.RESIDENT else FORCE,
            home=self.home,
            tier=self.tier,
            rank=self.rank,
            number=self.number,
            organisation=self.organisation,
            post=self.post,
            neighbourhoods=(HOME,) if officer else (),
            confirmed=officer or partner,
            avatar=self.avatar,
        )


CAST = (
    DemoPerson(
        "rosa", "Rosa", Role.RESIDENT, "Rosa, a resident", home=HOME, tier="postcode", avatar="peep-wavy-rose"
    ),
    DemoPerson(
        "amir", "Amir", Role.RESIDENT, "Amir, a resident", home=HOME, tier="postcode", avatar="peep-beard-sea"
    ),
    DemoPerson(
        "okafor", "Ada Okafor", Role.OFFICER, "PC Ada Okafor, an officer", rank="PC", number="4127",
        avatar="officer-twists-sky",
    ),
    DemoPerson(
        "hughes", "Huw Hughes", Role.OFFICER, "Sgt Huw Hughes, an officer", rank="Sgt", number="1182",
        avatar="officer-beard-sun",
    ),
    DemoPerson(
        "jo", "Jo Bevan", Role.PARTNER, "Jo Bevan, a guest host from the council", organisation="Glanmor Council",
        post="Housing officer",
    ),
    DemoPerson("mo", "Mo", Role.MODERATOR, "Mo, a moderator", avatar="peep-bald-glasses-mint"),
    DemoPerson("dee", "Dee", Role.ADMINISTRATOR, "Dee, an administrator", avatar="peep-grey-bun-lilac"),
    DemoPerson("dai", "Dai", Role.ADMINISTRATOR, "Dai, an administrator"),
    DemoPerson("olga", "Olga", Role.RESIDENT, "Olga, a resident of another neighbourhood", home=ELSEWHERE),
)  # fmt: skip
