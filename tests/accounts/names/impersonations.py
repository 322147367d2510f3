"""Names that an impostor would try, made by rules from an officer's real name, rank and force."""

from collections.abc import Callable, Iterator, Mapping

Rule = Callable[[str], str]

_CYRILLIC = str.maketrans("aeopcxyABEHKMOPCTX", "аеорсхуАВЕНКМОРСТХ")
_GREEK = str.maketrans("oAEHIKMNOPTYX", "οΑΕΗΙΚΜΝΟΡΤΥΧ")
_LEET = str.maketrans("aeiostAEIOST", "431057431057")
_DIGITS = str.maketrans("bgzBGZ", "892892")


def _wide(name: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name)


def _bold(name: str) -> str:
    return "".join(
        chr(0x1D400 + ord(letter) - 65) if "A" <= letter <= "Z" else
        chr(0x1D41A + ord(letter) - 97) if "a" <= letter <= "z" else letter
        for letter in name
    )  # fmt: skip


def _circled(name: str) -> str:
    return "".join(
        chr(0x24D0 + ord(letter) - 97) if "a" <= letter <= "z" else letter for letter in name.lower()
    )  # fmt: skip


OF_A_NAME: Mapping[str, Rule] = {
    "as it is": str,
    "small": str.lower,
    "capitals": str.upper,
    "swapped": str.swapcase,
    "backwards": lambda name: " ".join(reversed(name.split())),
    "as in a directory": lambda name: ", ".join(reversed(name.split())),
    "together": lambda name: name.replace(" ", ""),
    "together backwards": lambda name: "".join(reversed(name.split())),
    "dotted": lambda name: name.replace(" ", "."),
    "hyphened": lambda name: name.replace(" ", "-"),
    "letter by letter": " ".join,
    "letter by letter, dotted": lambda name: ".".join(name.replace(" ", "")),
    "wide spaces": lambda name: name.replace(" ", "   "),
    "no-break space": lambda name: name.replace(" ", "\u00a0"),
    "zero width": lambda name: "\u200b".join(name),
    "soft hyphens": lambda name: "\u00ad".join(name),
    "joiners": lambda name: "\u200d".join(name),
    "turned round": lambda name: f"\u202e{name[::-1]}\u202c",
    "isolated": lambda name: f"\u2066{name}\u2069",
    "accents": lambda name: name.replace("a", "à").replace("u", "ü").replace("i", "í"),
    "marks below": lambda name: name.replace("a", "a\u0323").replace("u", "u\u0331").replace("i", "i\u0330"),
    "Cyrillic": lambda name: name.translate(_CYRILLIC),
    "Greek": lambda name: name.translate(_GREEK),
    "wide": _wide,
    "mathematical": _bold,
    "circled": _circled,
    "digits": lambda name: name.translate(_LEET),
    "more digits": lambda name: name.translate(_DIGITS),
    "I for l": lambda name: name.replace("l", "I").replace("i", "l"),
    "cl for d": lambda name: name.replace("d", "cl"),
    "vv for w": lambda name: name.replace("w", "vv"),
    "a letter twice": lambda name: name[:3].replace(name[1], name[1] * 2, 1) + name[3:],
    "the last letter twice": lambda name: name + name[-1],
    "a letter after it": lambda name: f"{name}x",
    "between x": lambda name: f"x{name}x",
    "a number after it": lambda name: f"{name} 2",
    "a year after it": lambda name: f"{name}1987",
    "the real": lambda name: f"The real {name}",
    "really": lambda name: f"Its{name.replace(' ', '')}",
    "title": lambda name: f"Mrs {name}",
    "place": lambda name: f"{name}, Cathays",
    "apostrophe": lambda name: f"{name[:2]}'{name[2:]}",
    "tick": lambda name: f"{name} ✓",
    "shield": lambda name: f"🛡 {name}",
    "another tick": lambda name: f"{name} ꪜ",
    "blue light": lambda name: f"{name} 🚨",
    "enclosed": lambda name: f"{name} P\u20dd",
    "Greenlandic": lambda name: name.replace("k", "ĸ").replace("e", "ǝ"),
    "African": lambda name: name.replace("o", "ɔ").replace("e", "ɛ"),
    "of a scribe": lambda name: name.replace("k", "ꝃ").replace("g", "ᵹ").replace("i", "ꟾ"),
    "stroke inside": lambda name: f"{name[:2]}ˌ{name[2:]}",
    "stroke above": lambda name: f"{name[:2]}ˈ{name[2:]}",
    "half ring inside": lambda name: f"{name[:2]}ʿ{name[2:]}",
    "star above": lambda name: f"{name} Zeb\u20f0",
    "little pc above": lambda name: f"{name} Zeb\u1dee\u0368",
    "mark on nothing": lambda name: f"{name} Zeb \u030c",
}
"""What is done to `Ada Okafor`."""

OF_A_RANK: Mapping[str, Rule] = {
    "before": lambda rank: f"{rank} Bronwen",
    "before, small": lambda rank: f"{rank.lower()} bronwen",
    "before, dotted": lambda rank: f"{rank}. Bronwen",
    "before two": lambda rank: f"{rank} Bronwen Tudor",
    "together": lambda rank: f"{rank}Bronwen",
    "with a number": lambda rank: f"{rank} 7734",
    "with a number, together": lambda rank: f"{rank}7734",
    "hyphened": lambda rank: f"{rank}-Bronwen",
    "letter by letter": lambda rank: f"{' '.join(rank)} Bronwen",
    "dotted inside": lambda rank: f"{'.'.join(rank)} Bronwen",
    "digits": lambda rank: f"{rank.translate(_LEET)} Bronwen",
    "Cyrillic": lambda rank: f"{rank.translate(_CYRILLIC)} Bronwen",
    "wide": lambda rank: f"{_wide(rank)} Bronwen",
    "zero width": lambda rank: "\u200b".join(rank) + " Bronwen",
    "taken apart": lambda rank: f"{rank[:1]} {rank[1:]} Bronwen",
    "in brackets": lambda rank: f"Bronwen ({rank})",
}
"""What is done to `Sgt`."""

RANKS = ("PC", "Sgt", "PCSO", "Insp", "Sergeant", "Constable", "Inspector", "Rhingyll", "Cwnstabl", "Arolygydd")
OF_NOBODY = """
Police|Heddlu|Neighbourhood Team|Cathays Neighbourhood Team|Safer Neighbourhoods|South Wales Police|SWP Cathays|Gwent
South Wales|De Cymru|Heddlu De Cymru|Chief Constable|Special Constable|The Constable|Sergeant|Constable|Inspector
Chief Inspector|Detective Sergeant|Swyddog|Prif Gwnstabl|999|Call 999|Dial 101|1O1 999|Bluelamp|B1ue Iamp|Admin
Administrator|Moderator|Official|Verified|Gwen Verified|Staff|Support|Control Room|Front Counter|Security|S.gt Bob
resident 4821|a former member|Crime Commissioner|Community Support Officer|Swyddog Heddlu|DI Jones|DCI Hunt
Policja Bronwen|Bronwen Polizei|Policía|Poliția Bronwen|Bronwen 警察|警 Bronwen|公安|경찰 Bronwen|Полиция
Bronwen Полиция|Поліція|Милиция|شرطة|Bronwen شرطة|پولیس|पुलिस Bronwen|পুলিশ|ਪੁਲਿਸ|Αστυνομία|משטרה|Konstable Bronwen
Constabel Bronwen|Inspektor Bronwen|C.I.D. Bronwen|Bronwen Certified|Bronwen Authenticated|Old Bill
"""


def of_officers(names: list[str]) -> Iterator[tuple[str, str]]:
    """Each rule of names on each officer, by the rule's name; where a rule changes nothing it is left out but once."""
    for officer in names:
        seen: set[str] = set()
        for about, rule in OF_A_NAME.items():
            if (made := rule(officer)) not in seen:
                seen.add(made)
                yield f"{officer}: {about}", made


def of_ranks() -> Iterator[tuple[str, str]]:
    """Each rule of ranks on each rank."""
    for rank in RANKS:
        for about, rule in OF_A_RANK.items():
            yield f"{rank}: {about}", rule(rank)
