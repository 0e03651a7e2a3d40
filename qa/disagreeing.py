"""The sides of a disagreement: two claims, or a claim and a sentence that nobody cited, from different documents. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from qa.citing import Draft, Ref, TiedClaim, plain, quoted
from qa.dating import dated
from qa.opposing import opposed
from qa.shown import scored
from qa.types import Document, Hit

ANSWERS = -2.0  # the reranker's logit from which a sentence is taken to answer the question: docs/decisions/0004
# What a model says of its own answer.
DECLARED = re.compile(
    r"^(?:however, )?(?:the |these |our )?(?:sources|documents|passages|accounts|reports|opinions|forecasts|figures) "
    r"(?:disagree|differ|conflict|contradict|vary|are divided)\b[^.:]{0,60}[.:]?$",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:but|however|whereas|while|others?|another|oppos\w+|instead|contrast|contrary|disput\w+|challeng\w+|reject\w*|den(?:y|ies|ied)"
    r"|dismiss\w*|critic\w*|disagree\w*|differ\w*|doubt\w*|not|no|never)\b",
    re.IGNORECASE,
)
VOICED = re.compile(
    r"\b(?:according to|sa(?:ys?|id)|tells?|told|reports?|reported|reads|holds?|held|argue[sd]?|thinks?|thought|believe[sd]?"
    r"|suggest(?:s|ed)|state[sd]|writes|wrote|expects?|expected|claim(?:s|ed)|maintain(?:s|ed)|puts?|gives|view)\b",
    re.IGNORECASE,
)
_PREFIXED = re.compile(
    r"^(?:the )?(?:sources|documents|passages) (?:disagree|differ|conflict)\s*[:;,–—-]\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims, by their places, that take different sides; the first is of the earlier date where both dates are known."""

    sides: tuple[int, int]
    dated: bool


def declared(drafts: Sequence[Draft]) -> tuple[bool, list[Draft]]:
    """Whether a draft says that its sources disagree, and the drafts without that sentence, which is no claim."""
    kept = [
        replace(draft, text=_capital(_PREFIXED.sub("", draft.text)))
        for draft in drafts
        if not DECLARED.search(draft.text)
    ]
    return len(kept) < len(drafts) or any(
        one.text != other.text for one, other in zip(kept, drafts, strict=False)
    ), kept


def settle(
    question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit], *, told: bool = False
) -> tuple[list[TiedClaim], Disagreement | None]:
    """The claims, with a quoted one for a side that none of them cites, and the disagreement among them.

    ``told``: the model said that its sources disagree; then its claims from different documents are the sides, or claims of one
    document that are set against each other.
    """
    pair = _among(question, claims, hits)
    if pair is not None:
        return list(claims), _dated(pair, claims, hits)
    unseen = _unseen(question, claims, hits)
    if unseen is not None:
        place, ref = unseen
        extra = TiedClaim(quoted(hits[ref.hit].sentences[ref.sentence].text), (ref,), "extracted")
        longer = [*claims[: place + 1], extra, *claims[place + 1 :]]
        return longer, _dated((place, place + 1), longer, hits)
    pair = _apart(question, claims, hits) if told else None
    return list(claims), None if pair is None else _dated(pair, claims, hits)


def side(document: Document, *, later: bool) -> str:
    """A side's source and date, as they stand behind its sentence."""
    return ", ".join(
        filter(
            None,
            [plain(document.publisher or document.title), dated(document), "the later" if later else ""],
        )
    )


def _among(question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[int, int] | None:
    supported = [place for place, claim in enumerate(claims) if claim.supported]
    for one, other in combinations(supported, 2):
        for a in claims[one].refs:
            for b in claims[other].refs:
                if _foreign(hits[a.hit], hits[b.hit]) and opposed(question, _text(a, hits), _text(b, hits)):
                    return one, other
    return None


def _unseen(question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[int, Ref] | None:
    """A claim and the best sentence shown, cited by none, that takes another side."""
    cited = {ref for claim in claims for ref in claim.refs}
    open_ = [ref for score, ref in scored(hits) if score >= ANSWERS and ref not in cited]
    for place, claim in enumerate(claims):
        for ref in open_ if claim.supported else ():
            if any(
                _foreign(hits[a.hit], hits[ref.hit]) and opposed(question, _text(a, hits), _text(ref, hits))
                for a in claim.refs
            ):
                return place, ref
    return None


def _apart(question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[int, int] | None:
    """The first two supported claims from different documents; failing that, of one document, where they are set against each other.

    Those that are set against each other come first. Small models say of any answer that its sources disagree.
    """
    pairs = list(combinations([place for place, claim in enumerate(claims) if claim.supported], 2))
    against = [(a, b) for a, b in pairs if _are_set_against(question, claims[a], claims[b], hits)]
    foreign = [(a, b) for a, b in pairs if _foreign(hits[claims[a].refs[0].hit], hits[claims[b].refs[0].hit])]
    return next(iter([*(pair for pair in against if pair in foreign), *foreign, *against]), None)


def _are_set_against(question: str, one: TiedClaim, other: TiedClaim, hits: Sequence[Hit]) -> bool:
    """Whether the second of two claims from different sentences says that it is of another mind, both say whose word they are, or
    their sentences give other values.
    """
    if set(one.refs) & set(other.refs):
        return False
    texts = ((_text(a, hits), _text(b, hits)) for a in one.refs for b in other.refs)
    if AGAINST.search(other.text) or (VOICED.search(one.text) and VOICED.search(other.text)):
        return True
    return any(opposed(question, a, b) for a, b in texts)


def _dated(pair: tuple[int, int], claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> Disagreement:
    dates = [hits[claims[place].refs[0].hit].document.published for place in pair]
    if dates[0] is None or dates[1] is None or dates[0] == dates[1]:
        return Disagreement(pair, dated=False)
    return Disagreement(pair if dates[0] < dates[1] else (pair[1], pair[0]), dated=True)


def _foreign(one: Hit, other: Hit) -> bool:
    """Of two documents, neither a copy of the other."""
    return (one.document.copy_of or one.document.id) != (other.document.copy_of or other.document.id)


def _text(ref: Ref, hits: Sequence[Hit]) -> str:
    return hits[ref.hit].sentences[ref.sentence].text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
