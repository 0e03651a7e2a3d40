"""What can break between the passages and the checked claims."""

from dataclasses import replace
from typing import Any

from eval.mutations.swapping import Mutant, always, gives


def _neighbours(sound: Any) -> Any:
    """Each id stands for the sentence after it; for the one before at a passage's end."""

    def refs(marker: str, claim: str, hits: Any, *rest: Any) -> Any:
        for ref in sound(marker, claim, hits, *rest):
            yield ref and replace(ref, sentence=_next(ref.sentence, len(hits[ref.hit].passage.sentences)))

    return refs


def _next(sentence: int, count: int) -> int:
    return sentence + 1 if sentence + 1 < count else max(sentence - 1, 0)


def _shuffled(sound: Any) -> Any:
    return lambda question, hits, *rest: sound(question, [*hits[1:], *hits[:1]], *rest)


def _headerless(sound: Any) -> Any:
    def shown(number: int, hit: Any, *rest: Any) -> Any:
        return f"[{number}] A document\n" + sound(number, hit, *rest).partition("\n")[2]

    return shown


def _first_words(sound: Any) -> Any:
    def complete(*args: Any, **named: Any) -> Any:
        completion = sound(*args, **named)
        words = completion.text.split(" ")
        return replace(completion, text=" ".join(words[: len(words) // 2 + 1]))

    return complete


def _hidden(sound: Any) -> Any:
    """A degraded answer passes for the model's."""

    def drafted(claims: Any, mode: str, model: Any = None, **rest: Any) -> Any:
        if mode == "degraded":
            rest.pop("failure", None)
            return sound(claims, "llm", model, **rest)
        return sound(claims, mode, model, **rest)

    return drafted


MUTANTS = (
    Mutant("passages shuffled under their numbers", "qa.answering:messages", _shuffled, ("oracle",)),
    Mutant("header omitted from the prompt", "qa.prompts:_shown", _headerless, ("oracle",)),
    Mutant("support check always true", "qa.citing:problems", gives(()), ("fabricator",)),
    Mutant("support check always false", "qa.citing:problems", gives(("no",)), ("oracle",)),
    Mutant("orders citable", "qa.citing:orders_in", gives(frozenset()), ("injected",)),
    Mutant("disagreement unsaid", "qa.disagreeing:opposed", gives(False), ("extractive",)),
    Mutant("disagreement everywhere", "qa.disagreeing:opposed", gives(True), ("extractive",)),
    Mutant("figures unchecked", "qa.support:_unfounded_figures", gives(()), ("fabricator",)),
    Mutant("names unchecked", "qa.support:_unfounded_names", gives(()), ("fabricator",)),
    Mutant("months unchecked", "qa.support:_unfounded_months", gives(()), ("fabricator",)),
    Mutant("denials unchecked", "qa.support:_turned_denials", gives(()), ("fabricator",)),
    Mutant("cover unchecked", "qa.support:_thin_cover", gives(()), ("chatty",)),
    Mutant("mending off", "qa.citing:_closest", gives(None), ("misciter",)),
    Mutant("ids mapped to the neighbour", "qa.citing:_refs", _neighbours, ("oracle",)),
    Mutant("ids left in the text", "qa.citing:_without_markers", lambda _: lambda draft: (draft, []), ("oracle",)),
    Mutant("NOT_FOUND shown as text", "qa.citing:NOT_FOUND", always("\0"), ("chatty", "injected")),
    Mutant("refusal always, with a model", "qa.citing:parse", gives([]), ("oracle",)),
    Mutant("refusal always, without one", "qa.library:extract", gives([]), ("extractive",)),
    Mutant("refusal off, without a model", "qa.extracting:ANSWERS", always(-99.0), ("extractive",)),
    Mutant("stream truncated silently", "qa.adapters.openai_chat:_require_finished", gives(None), ("flaky",)),
    Mutant("reply cut when not streamed", "qa.adapters.openai_chat:OpenAIChat.complete", _first_words, ("oracle",)),
    Mutant("retries off", "qa.adapters.openai_chat:ATTEMPTS", always(1), ("flaky",)),
    Mutant("degraded hidden", "qa.library:Drafted", _hidden, ("flaky",)),
)
