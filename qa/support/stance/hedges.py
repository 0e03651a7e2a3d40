"""Words that make a claim less than a statement of fact."""

import re

# What makes a claim less than a statement of fact, wherever it stands.
HEDGE = re.compile(
    r"\b(?:may|might|could|can|would|will|shall|should|must|if|unless|be|to have|possib\w+|potential\w*|perhaps"
    r"|probab\w+|likely|unlikely|reported(?:ly)?"
    r"|alleged(?:ly)?|apparent(?:ly)?|presum\w*|suppos\w*|assum\w*|expect\w*|plan(?:s|ned|ning)?|aim\w*|intend\w*|intent\w*"
    r"|propos\w*|projec\w*|forecast\w*|advis\w*|urg(?:e|es|ed|ing)|recommend\w*"
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
ATTRIBUTION = re.compile(
    r"\b(?:said|says?|saying|according|reportedly|reported|reports?|views?|viewed|reading|reads?|opinion"
    r"|accounts?(?! for\b)|accounted(?! for\b)|words"
    r"|regard\w*|sees?|eyes|perspective|standpoint|assess\w*|verdict|findings?|version|sources?|supporters|critics"
    r"|argu\w*|believ\w*|claim\w*|think\w*|thought|states?|stated|warn\w*|expect\w*|estimat\w*|insist\w*|predict\w*|wrote"
    r"|writes|told|announc\w*"
    r"|stress\w*|answer\w*|conclud\w*|alleg\w*|contend\w*|judg\w*|describ\w*|call(?:s|ed)|advis\w*|urg(?:e|es|ed)|caution\w*"
    r"|not(?:es|ed)|add(?:s|ed)"
    r"|promis\w*|pledg\w*|conced\w*|forecast\w*|projection|consider\w*|hop(?:es?|ed)|want(?:s|ed)?|favou?r(?:s|ed)?"
    r"|propos(?:es?|ed|al)|recommend\w*|advocat\w*|suggest\w*|den(?:y|ies|ied)|dismiss\w*|admit\w*|acknowledg\w*"
    r"|assert\w*|suppos\w*|suspect\w*|doubt\w*|deem\w*|rumou?r\w*|declar\w*|remark\w*|observ(?:es|ed)|reckon\w*|comment(?:s|ed)"
    r"|hypothesi\w*|theor(?:y|ies|i[sz]\w+)"
    r"|attribut\w*|accus\w*|quot\w*|portray\w*|depict\w*|intend\w*|agree[sd]?|fear\w*|holds?|held(?= (?:to|that|as|by)\b)"
    r"|reassur\w*|maintain\w*)\b",
    re.IGNORECASE,
)
# What makes a claim less than a fact, or no more than somebody's word, however freely it is told.
SOFT = re.compile(
    rf"{IN_DOUBT.pattern}|{LESS_THAN_SURE.pattern}|{ATTRIBUTION.pattern}"
    r"|\b(?:(?:(?:is|are|was|were)(?: now| still| also)?|as|yet|means?) to|(?:to|never) come"
    r"|ahead|future|call(?:s|ed)? for|uncertain\w*|plans?|tend\w*|depending"
    r"|fores[ae]\w+|put(?:ting)? forward|never (?:got|came)|only after|in theory|signs?|ideal\w*|threaten\w*|testif\w*|found|left open"
    r"|not?|never|cannot|bids?|block\w*|fail\w*|thwart\w*|prevent\w*|abandon\w*|cancel\w*|mistak\w*|beliefs?"
    r"|(?:look|looks|looked|stands?|stood|set|bound|poised|slated|tipped|destined|ready|keen|eager|prepared|willing) to"
    r"|in store|soon|eventually|next (?:year|month|week|spring|summer|autumn|winter)"
    r"|ey(?:es|ed|eing)|moot\w*|envisag\w*|envision\w*|anticipat\w*"
    r"|ambition\w*|aspir\w*|drafts?|drafted|subject to|provided|provisional\w*|tentativ\w*|on (?:course|track)|in line"
    r"|speculat\w*|evidence|hint\w*|(?:widely|generally|commonly|universally) (?:accept|recogni[sz]|tak|view)\w*"
    r"|indicat\w*|impression|talks?|idea|weigh(?:s|ed|ing)?|mull\w*|dream\w*|bent on|resolv\w*|inclin\w*|lean\w*|point(?:s|ed|ing)? to)\b",
    re.IGNORECASE,
)
