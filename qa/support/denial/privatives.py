"""Words that deny in themselves: what "free", "rejected" and "unfit" tell, another writer tells with "not" and "no"."""

import re

from qa.support.evidence import root

_WORDS = """
abandon abolish abort absence absent abstain against alone ambiguity ambiguous anonymous apart apathy avoid away ban bar bare barren
barrier bereft beyond blank blind block boycott breach break burn cancel cease clash close closed collapse collide conceal condemn
conflict confuse contentious contest contradict contrary contrast controversial controversy critic critical criticism critique damage
dead deadlock defeat defect deficit defy delay demolish denial deny deprive derogatory destroy differ difference different difficult
disagree discard discontinue discount discourage dismiss dispute dissent distinct disuse diverge divide doubt dry dull dwindle elude
empty end escape evade except exception exclude exclusive exempt exempted expel extinct fade fail failure false far few fewer flaw
flout forbid forget forgo former free fruitless futile gap halt harm hate hesitant hidden hide hinder hollow hostile idle ignorance
ignore illegal illegitimate illicit immune impasse impede imperfect impossible improbable improper inability inaccessible inaccurate
inactive inadequate incapable incompatible incomplete inconclusive inconsistent incorrect independent indifferent ineligible inferior
informal infringe innocent insufficient intact invalid invisible irregular irrelevant isolate isolated kill lack landlocked lapse less
little lose loss lost mere minority mislead miss missing mistake moot mute mystery neglect neutral nothing object objection obscure
obsolete obstacle odds omission omit only open oppose opposite opposition optional outlaw outside overlook overrule overturn pause
pejorative pending postpone prevent problem prohibit quash quit rare rarely refusal refuse reject rejection relinquish reluctant remote
remove renounce repeal repudiate rescind resign restrict retract revoke rid ruin scarce scathing sceptic sceptical scrap secret
separate shallow shelve shortage shun shut silence silent skeptic skeptical slow sole solely spoil spurn stagnant stall stop stray
suspend taboo temporary tentative terminate trivial unlike vacant vacuum vague vain vanish veto violate violation void voluntary waive
wane weak withdraw wither withhold without withstand worthless wrong
bad deter disallow elsewhere foil forestall hamper inhibit obstruct poor poorly preclude thwart wait
"""
# A list, and not the prefix: "inform" denies no form, and "import" no port.
IN_WORDS = """
inability inaccessible inaccurate inaudible inattentive inanimate inarticulate inconsiderable inconceivable inconspicuous incessant
inactive inadequate inadmissible inapplicable inappropriate incapable incoherent incompetent inconclusive inconsistent inconvenient
incorrect indecisive independent indestructible indirect indistinct ineffective inefficient ineligible inequality inexact
inexpensive inexperienced infertile infinite inflexible infrequent inhospitable inhuman inoperative inconsequential
indifferent indispensable indisputable inedible inexcusable inexplicable inextricable infallible inescapable inevitable insecure
insensitive inseparable insignificant insincere insoluble insufficient intolerant invalid invariable invisible involuntary immature
immobile immoral immortal immovable impartial impatient impenetrable imperfect impersonal implausible impolite impractical imprecise
improbable improper impure illegal illegible illegitimate illiberal illogical irrational irregular irrelevant invulnerable invertebrate
immeasurable irreconcilable irreligious irreparable irresistible irrevocable irreplaceable irresponsible irreversible
""".split()
PRIVATIVES = frozenset(root(word) for word in [*_WORDS.split(), *IN_WORDS])
PREFIXED = re.compile(
    r"(?:un(?!it|i[vfqo]|der|til|less|cle)\w{3,}|dis(?!cuss|play|tric|tan|tribut|eas|covery|cover|ciplin|tinguish|patch|solv|cours|h)\w{4,}"
    r"|non\w{4,}|mis(?!sion|sil|s$|ter)\w{4,}|\w{3,}less)"
)


def is_privative(word: str) -> bool:
    """Whether a root denies in itself."""
    return word in PRIVATIVES or PREFIXED.fullmatch(word) is not None
