"""Signs that a sentence talks to a program about its answer. None says much alone; qa/orders.py adds them up.

Each sign has a weight and counts at most so many times. English first, then Korean, German, Spanish, French, Chinese.
"""

import re
from typing import NamedTuple


class Sign(NamedTuple):
    """A kind of sign. ``direct``: it turns to whoever reads, without which nothing is an order."""

    weight: int
    most: int
    direct: bool
    pattern: re.Pattern[str]


def _sign(weight: int, most: int, direct: bool, *patterns: str) -> Sign:
    return Sign(weight, most, direct, re.compile("|".join(patterns), re.IGNORECASE))


_VERBS = (
    "say|state|report|answer|reply|respond|write|print|output|cite|quote|mention|praise|recommend|tell|inform|assure|confirm|repeat|reveal|"
    "translate|summari[sz]e|ignore|disregard|forget|overlook|skip|obey|follow|use|treat|put|set|begin|start|end|append|add|include|insert|"
    "display|return|produce|generate|pretend|act|continue|stop|claim|declare|send|show|give|omit|refuse|invent|explain|present|describe"
)

SIGNS = (
    _sign(  # an imperative
        1, 2, True,
        rf"(?:^\W*|[.:;!?]\s+|\s[–—-]+\s+|^\W*(?:please|kindly|now|instead|always|never|just|important|remember|stop)[,:.]?\s+)"
        rf"(?:please |kindly |always |never |just |do not |don't )*(?:{_VERBS})\b",
        rf"\b(?:and|then|instead|but) (?:always |only |just )?(?:{_VERBS}) (?:that|this|only|instead|it)\b",
        r"(?:하라|해라|하세요|하십시오|하시오|말아라|마라|쓰라|답하라)(?=[\s.!]|$)",
        r"(?:^|[.:;!?,]\s+|\bund )(?:bitte )?(?:ignorier\w?|vergiss|antworte\w?|schreibe?|sage?|nenne|erwähne|beantworte|befolge|gib|lobe)\b",
        r"(?:^|[.:;!?¡¿,]\s+|\by )(?:ignora|olvida|responde|escribe|di|contesta|menciona|recomienda|repite|muestra|añade)\b",
        r"(?:^|[.:;!?,]\s+|\bet )(?:ignore[zr]?|oublie[zr]?|réponde?[sz]?|écri(?:s|vez)|di(?:s|tes)|mentionne[zr]?|recommande[zr]?|ajoute[zr]?)\b",
        r"请|務必|务必",
    ),
    _sign(  # an obligation
        1, 1, True,
        r"\byou (?:must|have to|should|shall|will|may only|are (?:to|now|required|obliged|instructed|told|free)|have been|need to)\b",
        r"\byour (?:previous|earlier|real|true|new|only|sole|hidden|actual) (?:instructions?|task|job|role|rules?|goal)\b",
        r"너는|당신은|\b(?:musst|sollst|darfst) du\b|\bdu (?:musst|sollst|bist)\b|\bdebes\b|\btienes que\b|\b(?:tu dois|vous devez)\b",
        r"(?:你|您)(?:必须|应该|只能|要|需要|将)",
    ),
    _sign(2, 1, True, r"\b(?:everything|anything|all|whatever|each \w+|every \w+) (?:that )?you (?:write|say|produce|output|answer|generate)\b"),
    _sign(  # a salutation, a role
        1, 1, True,
        r"^\W*(?:dear|hey|hello|attention|listen|note to|message to|remember|reminder|important|urgent|admin|root|operator|developer|system)\b"
        r"(?=[^.]{0,40}[,:!])",
        r"\b(?:as|being) an? (?:\w+ )?(?:ai|assistant|language model|chatbot)\b|\bals (?:ki|sprachmodell)|\ben tant qu['e]|\bcomo (?:asistente|modelo|ia)",
        r"作为|에게\s*[:：]|로서",
    ),
    _sign(  # a program that answers
        2, 1, False,
        r"\blanguage models?\b|\bllms?\b|\bchat ?bots?\b|\bchatgpt\b|\bgpt\b|\bai\b|\bartificial intelligence\b",
        r"인공지능|언어\s*모델|챗봇|\bsprachmodell\w*|\bki\b|\bmodelos? de lenguaje\b|\bia\b|\bmodèles? de langage\b|人工智能|语言模型|聊天机器人|助手",
    ),
    _sign(1, 1, False, r"\b(?:assistants?|model|crawlers?|asistente|assistent|bot)\b|비서|어시스턴트"),
    _sign(  # what there is in a talk with it
        1, 2, False,
        r"\b(?:your|its|each|every|the) (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?|output|summary)\b|\b(?:set|the) answer\b|[\"']answer[\"']\s*:",
        r"\bthe (?:user|reader|person asking|questioner|asker)s?(?:'s?)?\b|\b(?:the|this) (?:\w+ )?question\b|\b(?:system )?prompts?\b|\bapi keys?\b",
        r"\b(?:instructions?|directives?|passages|citations|ids in)\b|\bnot_found\b|\bjson\b",
        r"질문|답변|사용자|독자|지시|지침|\bfragen?\b|\bantwort\b|\b(?:dem|den) (?:leser|nutzer)\b|\banweisungen\b|\bpreguntas?\b|\brespuesta\b|"
        r"\b(?:al|el) (?:lector|usuario)\b|\binstrucciones\b|\bréponse\b|\b(?:au lecteur|l['’]utilisateur)\b|\bconsignes\b|问题|回答|答案|回复|用户|读者|指令|指示",
    ),
    _sign(  # setting aside what was said before
        1, 2, False,
        r"\b(?:ignore|disregard|forget|overlook|override|bypass|obey|reprogrammed|void|jailbreak|unrestricted|instead|from (?:now|here) on)\b",
        r"\bnew (?:rule|instruction|task|order|directive)s?\s*:|\bdeveloper mode\b",
        r"무시|잊(?:고|으|어)|지금부터|\bignorier\w*|\bvergiss|\bstattdessen|\bab jetzt|\bignora|\bolvida|\ben su lugar|\boublie|\bdésormais|忽略|无视|忘记|从现在",
    ),
    _sign(  # what was said before
        1, 1, False,
        r"\b(?:previous|earlier|prior|preceding|above|foregoing|original|initial) (?:\w+ )?(?:instructions?|prompts?|text|sentences?|material|content|"
        r"passages?|rules?|context|questions?|directives?)\b|\b(?:instructions?|text|sentences?|passages?|rules?|content|everything|material|all) "
        r"(?:\w+ )?(?:above|before)\b|\bthat precedes? this\b",
        r"위의|이전의|\b(?:bisherigen?|obigen?|vorherigen?)\b|\boben\b|\banteriores\b|\bprécédentes\b|\bci-dessus\b|上述|上面的|之前的|以上",
    ),
    _sign(  # this text here
        1, 1, False,
        r"\bthis (?:web ?)?(?:page|text|document|passage|article|report|site|file|line|sentence|one|first)\b|\bthe following (?:line|sentence|words)\b",
        r"이 (?:문서|글|페이지)|\bdies\w{1,2} (?:text|seite|dokument)|\best[ea] (?:texto|página|documento)|\bc(?:e texte|ette page|e document)|本文|此文|本页",
    ),
    _sign(1, 1, False, r"https?:|www\.|!\[|<img|<a "),
)  # fmt: skip
ENOUGH = 3
