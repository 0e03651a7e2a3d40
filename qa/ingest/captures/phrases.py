"""The words of the furniture: a row a kind, in English and Korean. `vocabulary` reads them.

Each row: how much a line of the kind says that a text is a capture (1: hardly anybody writes it himself; 0.5: a person might),
and patterns for the whole line, without bullet or closing marks, whatever its case. A line here is some patterns with | between
them; the lines of a row are joined by |. Rows are tried in order. A new site needs a new phrase here and nothing else.
"""

LINKS = "links"  # the one kind that others treat in its own way
# In place of <stories>: what pages call what they offer to read next.
STORIES = (
    r"(?:articles?|stories|story|news|posts?|publications?|reading|content|topics?|threads?|discussions?|videos?"
    r"|coverage|links?|reports?|items?)"
)
MENU = r"""
    home|news|latest|menu|search|sign in|sign up|log ?in|log ?out|register|my account|about|about us|contact|contact us|careers
    jobs|advertise|advertise with us|help|faq|sitemap|rss|terms|terms of (?:use|service)|terms (?:and|&) conditions|privacy
    privacy (?:policy|notice)|events|experts|research|publications|weather|sports?|politics|business|world|opinion|culture
    economy|tech|technology|science|health|life|life ?style|&|and|arts|programs?|essays|fiction|features|columns|all menu
    sections|back issues|imprint|entertainment|travel|videos?|photos?|podcasts?|e-?paper|archives?|back|next|previous|list|logo
    more|see all|view all|load more|show more|close|main page|random page|create account|talk|edit|view history|tools|article
    topics?|live|headlines|national|international|local|regions?|markets|donate|support us|toggle navigation|obituaries
    classifieds|e-?editions?|editions?|puzzles|games|crosswords?|horoscopes?|recipes|food|real estate|shop|store|cart|account
    my profile|profile|settings|notifications|dashboard|english|korean|eng|kor|한국어|日本語|中文|español|français|deutsch|us|uk
    asia|africa|europe|americas|middle ?east|breaking(?: news)?|(?:world|us|local|top) news|today['’]?s paper
    newsroom|press|press room|media|tv|radio|live tv|watch|watch live|listen live|schedule|docs|documentation|blog|pricing
    products?|features|solutions|resources|customers|company|changelog|status|security|partners|team|our team|community|forums?
    support|help cent(?:er|re)|accessibility(?: statement)?|your privacy choices|do not sell.{0,40}|ad ?choices
    investor relations|site ?map|corrections|masthead|ethics(?: policy)?|standards|projects|initiatives|issues|countries|people
    staff|membership|members|join|join us|subscribe|for you|following|feed|explore|discover|로그인|회원가입|검색|메뉴|홈|뉴스
    정치|경제|사회|국제|문화|스포츠|연예|오피니언|생활|지역|과학|전체기사|전체메뉴|목록|기사제보|회사소개|고객센터
"""
BUTTONS = r"""
    share|tweet|print|save|save (?:for later|article)|bookmark|e-?mail|listen|follow|facebook|twitter|x|linkedin|whatsapp
    telegram|reddit|instagram|youtube|threads|bluesky|pinterest|kakaotalk|copy|copy (?:link|url)|(?:link|url) copied|cite
    download|clip|font size|text size|a[+-]|gift|accept|reject|decline|like|dislike|pdf|restack|가|공유|공유하기
    글자 ?크기(?: ?(?:조정|변경))?|인쇄|인쇄하기|스크랩|북마크|좋아요|페이스북|카카오톡|트위터|밴드|링크 ?복사|url ?복사|url
    메일|프린트|카카오스토리|네이버 ?블로그|듣기|본문 ?듣기|훈훈해요|슬퍼요|화나요|추천해요|후속기사 원해요|쏠쏠정보|흥미진진
    gift (?:this )?article|send|messenger|line|mastodon|flipboard|pocket|more sharing options|print (?:article|page)|read aloud
    play|pause|mute|dark mode|larger|smaller|comment|react|bookmarks?
"""
PHRASES: dict[str, tuple[float, str]] = {
    "cookies": (1, r"""
        (?:accept|reject|allow|decline)(?: all| necessary| additional)(?: cookies)?|(?:accept|reject) cookies
        (?:view|change|hide)(?: cookies?)(?: settings)?|cookies on this (?:site|service|website)
        manage (?:cookies|consent|preferences)|cookie (?:settings|policy|preferences|notice)
        (?:we|this (?:web)?site|our (?:web)?site)(?: and our \w+)? uses? (?:\w+ ){0,3}cookies\b.*
        by (?:continuing|using|browsing)\b.*\bcookies\b.*|only necessary cookies
    """),
    "paywall": (1, r"""
        (?:exclusive )?(?:for )?subscribers? only.{0,30}|get (?:unlimited|full|digital) access\b.*|this is a (?:free )?preview\b.*
        (?:please )?(?:subscribe|log ?in|sign (?:in|up)|register|become an? \w+|join)(?: now)? to (?:continue|keep|read|unlock)\b.*
        to (?:continue|keep) reading\b.*|already (?:an? (?:subscriber|member)|have an account)\b.*
        this (?:article|content|story) is (?:only )?(?:available )?(?:for|to) (?:our )?(?:subscribers|members)\b.*
        you(?:['’]ve| have) (?:read|reached|used)\b.*\barticles?\b.*|unlock (?:this|the full|full)\b.*|.*유료 ?(?:회원|구독자).*
        .*(?:구독|로그인) ?(?:후|하시면|하면) .*
    """),
    "mail": (1, r"""
        view (?:this e-?mail )?in (?:your )?browser|you(?:['’]re| are) receiving this\b.*|unsubscribe(?: here)?
        (?:manage|update) your (?:e-?mail )?preferences|forward to a friend|was this (?:e-?mail )?forwarded\b.{0,80}
        thanks? (?:you )?for (?:reading|subscribing)\b.{0,80}|this (?:post|e-?mail) is public\b.{0,80}|(?:view|read) (?:it )?online
        ready for more\W?
    """),
    "newsletter": (1, r"""
        (?:by (?:signing up|subscribing|submitting|clicking)\b.{0,60}\bagree)\b.*|please (?:enter|provide) a valid e-?mail\b.*
        (?:thanks|thank you) for (?:signing up|subscribing).{0,60}|check your inbox\b.*
        stay (?:informed|up[- ]to[- ]date|connected|in the loop|in touch|tuned)\b.{0,160}|enter your e-?mail\b.*
        your e-?mail(?: address)?|sign up (?:for|to)\b.{0,160}|subscribe to\b.{0,160}
        .*\b(?:delivered|straight|directly|sent) to your inbox\b.*|get .{3,80}\b(?:in|to) your inbox\b.*
        get (?:e-?mails?|alerts?|updates?)\b.{0,60}|.*\b(?:sign up|subscribe) (?:here|now|today|for free)\b.{0,10}
        join our mailing list\b.*|(?:our|free|daily|weekly) newsletters?|.{0,40}뉴스레터.{0,40}(?:구독|신청|받).{0,40}
        이메일(?: 주소)?(?:를)? ?(?:입력|등록).*
    """),
    "subscribe": (0.5, r"""
        (?:get started|start|try)(?: \S+)?(?: for)? free\b.{0,40}|(?:book|request|get) a demo|contact sales|get started.{0,30}
        no credit card\b.{0,20}|free trial.{0,20}|start (?:your|a) (?:free )?trial.{0,40}|premium|cancel any ?time.{0,3}
        (?:support|fund) (?:us|our|independent)\b.{0,120}
        (?:please )?(?:become|consider becoming) an? (?:paying |paid )?(?:member|supporter|subscriber|patron)\b.{0,120}
        get the print edition|subscribe(?: now| today| here)?|newsletters?|구독(?:하기|신청)?|뉴스레터
        (?:log ?in|sign in)\s*[|/]\s*(?:subscribe|register|sign up)|follow us\b.{0,80}|(?:we are|find us) on social media
    """),
    "app": (1, r"""
        .*\bdownload\b.{0,40}\bapp\b.*|(?:get|open in|use)(?: the| our)? app
        (?:app ?-?store|google ?-?play|play ?-?store)[\w -]{0,24}|.*(?:앱|어플) ?다운로드.*|.*앱에서 (?:보기|열기).*
    """),
    "adverts": (1, r"""
        advertis(?:e)?ments?(?:\W.*)?|ads?(?: by .*)?|\W?sponsored(?: content| links?)?\W?|promoted(?: by .*)?|paid (?:post|content)
        \W?광고\W?|ad feedback|(?:story|article|text) continues\b.{0,60}|continue reading below|scroll (?:down )?to continue\b.*
        skip (?:ad|advert|promotion|newsletter)\b.*
    """),
    "chrome": (1, r"""
        skip (?:to )?(?:(?:main )?content|navigation|main|search|footer)|an official website of\b.{2,60}
        here[’]?s how you know.{0,4}|official websites use\b.*|secure \S+ websites use\b.*|이 누리집은.*
        .*공식 (?:전자정부 )?누리집.*|(?:is|was) this (?:page|article|information) (?:useful|helpful)\b.*|(?:페이지 )?만족도.{0,30}
        공공누리.*|report (?:a|an) (?:problem|error|typo|issue)\b.{0,40}|(?:give|send|share)(?: us)?(?: your)? feedback\b.{0,60}
        thank you for your feedback.{0,4}|\(?opens in (?:a )?new (?:window|tab)\)?|(?:page )?last (?:reviewed|revised)\b.{0,40}
        this (?:article|story|piece|post|column|essay)(?: was)? (?:originally |first |also )*(?:appeared|published|ran)\b.{0,100}
        (?:follow|reach|contact|email) (?:him|her|them|me|the (?:reporter|writer|author))\b.{0,100}|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}
        need a (?:news )?break\b.*|toggle \w+|(?:back|return|go) to (?:the )?top|(?:본문|메뉴|주메뉴) ?(?:으로)? ?바로가기|맨 ?위로
        top으로|share (?:this|on|via|to|with)\b.{0,40}|기사 ?공유.*|listen to (?:this )?(?:article|story)\b.*|\d+ shares?
        add (?:us )?as (?:a )?preferred.*|이 기사를 공유.*|텍스트 ?음성 ?변환.*|(?:본문 ?)?요약봇|자동 ?요약.*|sns ?보내기
        기사 ?원문|글자 ?크기 ?변경하기|print this\b.{0,20}|this page was last (?:edited|modified|updated)\b.{0,60}
        from \S.{2,60}\bencyclop(?:a?edia|ædia)\b.{0,60}|download (?:pdf|as pdf|the pdf|this)\b.{0,30}
    """),
    "crumbs": (1, r"""
        (?:home|news|홈|뉴스|front page|forum)\s*[>›»/]\s*.{2,80}|home\s*\|\s*.{2,40}\|.{2,120}
        [\w &]{2,24}(?:\s*[>›»]\s*[\w &]{2,40}){1,4}
    """),
    "nothing said": (1, r"""
        no comments(?: yet)?\b.{0,40}|be the first to comment\b.*|첫 ?댓글.*|등록된 댓글이 없습니다.*
    """),
    "comments": (0.5, r"""
        (?:view |show |read )?(?:all )?\(?\d*\)? ?comments?(?: ?\(?\d+\)?| section)?|leave a (?:comment|reply)
        (?:join the|start a) (?:conversation|discussion)\b.*|(?:add|post|write) a comment\b.*|sort by\b.{0,20}
        discussion about this .{1,20}|댓글(?: ?\d+| ?쓰기| ?보기| ?\(\d+\))*|의견 ?쓰기
    """),
    LINKS: (0.5, r"""
        (?:related|recommended|similar|more|other|latest|popular|trending|top|further|suggested|featured)(?: <stories>)?(?: for you)?
        (?:related|more|other|recent|latest) (?:to|from|in|on|by) .{1,50}
        you (?:may|might) (?:also )?(?:like|enjoy|be interested)\b.{0,30}
        most[ -](?:read|viewed|popular|shared|commented|watched)\b.{0,30}|(?:read|watch|up) next|what to read next|trending now
        read also|also read|keep reading|(?:latest|also|more|next) in\b.{1,40}|(?:more )?stories (?:like this|for you|you may like)
        (?:in )?case you missed it|(?:promoted|sponsored) stories|what (?:others|people|readers) are reading|elsewhere on\b.{1,40}
        (?:hot|trending) (?:topics|questions)|(?:top |our )?picks(?: for you)?|just in|next (?:story|article)
        (?:explore|discover|more) (?:more|like this)|(?:go|dive|dig) deeper|from the archives?|editors?['’]?s? (?:picks?|choice)
        recommended\b.{0,30}|from our partners|(?:from )?around the web|see also|more headlines|popular\b.{0,20}|people also read
        (?:관련|추천|인기|주요|최신|다른) ?(?:기사|뉴스|글|기사 더보기)|(?:가장 )?많이 (?:본|읽은|찾는) ?(?:뉴스|기사|글)?
        .{1,20} 주요 ?뉴스|(?:오늘의|랭킹|실시간) ?(?:주요 ?)?(?:뉴스|기사|이슈)|핫 ?이슈|이 시각 .{0,12}
        함께 (?:본|볼만한|읽은) .{0,12}|.{0,12}의 다른 기사.{0,8}
    """),
    "pointer": (1, r"""
        (?:related|read (?:more|also|next)|see also|also read|more|watch|관련 ?(?:기사|뉴스)|더 ?보기)\s*(?:[:：▶►]|[>→])\s*\S.{0,200}
        (?:read|view) (?:the )?(?:full|rest|whole|complete)\b.{0,30}
    """),
    "read on": (0.5, r"""
        (?:read|learn|see|find out|show) more|continue reading|read on|더 ?보기|자세히 ?보기|기사 전문.{0,10}|expand|collapse
    """),
    "rights": (0.5, r"""
        (?:[©ⓒ]|\(c\)\s?\d{4}|copyright\b).{0,260}|.*\ball rights reserved\b.*|.*저작권자.*|.*무단 ?(?:전재|복제).*
        (?:text|content) is available under\b.*|.*(?:등록번호|발행인|사업자 ?등록|청소년 ?보호).*
        .*\b(?:tel|phone|fax)\.?\s?[:：]?\s?[+\d].*[|·].*|.*[|·]\s*(?:tel|phone|fax)\b.*
    """),
    "bio": (0.5, r"""
        about (?:the|this|our) (?:authors?|writers?|contributors?|program(?:me)?s?|projects?|series|publications?)
        about (?:the|this|our) (?:cent(?:er|re)|institute|organi[sz]ation|company|newsletter|podcast|site)
        (?-i:About (?!The |This |Our |Us\b)[A-Z])[\w&.'’ ]{2,40}|(?:필자|저자|글쓴이|기자) ?(?:소개|프로필|페이지|구독).{0,20}
        (?-i:SOURCE):? .{2,60}|.*언론사.{0,40}(?:분류|구독|이동|선정|바로 ?가기|편집).*|기사의 섹션 정보.*
    """),
    "views": (0.5, r"""
        (?:this|the) (?:brief|report|paper|article|project|study|work)\b.{0,30}\b(?:made possible|supported|funded) (?:by|with)\b.*
        this (?:publication|report|series)\b.{0,30}\b(?:produced|sponsored|commissioned) (?:by|with)\b.*
        (?:[\w ]{3,30}) (?:is|are) produced by\b.*|transcripts? (?:is|are|may|was|were)\b.*|no direct sponsorship\b.*
        (?-i:[A-Z]).{2,60} (?:is|are) (?:part|a (?:program|project|publication|service)) of (?:the )?(?-i:[A-Z]).{2,60}
        this (?:interview|article|story|conversation|text) (?:has been|was) (?:lightly )?(?:edited|condensed|updated|amended)\b.{0,80}
        (?:the|our) (?:writer|author|columnist|contributor)s? (?:is|are|was|were|has|teaches|works|writes)\b.*
        \W?(?:the )?(?:views|opinions)(?: expressed| presented)?\b.{0,80}\b(?:own|necessarily|reflect)\b.*
        (?:필자|이 글)[은는이가].{0,100}|※?\s?(?:본|이) ?(?:칼럼|기고|글|기사)[은는].{0,100}
        this (?:alert|article|post|publication|page|content|material)\b.{0,40}\b(?:general )?information(?:al)?\b.{0,40}\badvice\W*
    """),
    "contact": (0.5, r"""
        (?:media|press)? ?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)) ?(?:information)?:?(?: .{0,60})?
        for (?:more|further|media|press) (?:information|enquiries|inquiries)\b.*|attach(?:ments?|ed files?)(?: ?\(?\d+\)?)?
        [\w.+-]+@[\w-]+\.[\w.]+|첨부 ?파일?(?: ?\d+개?| ?다운로드)?|(?:문의|문의처|담당 ?부서|담당자)(?: ?[:：].*)?
    """),
    "contents": (0.5, r"""
        (?:table of )?contents|(?:on|in) this (?:page|article|report)|jump to(?: section)?|목차
    """),
    "neighbors": (0.5, r"""
        (?:previous|next|prev|older|newer)(?: (?:article|post|story|page))?(?:\s*[:：]\s*.{3,120})?|(?:이전|다음) ?글.{0,120}
    """),
    "tags": (0.5, r"""
        tags?|(?:topics )?in this (?:article|story):?|explore (?:these )?topics
        (?:tags?|tagged(?: in| with| as)?|topics?|keywords?|filed under|categor(?:y|ies)|태그|키워드)\s*[:：].*
        tagged (?:in|with)\b.*|(?:#[\w가-힣]+[\s,]*){1,20}
    """),
    "reading time": (1, r"""
        \W?\d+[- ]?min(?:ute)?s?[- ](?:to )?read|(?:estimated )?read(?:ing)? time\b.{0,20}|\d+[- ]min(?:ute)?s?[- ]listen
        읽는 ?시간.*
    """),
    "counter": (0.5, r"""
        (?:views?|hits|reads|조회수?)\s*[:：]?\s*[\d,.]+k?|[\d,.]+k? (?:views|reads|people reading)|기사 ?스크랩.*
    """),
    "label": (0.5, r"""
        (?:from|by|(?:first |last )?(?:published|updated|posted|modified)|date|author|입력|수정|발행)
        (?:department|division|section|source|contact|registered by|writer|file|url|from|subjects?|cite as|doi|isbn|issn)\s*[:：]\s.{1,80}
    """),
    "translated": (1, r"""
        (?:this|the) (?:article|page|story|text|content|report|post)\b.{0,60}\btranslat(?:ed|ion)\b.*
        translated (?:from|by|with)\b.{0,80}|(?:machine|automatic(?:ally)?|ai)[- ]translat(?:ed|ion)\b.{0,120}
        (?:view|show|see|read)(?: the)? original\b.{0,40}|.*(?:기계|자동) ?번역.*|원문 ?보기|번역(?:기)?(?: ?설정)?
    """),
    "credit": (0.5, r"""
        .{0,240}\b(?:photo|image|picture|photograph|illustration|graphic|video)s?(?: credit| by| courtesy)?\s*[:：]\s*\S.{1,60}
        .{0,240}\((?:photo|image|picture|photograph|illustration)s? (?:by|courtesy|credit|from)\b[^)]{2,60}\)\.?
        .{0,240}[(\[] ?(?:사진|제공|출처|자료|그래픽) ?[=:：/][^)\]]{1,40}[)\]]|.{0,240}\bfile (?:photo|picture|image)\)?\.?
        (?:사진|이미지) ?(?:확대|크게 ?보기)|/?\s?(?:사진|출처) ?[=:：].{1,40}
        (?:photo|image|picture|video|figure|illustration|graphic)s? (?:by|courtesy of|credit|source|caption)\b.{2,200}
    """),
    "forum": (1, r"""
        reply|quote|report(?: (?:post|abuse))?|upvote|downvote|permalink|(?:no )?(?:\d+ )?answers?|sorted by\b.{0,30}
        viewed [\d,.k]+ times|not the answer you\b.*|browse other questions\b.*|(?:give )?award|joined:? .{3,20}
        (?:posts|messages|reputation)\s*[:：]\s*[\d,]+|[\d,]+ (?:points?|likes?|replies|upvotes?|votes?)|#\d{1,4}
        답글(?: ?\d+| ?쓰기)?|추천 ?\d*|비추천 ?\d*|신고(?:하기)?
    """),
}  # fmt: skip
