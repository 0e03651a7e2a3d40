"""What names look like: of publishers, of those who write by their office, of the parts of a newspaper."""

import re

_SMALL = frozenset("and of the for at in with from de la von van del to".split())
_ROLES = re.compile(
    r"\b(?:editors?|staff|desk|team|correspondents?|reporters?|bureau|contributors?|columnists?|writers?|editorial board)\b"
    r"|취재팀|논설위원실",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"\b(?:times|herald|messenger|sentinel|record|advocate|register|mirror|guardian|argus|echo|post|journal|daily|press|agency"
    r"|gazette|courier|observer|ledger|review|tribune|chronicle|quarterly|weekly|monthly|magazine|wire|mail|globe|star|standard"
    r"|telegraph|examiner|bulletin|news|today|report|broadcasting|radio|television|tv|network|institute|ministry|cent(?:er|re)"
    r"|council|foundation|university|forum|association|bank|think tank|commission|authority|embassy|society|bureau of"
    r"|department of|office of)\b"
    r"|[가-힣]{2,}(?:일보|신문|뉴스|통신|방송|경제|매일|타임스|연구원|연구소|재단|위원회|부|청)$",
    re.IGNORECASE,
)
_COLUMNS = re.compile(
    r"opinions?|editorials?|commentary|analysis|column|feature[sd]?|interviews?|press releases?|news releases?|releases?"
    r"|statements?|reports?|(?:policy |issue )?briefs?|blogs?|exclusive|breaking(?: news)?|photo news|news analysis|explainer"
    r"|(?:top|local|world|business|national|latest|all) news|news|letters?|research|review|today|for immediate release"
    r"|media notes?|fact sheets?|remarks|readouts?|speech(?:es)?|transcripts?|notices?|engineering|viewpoints?|perspectives?"
    r"|essays?|politics|business|economy|world|society|culture|sports?|science|weather|보도자료|사설|칼럼|단독|기획|인터뷰",
    re.IGNORECASE,
)


def is_name(line: str, longest: int = 5) -> bool:
    """Whether a line could name somebody: so few words, none small that may not be."""
    words = line.split()
    if not words or not 2 <= len(line) <= 80 or len(words) > longest or line[-1] in ".!?:;,…":
        return False
    large = all(word[0].isupper() or not word[0].isascii() or word in _SMALL or word == "&" for word in words)
    return large and words[0][0].isalpha() and not words[-1][0].isdigit()


def is_role(line: str) -> bool:
    """Whether a line names who wrote by their office: "Harbor Desk", "News editors"."""
    capital = line[:1].isupper() and len(line.split()) < 4 and line[-1].isalpha()
    return (capital or is_name(line)) and names_role(line)


def names_role(line: str) -> bool:
    """Whether an office is named in a line."""
    return _ROLES.search(line) is not None


def is_house(line: str) -> bool:
    """Whether a line looks like the name of a publisher, by one of the words that such names are made of."""
    line = line.strip()
    return is_name(line, 6) and _HOUSES.search(line) is not None and not is_column(line) and not names_role(line)


def is_column(line: str) -> bool:
    """Whether a line names a part of a newspaper: it titles nothing and publishes nothing."""
    return _COLUMNS.fullmatch(line.strip(" :[]")) is not None
