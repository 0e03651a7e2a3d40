"""Right claims with wrong ids, and the share of them that are moved to the right sentence.

    python -m bench.grounding moving [--examples]

Claims: the gold answers of the sample that one sentence carries, the paraphrases of one sentence, and sentences of SQuAD's
articles that hold a question's answer, half of them lightly rewritten. The passages shown are those that the retriever brings for
the question (for a paraphrase, for its own words). The wrong id is the sentence behind the right one, a sentence of another
passage, or one that was never shown. Right: supported, and every citation is evidence.
"""

WRONG = ("neighbour", "another passage", "never shown")
ARTICLES = 20  # of SQuAD's that questions are asked about: adding all of them would take minutes
