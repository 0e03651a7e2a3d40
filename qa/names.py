"""Names as writers vary them: states and their capitals, abbreviations and what they stand for, titles."""

import re
from collections.abc import Iterable, Iterator

# For one state: its name, short forms, people and capital, as writers on international affairs use them.
_STATES = {
    "Northkorea": "North Korea|North Korean|North Koreans|DPRK|Democratic People's Republic of Korea|Pyongyang|the North",
    "Southkorea": "South Korea|South Korean|South Koreans|ROK|Republic of Korea|Seoul|Korea|Korean|Koreans|the South",
    "Unitedstates": "United States|U.S.|US|USA|U.S.A.|America|American|Americans|Washington",
    "China": "Chinese|PRC|People's Republic of China|Beijing",
    "Japan": "Japanese|Tokyo",
    "Russia": "Russian|Russians|Moscow",
    "Sovietunion": "Soviet Union|Soviet|Soviets|USSR|U.S.S.R.",
    "Ukraine": "Ukrainian|Ukrainians|Kyiv",
    "Britain": "Great Britain|British|Briton|Britons|United Kingdom|U.K.|UK|London",
    "Germany": "German|Germans|Berlin",
    "France": "French|Paris",
    "India": "Indian|Indians|New Delhi|Delhi",
}
_FORMS = {form: state for state, forms in _STATES.items() for form in [state, *forms.split("|")]}
PLACES = frozenset(_STATES)
CAPITALS = frozenset("Pyongyang Seoul Washington Beijing Tokyo Moscow Kyiv London Berlin Paris Delhi".split())
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)+")
_LONGEST_FIRST = "|".join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True))
_ANY_FORM = re.compile(rf"(?<![\w.])(?!the (?:North|South) [A-Z])(?:{_LONGEST_FIRST})(?![\w$])")
SMALL = frozenset("of for and the on in".split())  # words that an abbreviation leaves out
_ABBREVIATION = re.compile(r"\b[A-Z]{2,8}\b")
_TITLES = "Mr|Ms|Mrs|Dr|Gen|Adm|Rep|Sen|President|Minister|Secretary|Undersecretary|Prime Minister|Chairman|Ambassador|Commander"
_TITLED = re.compile(rf"\b({_TITLES})\.? ((?:[A-Z](?:\.|[\w-]+)(?: |(?!\w)))+)")


def with_states_folded(text: str) -> str:
    """Every form of a state's name as one word: "Seoul", "South Korean" and "ROK" become "Southkorea"."""
    return _ANY_FORM.sub(lambda match: _FORMS[match[0]], text.replace("’", "'"))


def named_after_states(text: str, names: str) -> list[str]:
    """The names of several words that both have and of which one is a state's: "Seoul Wire Digest" is no speech of Seoul's."""
    found = []
    for match in _NAME.finditer(text):
        words = match[0].split()
        spans = ((start, end) for start in range(len(words)) for end in range(len(words), start + 1, -1))
        whole = next((" ".join(words[start:end]) for start, end in spans if " ".join(words[start:end]) in names), "")
        found += [whole] if whole and _ANY_FORM.search(whole) else []
    return found


def in_one_word(text: str, names: Iterable[str]) -> str:
    """With "Seoul_Wire_Digest" for each of these names."""
    for name in names:
        text = re.sub(rf"\b{re.escape(name)}\b", name.replace(" ", "_"), text)
    return text


def abbreviations(text: str, other: str) -> list[str]:
    """The abbreviations of the other text that this one has not, and that some words of it abbreviate to."""
    wanted = set(_ABBREVIATION.findall(other)) - set(_ABBREVIATION.findall(text))
    if not wanted:
        return []
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in SMALL]
    return sorted(name for name in wanted if _spelled(name, words))


def spelled_out(text: str, other: str) -> list[str]:
    """The words of the other text that the abbreviations of this one stand for, by their first letters: "Havn Port Fund" for HPF."""
    words = [match for match in re.finditer(r"[^\W\d_]+", other) if match[0] not in SMALL]
    # "US Forces Korea" is USFK: what is short itself gives all its letters.
    letters = [
        (letter, word)
        for word in words
        for letter in (word[0] if word[0].isupper() and word[0] in _FORMS else word[0][0])
    ]
    first = "".join(letter for letter, _ in letters)
    starts = ((first.find(name), len(name)) for name in dict.fromkeys(_ABBREVIATION.findall(text)))
    ends = ((letters[start][1], letters[start + length - 1][1]) for start, length in starts if start >= 0)
    return [other[one.start() : last.end()] for one, last in ends]


def is_title(word: str) -> bool:
    """Whether a word announces a name: "Gen", "Minister"."""
    return re.fullmatch(_TITLES, word.rstrip(".")) is not None


def titled(text: str) -> dict[str, set[str]]:
    """The words of the names behind each title: {"Gen": {"Xavier", "Brunson"}}."""
    found: dict[str, set[str]] = {}
    for title, names in _TITLED.findall(text):
        found.setdefault(title, set()).update(names.split())
    return found


def as_written(state: str, text: str) -> str:
    """The form in which a text names a state that was folded to one word."""
    return next((form[0] for form in _ANY_FORM.finditer(text) if _FORMS[form[0]] == state), state)


def _spelled(abbreviation: str, words: list[str]) -> bool:
    """Whether the beginnings of some words in a row spell the abbreviation: "operational control" spells OPCON."""
    return any(_spells(abbreviation.casefold(), _beginnings(words, start)) for start in range(len(words)))


def _beginnings(words: list[str], start: int) -> list[str]:
    return [word.casefold() for word in words[start : start + 8]]


def _spells(rest: str, words: list[str]) -> bool:
    if not rest:
        return True
    return bool(words) and any(_spells(rest[length:], words[1:]) for length in _common(rest, words[0]))


def _common(rest: str, word: str) -> Iterator[int]:
    """How many letters a word may give: at least its first."""
    length = 0
    while length < min(len(rest), len(word)) and rest[length] == word[length]:
        length += 1
        yield length
