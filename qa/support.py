"""Does this evidence support this claim? Pure functions over words; no second model.

What these checks cannot see: a relation turned around with the same words ("A sold to B" for "B sold to A"), irony, a changed
name at the very start of a claim that no passage knows, a denial said without a denying word, and anything that needs
knowledge from outside the evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.figures import Figure, figures, has_full_date, in_table, months
from qa.names import PLACES, as_written, titled, with_abbreviations, with_states_folded
from qa.words import NEGATIONS, STOP_WORDS, WORD, content_stems, stem, stems

COVER = 0.5  # share of a claim's content words that its evidence must hold
SPARE = 1  # a claim may lack so many of them whatever the share
SCOPE = 5  # content words after a negation that it is taken to speak of
NO_DENIALS = [
    [stem(word)] for word in "only more less fewer later earlier least just merely worse until".split()
]  # "no more than"
CLAUSE = re.compile(r"[;:—]| (?:and|but|although|though|while|because|which|who) ")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim is held against.

    ``header`` (title, publisher, date) may supply names and dates that a sentence leaves to it; ``passage`` may supply
    names ("he", "the minister") and a table's units, never figures.
    """

    sentences: tuple[str, ...]
    header: str = ""
    passage: str = ""


def problems(claim: str, evidence: Evidence) -> tuple[str, ...]:
    """What speaks against the claim being supported, in words for a reader; empty when nothing does."""
    if any(_flat(claim) in _flat(sentence) for sentence in evidence.sentences):
        return ()
    plain_claim, plain_evidence = _made_comparable(claim, evidence)
    checks = (_unfounded_figures, _unfounded_months, _unfounded_names, _swapped_titles, _turned_denials, _thin_cover)
    found = [problem for check in checks for problem in check(plain_claim, plain_evidence)]
    return tuple(
        re.sub(rf"\b({'|'.join(PLACES)})\b", lambda match: as_written(match[0], claim), each) for each in found
    )


def cover(claim: str, text: str) -> float:
    """Share of the claim's content words, by stem, that the text holds; 1.0 for a claim without content words."""
    wanted = content_stems(claim)
    return len(wanted & set(stems(text))) / len(wanted) if wanted else 1.0


def _made_comparable(claim: str, evidence: Evidence) -> tuple[str, Evidence]:
    """Both with states folded to one word, and abbreviations beside the words that spell them."""
    folded = with_states_folded(claim)
    sentences = tuple(with_abbreviations(with_states_folded(sentence), folded) for sentence in evidence.sentences)
    supply = with_abbreviations(with_states_folded(evidence.passage), folded)
    header = with_abbreviations(with_states_folded(evidence.header), folded)
    return folded, Evidence(sentences, header, supply)


def _unfounded_figures(claim: str, evidence: Evidence) -> Iterator[str]:
    held = [
        figure for sentence in evidence.sentences for figure in figures(sentence) + in_table(sentence, evidence.passage)
    ]
    held += _dates_of_header(claim, evidence, held)
    percents = any(figure.percent for figure in held)
    for figure in figures(claim):
        same = [other for other in held if other.value == figure.value]
        counted = figure.value == len(evidence.sentences) > 1  # "three conditions", and three sentences that name them
        # "between 3 and 5 percent" says percent once; a plain figure never stands for a percentage.
        wrong_kind = not percents if figure.percent else bool(same) and all(other.percent for other in same)
        if (not same and not counted) or wrong_kind:
            yield f"the figure {figure.written} is not in the cited sentences"


def _dates_of_header(claim: str, evidence: Evidence, held: Sequence[Figure]) -> list[Figure]:
    """Year and day of publication, where the sentences leave them to the header."""
    joined, published = " ".join(evidence.sentences), figures(evidence.header)
    left_out = not has_full_date(joined) and (months(claim) or not any(figure.is_year for figure in held))
    years = [figure for figure in published if figure.is_year and left_out]
    return years + [figure for figure in published if not figure.is_year and not months(joined)]


def _unfounded_months(claim: str, evidence: Evidence) -> Iterator[str]:
    held = months(" ".join(evidence.sentences)) or months(evidence.header)
    for month in sorted(months(claim) - held):
        yield f"the month {month} is not in the cited sentences"


def _unfounded_names(claim: str, evidence: Evidence) -> Iterator[str]:
    supply = " ".join([*evidence.sentences, evidence.header, evidence.passage])
    held = set(stems(supply))
    for name in dict.fromkeys(_names(claim, supply)):
        if not set(stems(name)) <= held:
            yield f"the name {name} is not in the cited passage"


def _names(claim: str, supply: str) -> Iterator[str]:
    """Capitalised words. One that begins the claim counts only where it is known as a name."""
    for match in WORD.finditer(claim):
        word = match[0]
        if not word[0].isupper() or word.casefold() in STOP_WORDS or figures(word) or months(f"in {word}"):
            continue
        begins = not re.search(r"[\w,;:]\W*$", claim[: match.start()])
        if not begins or word in PLACES or re.search(rf"[a-z,] {re.escape(word)}\b", supply):
            yield word


def _swapped_titles(claim: str, evidence: Evidence) -> Iterator[str]:
    held = titled(" ".join(evidence.sentences))
    for title, names in titled(claim).items():
        if title in held and not names & held[title]:
            yield f"{title} {', '.join(sorted(names))} is another in the cited sentences"


def _turned_denials(claim: str, evidence: Evidence) -> Iterator[str]:
    joined = " ".join(evidence.sentences)
    nearest = max(evidence.sentences, key=lambda sentence: cover(claim, sentence), default="")
    said, held = _denials(claim), _denials(joined)
    if any(
        denial and not _matched(denial, held) and (not held or denial[0] in content_stems(joined)) for denial in said
    ):
        yield "it denies what the cited sentences do not deny"
    if any(not _matched(denial, said) and _stated(denial, claim) for denial in _denials(nearest)):
        yield "it leaves out a denial that is in the cited sentence"


def _denials(text: str) -> list[list[str]]:
    """For each denial, the stems of the content words that follow it in its clause."""
    found: list[list[str]] = []
    for clause in CLAUSE.split(text):
        words = stems(clause)
        for place, word in enumerate(words):
            if (word in NEGATIONS or word.endswith("n't")) and words[place + 1 : place + 2] not in NO_DENIALS:
                found.append([each for each in words[place + 1 :] if content_stems(each)][:SCOPE])
    return found


def _matched(denial: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    return any(set(denial) & set(other) or not other or not denial for other in others)


def _stated(denial: Sequence[str], text: str) -> bool:
    """Whether a text speaks of what is denied: of its first word, or of half of it."""
    held = content_stems(text)
    return bool(denial) and (denial[0] in held or 2 * len(held & set(denial)) >= len(denial))


def _thin_cover(claim: str, evidence: Evidence) -> Iterator[str]:
    held = set(stems(" ".join([*evidence.sentences, evidence.header])))
    supplied = set(stems(" ".join(_names(claim, evidence.passage)))) & set(stems(evidence.passage))
    wanted = content_stems(claim) - (supplied - held)  # a name that the passage supplies counts neither way
    missing = len(wanted - held)
    if missing > SPARE and missing > (1 - COVER) * len(wanted):
        yield "the cited sentences hold few of its words"


def _flat(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
