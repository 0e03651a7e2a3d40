"""Words that make a claim less than a statement of fact."""

import re

# What makes a claim less than a statement of fact, wherever it stands.
HEDGE = re.compile(
    r"\b(?:may|might|could|can|would|will|shall|should|must|if|unless|be|to have|possib\w+|potential\w*|perhaps"
    r"|probab\w+|likely|unlikely|reported(?:ly)?"
    r"|alleged(?:ly)?|apparent(?:ly)?|presum\w*|suppos\w*|assum\w*|expect\w*|plan(?:s|ned|ning)?|aim\w*|intend\w*|intent\w*"
    r"|propos\w*|projec\w*|forecast\w*"
    r"|predict\w*|request\w*|pledg\w*|promis\w*|goal\w*|target\w*|hop(?:e|es|ed|ing)|want\w*|wish\w*"
    r"|seek\w*|sought|attempt\w*|tr(?:y|ies|ied|ying)|look(?:s|ed|ing)? (?:for|to)|search\w*|set(?:s|ting)? out|commit\w*"
    r"|vow\w*|undert(?:akes?|ook|aken) to|meant to|strov?e\w*|endeavou?r\w*"
    r"|put off|postpon\w*|defer\w*|await\w*|pending|upcoming|forthcoming|due|about to"
    r"|believe\w*|thought|think\w*|suggest\w*|estimat\w*|scheduled|agreed|considers?|open)\b",
    re.IGNORECASE,
)
LESS_THAN_SURE = re.compile(
    r"\b(?:may|might|could|can|would|should|if|possib\w+|potential\w*|perhaps|probab\w+|likely|unlikely|open|room|risk\w*|chance\w*"
    r"|reported(?:ly)?|expect\w*|warn\w*|caution\w*|able|allow\w*|option\w*|believe\w*|seem\w*|appear\w*|danger\w*|threat\w*"
    r"|prospect\w*|ruled? out|entitled|eligible|permi(?:t|ss)\w*|free to|rights?|liable|capable|prone|fear\w*|hop(?:e|es|ed|ing)|whether"
    r"|unknown|conceivabl\w*|plausib\w*|suppos\w*|presum\w*|assum\w*|thought|suspect\w*)\b",
    re.IGNORECASE,
)
MAYBE = re.compile(
    r"\b(?:may|might|could|possib\w+|potential\w*|perhaps|probab\w+|likely|unlikely|risk\w*|chances?|seem\w*|appear\w*)\b",
    re.IGNORECASE,
)
IN_DOUBT = re.compile(  # other words for "reportedly" and "probably"
    rf"{HEDGE.pattern}|\b(?:say|says|said|told|claim\w*|according|reports?|sources?|rumou?r\w*|accus\w*|suspect\w*|suppos\w*|assum\w*"
    r"|seem\w*|appear\w*|arguabl\w*|likelihood|odds|chances?|doubt\w*|uncertain\w*|presum\w*|understood|infer\w*|conjectur\w*"
    r"|attribut\w*|credit\w*|by (?:all|most|some) accounts|thought|held to)\b",
    re.IGNORECASE,
)
# A doubt that is neither an adverb nor a verb of speech: for one that is left out.
HEARSAY = re.compile(
    r"\b(?:seem(?:s|ed)?|appear(?:s|ed)? to|attributed|credited|reputed|by (?:all|most|some) accounts|(?:is|are|was|were) said"
    r"|it is said)\b",
    re.IGNORECASE,
)
DOUBT = re.compile(
    r"\b(?:possibly|perhaps|probably|reportedly|allegedly|apparently|presumably|supposedly|likely|arguably)\b",
    re.IGNORECASE,
)
ABLE = re.compile(
    r"\b(?:may|might|could|can|able|possib\w+|capable|allow\w*|lets?|permit\w*|room|perhaps|probabl\w+)\b(?! not\b)",
    re.IGNORECASE,
)
WORRY = re.compile(
    r"\b(?:worr(?:y|ies|ied)|fear\w*|concern(?:ed|(?= (?:that|about|over)\b)|s(?= (?:that|about|over)\b))"
    r"|(?:dangers?|prospects?|chances?|possib\w+|risks?|threat|hopes?|ruled? out|doubt\w*|conceivable|likel\w+|thought)(?= that\b))\b",
    re.IGNORECASE,
)
