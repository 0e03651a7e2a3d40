"""Names of one family: a place, who lives there, and what is of it ("Europe", "Europeans"; "the Netherlands", "Dutch")."""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

from qa.words import WORD, stem

# What no ending tells: peoples, the capitals that stand for governments, and titles with what they are short for.
_FAMILIES = """
china sino; japan nippon; netherlands dutch dutchman dutchmen holland; france franco frenchman frenchmen parisian parisians
francophone francophones; england english anglo englishman englishmen anglophone anglophones; scotland scottish scots scot
scotch scotsman scotsmen; wales welsh welshman; ireland irish irishman dublin; spain spanish hispano spaniard spaniards madrid
hispanophone hispanophones; portugal portuguese lisbon; denmark danish dane danes copenhagen; sweden swedish swede swedes
stockholm; finland finnish finn finns helsinki; poland polish pole poles warsaw; norway norwegian norwegians oslo; iceland
icelandic reykjavik; switzerland swiss bern; greece greek greco greeks hellenic athens; turkey turkish turk turks ankara;
philippines philippine filipino filipinos manila; thailand thai thais bangkok; argentina argentine argentines; slovakia slovak
slovaks bratislava; czechia czech czechs prague; serbia serb serbs serbian belgrade; croatia croat croats croatian; afghanistan
afghan afghans kabul; kazakhstan kazakh kazakhs; uzbekistan uzbek uzbeks; turkmenistan turkmen; tajikistan tajik tajiks;
kyrgyzstan kyrgyz; congo congolese; naples neapolitan; venice venetian venetians; florence florentine; genoa genoese; troy
trojan trojans; carthage carthaginian carthaginians punic; byzantium byzantine byzantines; normandy norman normans; flanders
flemish; burgundy burgundian; bavaria bavarian; cyprus cypriot cypriots; monaco monegasque; lebanon lebanese beirut; wien vienna
viennese; moscow muscovite; liverpool liverpudlian; manchester mancunian; glasgow glaswegian; peru peruvian lima; canada
canadian canadians ottawa; australia australian canberra; iran iranian tehran; iraq iraqi baghdad; israel israeli; egypt
egyptian cairo; pakistan pakistani islamabad; vietnam vietnamese hanoi; taiwan taiwanese taipei; italy italian italians; austria
austrian austro; europe euro; africa afro; india indo; belgium belgian; hungary hungarian budapest; romania romanian bucharest;
belarus belarusian minsk; southkorea korea korean koreans; russia russo sovietunion kremlin; christ christian christians
christianity; judaism jewish jew jews; islam islamic muslim muslims moslem; buddha buddhist buddhists buddhism; protestantism
protestant protestants; columbus columbian; congress congressman congressmen congresswoman congresswomen congressional; senate
senatorial; parliament parliamentary; sen senator; rep representative; gen general; adm admiral; gov governor; lt lieutenant;
col colonel; capt captain; prof professor; pres president; sgt sergeant; napoleon napoleonic; nazi nazis nazism; viking vikings
norse norsemen; crusade crusades crusader crusaders; first i; second ii; third iii; fourth iv; fifth v; sixth vi; seventh vii;
eighth viii; ninth ix; tenth x; gaul gauls gallic gallo; britain britannic britannia brit brits londoner londoners; germany
berliner berliners; boulevard blvd; avenue ave; street st; mount mt; fort ft; pope popes papal papacy pontiff pontifical;
mongolia ulaanbaatar mongolian mongol mongols; catalonia catalan catalans; macedonia macedonian macedon; ptolemy ptolemies
ptolemaic; plato platonic platonist; aristotle aristotelian; arabia arabian arab arabs arabic; brittany breton bretons; cornwall
cornish; quebec quebecois; hindu hindus hinduism; shia shiite shiites; quran koran quranic koranic; bible biblical; burma
burmese myanmar; laos lao laotian; malaysia malaysian malay malays; panama panamanian; slav slavs slavic slavonic; bosnia
bosnian bosniak sarajevo; saudi saudis riyadh; emirates emirati; tsar tsarist czar; caliph caliphs caliphate; sultan sultans
sultanate; slovenia slovene ljubljana; moon lunar; sun solar; rwanda kigali; kenya nairobi; ethiopia addis; ghana accra; nigeria
abuja; senegal dakar; mali malian bamako; uganda kampala; tanzania dodoma; zambia lusaka; zimbabwe harare; angola luanda;
mozambique maputo; sudan khartoum; libya tripoli; tunisia tunis; algeria algiers; morocco moroccan rabat; cameroon yaounde; chad
chadian ndjamena; niger nigerien niamey; togo togolese lome; liberia monrovia; somalia mogadishu; namibia windhoek; botswana
gaborone; madagascar malagasy antananarivo; jordan amman; syria damascus; yemen sanaa; oman muscat; qatar doha; kuwait kuwaiti;
nepal kathmandu; bangladesh bengali dhaka; cambodia khmer; indonesia jakarta; mexico mexican; cuba havana; haiti haitian;
jamaica kingston; colombia bogota; venezuela caracas; ecuador quito; bolivia sucre; chile santiago; uruguay montevideo; paraguay
asuncion; brazil brasilia; estonia tallinn; latvia riga; lithuania vilnius; bulgaria sofia; albania tirana; montenegro
podgorica; kosovo pristina; moldova chisinau; georgia tbilisi; armenia yerevan; azerbaijan azeri baku; malta maltese valletta;
luxembourg luxembourger; bhutan thimphu; zealand wellington kiwi; judge justice
"""
_LISTED: dict[str, str] = {
    word: f"family {place}" for place, words in enumerate(_FAMILIES.split(";")) for word in words.split()
}
_ENDINGS = """
ean ian an n erner ern er ese ish ic im ism ist ite al i a e o y us ise ize ised ized ising izing isation
ization acy ate itan
""".split()
_SMALL_ENDINGS = "ism ist ern erner al".split()  # of words in small letters: "communism" for the Communists
_SHORTEST = 3  # letters that a family has in common
_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")  # of letters that stand for words
_TAIL = re.compile(
    r"-(?:style|era|age|wide|like|type|born|led|made|built|run|held|language|only|free|friendly|\w+(?:ed|ing))$"
)


@lru_cache(maxsize=2_000)  # a passage is held against many claims
def _kindred(text: str) -> frozenset[str]:
    """What its words have in common with those of their families: their stems, and what is left of a name without its ending."""
    return frozenset().union(*_families(text))


def are_kindred(name: str, text: str) -> bool:
    """Whether a text holds a word of the family of each part of a name: "Northeast Asian", where it has "Northeast Asia".

    What a hyphen puts behind a name is no part of it: "Tern-built".
    """
    return all(own & _kindred(text) for own in _families(_TAIL.sub("", name)))


def how_often(name: str, text: str) -> int:
    """How many of a text's words are of a name's family; of a name that a hyphen joins, of any part's."""
    own = _kindred(name)
    return sum(bool(own & each) for each in _families(text))


@lru_cache(maxsize=2_000)
def _families(text: str) -> tuple[frozenset[str], ...]:
    """Those of each word, without possessive endings; what a hyphen joins is two."""
    words = (_one(word).replace(".", "") for word in WORD.findall(text.replace("’", "'")))
    return tuple(_kin(part) for word in words for part in word.split("-") if part)


def _one(word: str) -> str:
    """Without what makes it a possessive, or more than one: "MSP's", "MSPs"."""
    return word.removesuffix("'s") if "'" in word else _PLURAL.sub("", word)


@lru_cache(maxsize=50_000)
def _kin(word: str) -> frozenset[str]:
    small = _plain(word.casefold()).rstrip("'")
    found = frozenset({stem(small), _LISTED.get(small, stem(small))})
    if word.isupper():
        return found
    cut = _cut(small, _ENDINGS if word[0].isupper() else _SMALL_ENDINGS)
    return found | {f"{each}~" for each in cut} | {_LISTED[each] for each in cut if each in _LISTED}


def _plain(word: str) -> str:
    """Without accents: "Zurich" is Zürich."""
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def _cut(word: str, endings: Iterable[str]) -> frozenset[str]:
    """ "europ" for Europe and European alike."""
    forms = {word, word.removesuffix("s")}
    cut = {form.removesuffix(ending) for form in forms for ending in endings}
    return frozenset(each for each in cut | forms if len(each) >= _SHORTEST)
