"""Numbers that a word holds: "triple", "biennial", "bicameral", "a fortnight", "the second"."""

import re
from collections.abc import Iterator

_PREFIXES = {
    "bi": 2, "di": 2, "du": 2, "tri": 3, "quadri": 4, "quadru": 4, "quadr": 4, "tetra": 4, "penta": 5, "quinque": 5, "quintu": 5,
    "hexa": 6, "sextu": 6, "hepta": 7, "septu": 7, "octa": 8, "octo": 8, "octu": 8, "deca": 10,
}  # fmt: skip
_BEHIND = (
    r"ads?|angles?|angular|annual|archy|athlon|axial|cameral|centenary|centennial|ceps|chotom|chromatic|color|colour|cultural|cuspid"
    r"|dent|ennia|ennium|furcat|glot|gon|hedr|lateral|lingual|lobed|log|maran|metallic|meter|monthly|nary|national|nity|nomial|partisan"
    r"|partite|ped|plane|plets?|plex|plicat|ply|pods?|polar|pole|ptych|racial|reme|section|sect|sexual|syllab|umvir|valent|valve|weekly"
    r"|yearly"
)
PREFIXED = re.compile(rf"\b(?P<prefix>{'|'.join(_PREFIXES)})(?:{_BEHIND})", re.IGNORECASE)
_WORDS = {
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE): count
    for words, count in (
        (
            r"twofold|two-fold|duos?|duets?|dual\w*|twins?|doubl\w+|twice|couples?|pairs?|both|neither|either|each other|every other"
            r"|fortnight(?:ly)?",
            2,
        ),
        (r"treble[ds]?|trebling|tripl\w+|threefold|three-fold|thrice|trios?", 3),
        (r"quadrupl\w+|fourfold|four-fold|quartets?|quarterly", 4),
        (r"fivefold|five-fold|quintets?", 5),
        (r"tenfold|ten-fold", 10),
        (r"scores?", 20),
        (r"centenary|centennial", 100),
        (r"bicentenary|bicentennial", 200),
    )
}


def manifold(text: str) -> Iterator[int]:
    """Every number that a word of the text holds."""
    yield from (count for words, count in _WORDS.items() if words.search(text))
    yield from (_PREFIXES[match["prefix"].casefold()] for match in PREFIXED.finditer(text))
