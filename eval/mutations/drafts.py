"""What can break between the passages and the checked claims."""

from dataclasses import replace
from typing import Any

from eval.mutations.swapping import Mutant, always, gives


def _neighbours(sound: Any) -> Any:
    """Each id stands for the sentence after it; for the one before at a passage's end."""

    def find(shown: Any, passage: int, sentence: int) -> Any:
        return sound(shown, passage, sentence) and (
            sound(shown, passage, sentence + 1) or sound(shown, passage, max(sentence - 1, 1))
        )

    return find


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
    Mutant("support check always true", "qa.mending:problems", gives(()), ("fabricator",)),
    Mutant("support check always false", "qa.mending:problems", gives(("no",)), ("oracle",)),
    Mutant("figures unchecked", "qa.support.figures.amounts:unfounded_figures", gives(()), ("fabricator",)),
    Mutant("names unchecked", "qa.support.names.naming:unfounded_names", gives(()), ("fabricator",)),
    Mutant("months unchecked", "qa.support.figures.days:unfounded_days", gives(()), ("fabricator",)),
    Mutant("denials unchecked", "qa.support.denial.denials:turned_denials", gives(()), ("fabricator",)),
    Mutant("cover unchecked", "qa.support.wording:thin_cover", gives(()), ("chatty",)),
    Mutant("meaning unchecked", "qa.likeness:LEAST", always(-1.0), ("chatty",)),
    Mutant("mending off", "qa.shown:Shown.closest", gives([]), ("misciter",)),
    Mutant("ids mapped to the neighbour", "qa.shown:Shown.find", _neighbours, ("oracle",)),
    Mutant("ids left in the text", "qa.drafts:_without_markers", lambda _: lambda draft: (draft, []), ("oracle",)),
    Mutant("NOT_FOUND shown as text", "qa.drafts:NOT_FOUND", always("\0"), ("chatty", "injected")),
    Mutant("orders citable", "qa.shown:orders_in", gives(frozenset()), ("injected",)),
    Mutant("disagreement unsaid", "qa.disagreeing:opposed", gives(False), ("extractive",)),
    Mutant("disagreement everywhere", "qa.disagreeing:opposed", gives(True), ("extractive",)),
    Mutant("refusal always, with a model", "qa.citing:parse", gives([]), ("oracle",)),
    Mutant("refusal always, without one", "qa.library:extract", gives([]), ("extractive",)),
    Mutant("refusal off, without a model", "qa.extracting:is_answered", gives(True), ("extractive",)),
    Mutant("stream truncated silently", "qa.adapters.openai_chat:_require_finished", gives(None), ("flaky",)),
    Mutant("reply cut when not streamed", "qa.adapters.openai_chat:OpenAIChat.complete", _first_words, ("oracle",)),
    Mutant("retries off", "qa.adapters.retrying:ATTEMPTS", always(1), ("flaky",)),
    Mutant("degraded hidden", "qa.library:Drafted", _hidden, ("flaky",)),
)
