"""The pipeline broken on purpose: each mutant swaps one of its functions while it is applied. Run by eval/mutants.py."""

from eval.mutations import answers, drafts, searches
from eval.mutations.swapping import Mutant

MUTANTS: tuple[Mutant, ...] = (*searches.MUTANTS, *drafts.MUTANTS, *answers.MUTANTS)

__all__ = ["MUTANTS", "Mutant"]
