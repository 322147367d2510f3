"""The sections that a force begins with. It changes, adds and archives them as it likes, but for the last one."""

from forums.places.models import ForumKind, Section, WhoPosts
from foundation.ids import new_id

GENERAL = "general"
"""The section of whoever names none. It is always there."""

# slug, name, Welsh name, about, Welsh about
_NOTICES = (
    "notices", "Notices", "Hysbysiadau", "What the police and their partners want you to know.",
    "Yr hyn y mae’r heddlu a’u partneriaid am i chi ei wybod.",
)  # fmt: skip
_GENERAL = (
    GENERAL, "General", "Cyffredinol", "Everything that fits nowhere else.", "Popeth nad yw’n perthyn i unman arall.",
)  # fmt: skip
_LOCAL = (
    ("traffic", "Traffic and parking", "Traffig a pharcio", "Speeding, parking, crossings and bikes.",
     "Goryrru, parcio, croesfannau a beiciau."),
    ("antisocial-behaviour", "Antisocial behaviour", "Ymddygiad gwrthgymdeithasol",
     "Noise, litter, vandalism and being made to feel unsafe.", "Sŵn, sbwriel, fandaliaeth a theimlo’n anniogel."),
    ("events", "Events", "Digwyddiadau", "What is on, and what it means for your street.",
     "Beth sydd ymlaen, a beth mae’n ei olygu i’ch stryd."),
    ("young-people", "Young people", "Pobl ifanc", "For and about those who grow up here.",
     "I’r rhai sy’n tyfu i fyny yma, ac amdanynt."),
)  # fmt: skip
_OF = {
    ForumKind.NEIGHBOURHOOD: (_NOTICES, *_LOCAL, _GENERAL),
    ForumKind.FORCE: (_NOTICES, *_LOCAL, _GENERAL),
    ForumKind.STAFF: (_NOTICES, _GENERAL),
}


def default_sections(force_id: str, kind: ForumKind) -> list[Section]:
    """Rows of what a force's forums of this kind begin with: only staff begin topics among the notices."""
    return [
        Section(
            id=new_id(), force_id=force_id, kind=kind, slug=slug, position=position, name=name, name_cy=name_cy,
            about=about, about_cy=about_cy,
            who_posts=WhoPosts.STAFF if slug == "notices" or kind is ForumKind.STAFF else WhoPosts.EMAIL,
            who_replies=WhoPosts.STAFF if kind is ForumKind.STAFF else WhoPosts.EMAIL,
        )
        for position, (slug, name, name_cy, about, about_cy) in enumerate(_OF[kind])
    ]  # fmt: skip
