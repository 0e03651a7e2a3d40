"""Right claims with wrong ids, and the share of them that are moved to the right sentence.

    python -m bench.grounding moving [--examples]

Claims: the gold answers of the sample that one sentence carries, the paraphrases of one sentence, and sentences of SQuAD's
articles that hold a question's answer, half of them lightly rewritten. The passages shown are those that the retriever brings for
the question (for a paraphrase, for its own words). The wrong id is the sentence behind the right one, a sentence of another
passage, or one that was never shown. Right: supported, and every citation is evidence.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from bench.grounding.faults import rewritten
from bench.grounding.material import CORPUS, DATA, interval, texts
from bench.grounding.paraphrases import load
from eval.cases import load_cases
from eval.parts import Parts, open_library, real_parts
from eval.places import GOLD
from eval.run import texts_of
from eval.squad_questions import questions
from qa.citing import tie
from qa.drafts import Draft, without_bullet
from qa.library import HITS, Library
from qa.settings import load_settings
from qa.shown import Ref, Shown
from qa.types import Hit

WRONG = ("neighbour", "another passage", "never shown")
ARTICLES = 20  # of SQuAD's that questions are asked about: adding all of them would take minutes
