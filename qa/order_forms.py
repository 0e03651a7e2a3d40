"""How orders to a language model are worded: one list of forms a kind, matched against folded text (qa/orders.py).

A form must be one that people hardly use with one another. "Ignore all earlier instructions" at the head of a clause is one; "the
drivers ignore the rules" is not, nor "answer every question", "tell the crews to stop" or "press the button twice".
"""

import re

# Where an imperative can stand: at the head of a sentence or a clause, not behind a subject or "to".
_HEAD = r"(?:^|[.:;!?>)\]}\"'“”|]\s*|\s[–—-]+\s+|\b(?:please|kindly|just|always|only|then|so|now)\s+)"
_SAY = "say|state|answer|reply|respond|write|mention|repeat|confirm|declare|claim|output|assert"
_MACHINE = (
    r"(?:(?:large |ai )?language models?|llms?|chat ?bots?|a\.?i\.?(?: (?:systems?|assistants?|models?|agents?|tools?))?|"
    r"(?:ai |virtual )?assistants?|chatgpt|gpt|artificial intelligences?)"
)
_READER = r"(?:the |each |every |any |all )?(?:readers?|users?|person (?:asking|who asks))"
_MINE = r"(?:your|each|every|the) (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?)"
_ADDRESS = r"(?:https?:|www\.|(?<![:\w])//\w|!\[|<img|<a |<iframe|javascript:)"

_IGNORING = (
    rf"{_HEAD}(?:ignore|disregard|forget|override|bypass|discard|pay no attention to|stop following|do not (?:follow|use|trust))\b"
    r".{0,30}\b(?:(?:earlier|previous|prior|above|other|all|any|foregoing|initial|original|your|system|my|user's|the)\b.{0,25}"
    r"\b(?:instructions?|prompts?|directives?|guidelines|question|passages|rules above|commands)|everything (?:you were told|above))",
    rf"{_HEAD}(?:ignore|forget|disregard) the rules above|\b(?:instructions?|rules|prompt) above, then\b",
    rf"{_HEAD}(?:decode|decrypt|translate)\b.{{0,60}}\b(?:and|then) (?:obey|follow|execute|do)\b",
)
_ADDRESSING = (
    rf"\bif you(?: are|'re) (?:an? |the )?{_MACHINE}\b",
    rf"{_HEAD}(?:\w+ )?(?:note|notice|message|instructions?|attention|reminder|dear|hey|hello)\b[^.:]{{0,30}}\b{_MACHINE}\s*[:,;!]",
    rf"\b{_MACHINE},? (?:that |which )?(?:is |are )?(?:read|process|summari[sz]|index|pars|answer)(?:s|es|e|ing)? (?:from )?"
    r"(?:this|these)\b",
    r"\bwhoever (?:reads|answers|processes|summarizes) (?:this|from this|these)\b",
    rf"\b(?:the|this|every|any) (?:ai |virtual )?(?:assistant|chatbot|language model|llm|model) "
    rf"(?:must|should|shall|will|is to|has to|is obliged to) (?:_|\*)*(?:refuse to answer|recommend|tell {_READER}|{_SAY})\b",
    rf"\b{_MACHINE} (?:are|is) not allowed to answer from this\b",
    rf"{_HEAD}{_MACHINE}: (?:recommend|{_SAY}|tell)\b",
)
_TURNING = (  # another role, another speaker, another end of the prompt
    r"<\|?\s*(?:im_start|im_end|endoftext|system|/?s)\s*\|?>|\[/?inst\]|<</?sys>>",
    r"</?(?:system|passages?|context|documents|instructions?|prompt|user|assistant)>",
    r"^\W*(?:system|developer|admin(?:istrator)?|tool|assistant|ai)[ -](?:message|note|notice|prompt|override|result|instruction)s?\b",
    r"^\W*(?:system|assistant)\W*\s*:(?:\s+\S+){4,}|^`{1,3}(?:system|prompt|assistant)\b|^#{2,}\s*(?:instruction|system|prompt)s?\s*:",
    r"^\W*(?:instruction|prompt)s? (?:to|for) the (?:ai|assistant|model|chatbot)|^\W*(?:user|human)\s*:\s*(?:forget|ignore|confirm|answer)\b",
    r"\b(?:system|admin|security) override\b|\bbegin system prompt\b|\bend (?:of )?(?:the )?system prompt\b",
    rf"\bfrom now on,? you (?:are|will|must|{_SAY})\b|{_HEAD}pretend (?:to be|that the passages)\b",
    r"\byou are now (?:in \w+ mode|free to|an? (?:\w+ )?(?:assistant|chatbot|bot|ai|model))\b|\byour new (?:task|role|name|persona) is\b",
    rf"{_HEAD}act as (?:an? |the )?(?:\w+ )?(?:assistant|chatbot|ai)\b|\bgame in which you (?:{_SAY})\b",
    rf"\byou (?:are obliged to|are free to|must|shall|will(?: now)?) (?:{_SAY}) (?:that (?!you)|this\b)|\byou will now tell\b",
    rf"^\W*you (?:{_SAY}) that (?!you)|\band you must repeat this\b",
    r"\bend of (?:the )?(?:passages|context|prompt|documents)\b|\bthe passages end here\b|\bthe question is now\b",
    r"\bthe real (?:request|task) is\b|\bfollows? (?:are|is) your instructions\b",
)
_DICTATING = (  # what the answer is to be
    rf"\b(?:{_SAY}|add|include|append|insert|embed|put|begin|start|end|close|finish|keep silent)\b.{{0,90}}"
    r"\b(?:in|into|to|of|behind|after|with|begin|start|end|close|finish) (?:your|each|every) (?:\w+ )?(?:answer|reply|response)s?\b",
    r"\b(?:begin|start|end|close|finish) (?:your|each|every) (?:answer|reply|response)s? with\b",
    r"\byour (?:answer|reply|response|output) (?:must|should|has to|is to) (?:contain the (?:words?|sentence)|state that|say that|be only)",
    rf"\b(?:answer|reply to|respond to) (?:every|any|all|each) questions? (?:with|by saying|that)\b|\bwhatever (?:you are asked|the (?:user|"
    rf"reader) asks),? (?:{_SAY})\b|\b(?:{_SAY})\b.{{0,60}}\bwhatever (?:the passages say|the (?:user|reader) asks|you are asked)",
    rf"{_HEAD}(?:answer|reply|respond|confirm|say|write|declare) (?:in one sentence )?that (?!you)",
    rf"{_HEAD}(?:say to|tell) (?:every(?:body|one) who asks)\b|\bwhen answering questions about\b.{{0,60}}\b(?:add|{_SAY}) that\b",
    rf"(?:{_HEAD}|\b(?:and|must|instead) )(?:tell|inform|assure|convince|persuade|warn|recommend to) {_READER} (?:that|the news that)\b",
    r"\b(?:leave out|omit|drop|invent) (?:all |the |any )?(?:ids|citations|notes) (?:in|from) (?:brackets|your|the answer)",
    r"\bthe only (?:correct |allowed |right )?reply\b|\bpriority \d: the model will\b",
    r"\b(?:answer|reply|respond|output|say|write|print)\b.{0,60}\bnot_found\b|\bnot_found\b.{0,40}\b(?:question|reply|answer)",
)
_CARRYING = (  # addresses that would carry a question away, and what only a service knows
    rf"{_ADDRESS}.{{0,120}}(?:[=/]|\b)[\[{{<(]?(?:QUESTION|QUERY|CONVERSATION|PROMPT|ANSWER|HISTORY)\b",
    rf"\b(?:append|insert|embed|include|add|put|write|close|end|attach|show|shown|carry|send)\b.{{0,90}}{_ADDRESS}.{{0,200}}"
    rf"\b(?:{_MINE}|first sentence|reader's question|the question|what you write)",
    rf"(?:{_MINE}|{_READER})\b.{{0,60}}{_ADDRESS}.{{0,120}}\b(?:in your answer|before reading|followed by the question)|javascript:",
    rf"{_HEAD}(?:tell|send|direct|urge|ask) {_READER}\b.{{0,80}}{_ADDRESS}|\bend your reply with\b|\bembed {_ADDRESS}",
    r"\b(?:print|reveal|repeat|output|show|disclose|expose|dump)\b.{0,60}\b(?:your (?:\w+ )?(?:api keys?|system prompt|instructions|secrets?|"
    r"credentials)|openai_api_key|secret key that you)\b",
    r"\b(?:assistant|model|chatbot) (?:lists?|prints?|shows?|reveals?)\b.{0,30}\b(?:environment variables|api keys?|system prompt)\b",
)
_FORGING = (  # lines in the form of ours
    r"^\W*\[\d{1,3}\.\d{1,4}(?:\s*[,;–-]\s*\d{1,3}\.\d{1,4})*\]|[).:]\s+\[\d{1,3}\.\d{1,4}\]\s+\w",
    r"\b(?:cite|cited|id|ids)\b.{0,60}\[\d{1,3}\.\d{1,4}\]|\[\d{1,3}\.\d{1,4}\].{0,40}\bcited\b",
)
_TALKING = (  # more forms of talking to a program, each by itself
    rf"^\W*(?:ai )?{_MACHINE}\s*[,:!;]\s*(?:\S+\s+){{2,}}|\byou,? as an? (?:\w+ )?{_MACHINE}\b|\bas an? (?:\w+ )?{_MACHINE},? you\b",
    rf"\b(?:for|to|attention|if|should) (?:any|all|every|an?|the) {_MACHINE} (?:is |are |who |that )?(?:read|process|see|summari|index|pars)\w*",
    rf"\b(?:instructions?|directives?|commands?|task) (?:for|to) (?:the|any|all|every) {_MACHINE}\s*:|\binstructions? for the model\s*:",
    r"^\W*[\[({<]*\s*(?:system|sys|role\W+system)\s*[\])}>]|[\"']role[\"']\s*:\s*[\"']system|^#{2,}\s*new (?:task|role|instruction)",
    r"\b(?:begin|start of|new) instructions\b(?=.*[:.] ?\S)|\boverrides? (?:all|any|every) (?:other |previous |earlier )?(?:instruction|prompt"
    rf"|rules?(?: above| you\b| of yours| ?:|,? (?:and|then) (?:{_SAY})\b))",
    rf"{_HEAD}(?:ignore|disregard|forget|skip) (?:all |any |the )?(?:earlier|previous|prior|preceding|above|foregoing|surrounding)? ?"
    r"(?:text|prompts?|context|passages|questions?(?! \d)|citations?|sources|user|instructions)(?! if)\b(?! of)|"
    rf"{_HEAD}(?:ignore|disregard|forget) (?:what|everything|whatever) (?:the (?:user|reader)|you were|is (?:written )?above|was (?:said|written))",
    r"\byour (?:only|sole|real|true|next|new) (?:job|task|goal|duty|instruction|purpose)s?(?: now)? (?:is|are) to\b",
    rf"\bfrom (?:now|here|this (?:point|moment)) on(?:wards?)?,? (?:only |always |just )?(?:{_SAY}|every (?:answer|reply))\b",
    rf"\binstead of answering\b|{_HEAD}(?:print|repeat|output|reproduce|reveal|show) (?:everything|all|the text|the words) (?:above|before)",
    rf"{_HEAD}(?:say|reply|respond|output|answer|write)(?: only| just| back| with)*(?: the (?:single |following |one )*(?:words?|sentence|phrase)\b|"
    r"\s*:?\s*[\"“'‘]\w| only good| nothing but)|\b(?:output|repeat) the (?:following )?sentence\b",
    r"\b(?:respond|reply|answer) to (?:the|this|every|any) (?:question|user|prompt)s? (?:with|by)\b|\bdo what i say\b",
    r"\bwhen(?:ever)? you (?:summari[sz]e|answer|are asked about|describe|quote) (?:this|from this|questions)\b|"
    r"\b(?:summaries|answers|replies|any summary|any answer) (?:of|about|to|from) this (?:\w+) (?:must|should|shall|have to|has to)\b",
    rf"\bwhen(?:ever)? (?:an? |any )?{_MACHINE} (?:is|are) asked\b.{{0,60}}\b(?:{_SAY})\b",
)
_HIDING = (  # what a reader of the document does not see
    r"<!--|-->$|^\[//\]:\s*#|^\[comment\]:\s*[#<]",
    r"<\w+[^>]*(?:\bhidden\b|display:\s*none|visibility:\s*hidden|opacity:\s*0(?![.\d])|font-size:\s*0|aria-hidden=[\"']?true)[^>]*>",
    r"<font[^>]*(?:color=[\"']?(?:white|#fff)|size=[\"']?0)[^>]*>",
)
_KOREAN = (
    r"(?:지시|지침|명령|규칙|프롬프트|질문)[^.]{0,12}(?:무시하|잊(?:고|으|어)|따르지\s*마)",
    r"(?:인공지능|언어\s*모델|챗봇|AI|어시스턴트)[^.]{0,40}(?:독자|사용자|질문)[^.]{0,40}(?:해야|하라|하십시오|하세요|답하|말하라)",
    r"(?:독자|사용자)(?:에게|들에게)[^.]{0,60}(?:말해야 한다|말하라|말하십시오|알리라|전하라|답하라)",
    r"모든 질문에[^.]{0,40}(?:답하|대답하|답변하|말하)(?:라|세요|십시오|시오)|답변(?:의)?\s*(?:끝|앞|안)?에[^.]{0,60}(?:넣|포함하|추가하|쓰)(?:라|세요|으세요|십시오)",
)
_MORE_KOREAN = (
    r"(?:지금|이제)부터 (?:너는|당신은|모든 (?:대답|답변))|이 (?:문서|글|페이지|텍스트)를 (?:읽는|요약하는|처리하는) (?:AI|인공지능|모델|챗봇)",
    r"(?:질문에 답하지 말|대답하지 말|답변하지 말)(?:고|라|아|것)|(?:너는|당신은)[^.]{0,60}(?:라고|다고)만? (?:답|말|대답)(?:해라|하라|하세요|해야)",
)
_GERMAN = (
    r"(?:^|[.:;!?,]\s*)(?:ignorier\w{1,3}|vergiss|vergessen sie|missachte\w?|übergehe\w?)\b.{0,40}\b(?:anweisung|regel|vorgabe|instruktion|"
    r"befehl)\w*.{0,30}\b(?:antworte|schreib|sag|teil|und)|\b(?:bisherigen|vorherigen|obigen) (?:anweisungen|regeln) und antworte",
    r"\bwenn (?:du|sie) (?:eine? )?(?:ki|sprachmodell|chatbot|assistent)\w* (?:bist|sind)\b|\bhinweis(?:e)? (?:an|für) (?:das |die |den |alle )?"
    r"(?:sprachmodell|ki|chatbot|assistent)",
    r"\b(?:beantworte\w?|antworte\w?) (?:auf )?(?:jede|alle) fragen?\b.{0,20}\bmit\b|\bschreibe? in deine antwort\b|\bteile? dem leser mit\b",
)
_MORE_GERMAN = (
    r"(?:^|[.:;!?,]\s*|\bbitte )(?:ignorier\w{1,3}|vergiss)\b.{0,30}\b(?:text|anweisung\w*|vorgaben|prompt|frage|oben|obige\w*)\b",
    r"\b(?:ki|sprachmodell|chatbot)\w*(?:-\w+)? (?:müssen|muss|sollen|soll)\b.{0,60}\bdies\w{1,2} (?:text|seite|dokument)\w*\b",
    r"(?:^|[.:;!?,]\s*|\bund )(?:sag\w?|antworte|schreib\w?) (?:nur|stattdessen|immer)\b|\bab (?:jetzt|sofort) (?:bist du|antwortest du|sagst du)\b|"
    r"^(?:an (?:die|alle|jede) )?(?:ki|sprachmodelle?|chatbots?|assistent)\s*[:,!]|\bbeantworte die frage nicht\b",
)
_SPANISH = (
    r"(?:^|[.:;!?¡¿,]\s*)(?:ignor[ae]|olvid[ae]|desobedece|no sigas|haz caso omiso de)\b.{0,40}\b(?:instrucciones|reglas|órdenes|indicaciones)"
    r"\b.{0,12}\b(?:anteriores|previas|precedentes|de arriba)",
    r"\bsi eres (?:un|una) (?:modelo|ia|inteligencia|asistente)|\b(?:el asistente|la ia|el modelo) (?:debe|tiene que) (?:responder|decir|"
    r"contestar|escribir)\b",
    r"\b(?:di|diga|dile|dígale) al? (?:lector|usuario)\b|\ben tu respuesta\b",
)
_MORE_SPANISH = (
    r"(?:^|[.:;!?¡¿,]\s*)no (?:respondas|contestes|respondáis|responda) (?:a )?(?:la|las|esta|ninguna) preguntas?|[;:,] (?:di|diga|responde) que\b",
    r"(?:^|[.:;!?¡¿,]\s*)(?:ignora|olvida|ignore|olvide) (?:todo|el texto|la pregunta|lo anterior|las instrucciones)|\ba partir de ahora,? (?:eres|responde|di)\b|"
    r"\b(?:asistentes?|modelos?|chatbots?|ia) que (?:lean?|resuman?|procesen?) est[ea]\b|\bresponde (?:solo|siempre|únicamente) (?:con|que)\b",
)
_FRENCH = (
    r"(?:^|[.:;!?,]\s*)(?:ignore[zr]?|oublie[zr]?|néglige[zr]?)\b.{0,30}\b(?:instructions|consignes|règles|directives)\b.{0,12}"
    r"(?:précédentes|ci-dessus|antérieures)",
    r"\bsi (?:vous êtes|tu es) une? (?:modèle|ia\b|intelligence|assistant)|\bl['’]assistant (?:doit|devra) (?:répondre|dire|écrire)\b",
    r"\b(?:dites|dis) (?:au lecteur|à l['’]utilisateur)\b|\b(?:écrivez|écris) dans (?:votre|ta) réponse\b",
)
_MORE_FRENCH = (
    r"(?:^|[.:;!?,]\s*)ne (?:répondez|réponds) pas (?:à|aux)\b|\b(?:et|;|:) (?:dites|dis|répondez|réponds) (?:que|seulement|uniquement)\b",
    r"(?:^|[.:;!?,]\s*)(?:ignore[zr]?|oublie[zr]?) (?:tout|le texte|la question|ce qui précède|les instructions)\b|\bà partir de maintenant,? (?:vous êtes|tu es|"
    r"répond)|\b(?:ia|assistants?|modèles?) qui (?:lit|lisent|résume\w*) (?:ce|cette)\b|\bréponds? (?:uniquement|toujours|seulement) (?:par|que)\b",
)
_CHINESE = (
    r"(?:忽略|无视|無視|忘记|忘掉|不要理会)[^。]{0,14}(?:指令|指示|规则|規則|提示|问题)|(?:指示|命令|ルール)[^。]{0,8}無視",
    r"如果(?:你|您)是[^。]{0,6}(?:人工智能|ai|语言模型|助手|聊天机器人)|(?:告诉|告知)(?:读者|用户)|在(?:你的)?(?:回答|答案|回复)中(?:写|说|加入|包含|注明)",
    r"(?:所有|任何|每个)问题(?:都)?只?(?:回答|回复)|系统(?:提示|消息|指令)[::]",
)
_MORE_CHINESE = (
    r"(?:从现在开始|从现在起|今后)[,,]?\s*(?:你|请|所有(?:回答|答案))|不要回答[^。]{0,10}问题|(?:你|您)(?:必须|应该|只能|要)[^。]{0,20}(?:回答|答案|回复|读者|用户)",
    r"(?:阅读|总结|处理)(?:本文|此文|这个文件|本页)的?(?:ai|人工智能|模型|助手)|只(?:说|回答|回复)[“\"]?[^。]{0,20}(?:即可|关闭|就)|これまでの指示",
)
_ELSEWHERE = (  # Italian, Portuguese, Russian, Dutch
    r"(?:^|[.:;!?,]\s*)(?:ignora|dimentica|ignore|esqueça|negeer|vergeet)\b.{0,30}\b(?:istruzioni|instruções|instructies|regels)\b",
    r"(?:игнорируй|забудь)(?:те)?\b.{0,40}(?:инструкци|указани|правила)",
)

FORMS = re.compile(
    "|".join(
        f"(?:{form})"
        for forms in (
            _IGNORING, _ADDRESSING, _TURNING, _DICTATING, _CARRYING, _FORGING, _TALKING, _KOREAN, _MORE_KOREAN, _GERMAN, _MORE_GERMAN,
            _SPANISH, _MORE_SPANISH, _FRENCH, _MORE_FRENCH, _CHINESE, _MORE_CHINESE, _ELSEWHERE,
        )
        for form in forms
    ),
    re.IGNORECASE,
)  # fmt: skip
HIDDEN = re.compile("|".join(_HIDING), re.IGNORECASE)
