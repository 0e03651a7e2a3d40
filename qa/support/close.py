"""Words of one meaning or one family that no ending brings together: "describe" and "description", "inhabitants" and "population".

For what a claim is about (kin.py); denials and comparisons use the narrower groups of synonyms.py.
"""

from qa.support.synonyms import stemmed

_GROUPS = """
describe description descriptive; subscribe subscription; receive reception receipt; conceive conception; deceive deception;
perceive perception; assume assumption; consume consumption; resume resumption; produce production product; introduce
introduction; admit admission; permit permission; submit submission; transmit transmission; omit omission; destroy destruction;
apply application; solve solution; dissolve dissolution; evolve evolution; retain retention; abstain abstention; compel
compulsion; expel expulsion; succeed success succession successor; proceed procedure; exceed excess; concede concession; inquire
inquiry; choose choice; believe belief; prove proof; live life alive; fly flight; see sight; weigh weight; strong strength
strengthen; long length lengthen; short shorten; deep depth deepen; wide width widen; high height heighten; broad breadth; hot
heat; speak speech; feed food; breathe breath; advise advice; proud pride; poor poverty; know knowledge; marry marriage; clear
clarity clarify; simple simplicity; true truth; arrive arrival; explain explanation; reveal revelation; pronounce pronunciation
pronouncement; try trial; enter entry entrance; absent absence; vary variety variation; survive survival survivor; pursue pursuit;
threat threaten; behave behavior; analyze analysis; emphasis emphasize; hypothesis hypothesize; coast coastal; city urban; sun
solar; moon lunar; mind mental; tooth dental; manual hand; king queen royal; law legal; war wartime; month monthly; sea marine
maritime; church ecclesiastical; parent parental; child childhood; age aged; own owner ownership; lose loss; give gift; almost
nearly; also too; usual typical general normal common often frequent regular customary commonplace; probable likely; perhaps
possible maybe; whole entire complete full total; chief main primary principal basic foremost; often frequent; seldom rare;
numerous many; handful few; tiny minute; huge enormous vast immense; later afterward subsequent; initial first original; today
nowadays present modern current; ancient old; wealthy rich affluent prosperous; renowned famous known celebrated; fatal deadly
lethal; eager anxious keen; afraid fearful fear; vague unclear nebulous murky opaque; strict stringent tight; compulsory
obligatory mandatory obligation; tentative provisional; intrinsic inherent; drastic sharp severe; laborious tedious; durable
lasting; silent silence quiet; identical same alike; similar alike like resemble; adequate sufficient satisfactory enough; costly
expensive; extensive widespread wide; equal even; mutual both each; abroad elsewhere foreign; confirm validate verify; generate
produce create; waste refuse rubbish garbage trash; gap loophole hole; share fraction proportion; technique technology method;
population inhabitant resident people; rank place position standing status; slip drop fall decline slide; disappear vanish;
acknowledge recognize admit; solid firm strong; base foundation basis; seek pursue; benefit advantage gain; buyer purchaser
customer shopper; forge counterfeit fake; observe note remark comment; provide confer supply; govern control rule; seat capital;
portray depict describe; promise assurance assure; room space; combine mix merge blend join; contrast difference differ; supersede
replace succeed; sway power influence; hold wield; conviction belief; convert turn transform; print publish; call refer known;
school educate education; value importance; exist extant existence; text writing write written; suppress curb check; spread
transfer; infection disease illness; pipe tube tubing; planet earth world globe; road highway street; home house housing; spur
stimulate prompt encourage; claim assertion assert statement contend argue; shard fragment piece; floor storey story; visitor
tourist tourism; woodland forest; desert abandon; district neighborhood neighbourhood quarter; flat apartment; instruct
instruction educate education teach; custom tradition; pupil student; chart graph; incorporate include inclusion; passage text;
sort kind type form variety; mirror reflect; tolerate endure; failing lapse fault failure; affair case matter; loosen relax ease;
uphold enforce; campaigner advocate activist supporter; oppose opponent against; grow growth develop development; host carry bear;
outcome result; artifact product; origin originate source; word term; supper dinner meal; doctor physician; soldier troop; infant
baby; sick ill; clergy priest; killing murder; quarrel dispute; attempt try; rescue save; hide conceal; rely depend; gather
collect; decorate ornament adorn; hostile hostility enemy; mock mockery derision ridicule; flee escape; occupy seize; appoint
appointment name; elect election vote; resign resignation; border boundary frontier; slope hillside; peak summit height; famous
fame; honor honour; color colour; labor labour; harbor harbour; center centre central; defense defence; licence license; metre
meter; theatre theater; plow plough; gray grey; program programme; grain cereal corn; meat flesh; cattle cow; sheep flock; village
settlement; town city municipality; island isle; mountain peak; stone rock; timber wood; garment clothing clothes cloth; vessel
ship boat; weapon arm; battle fight combat; victory win victorious; defeat lose; treaty pact; heir inherit inheritance; tale story
narrative; painter artist; author writer; poem poetry poet; song music musical; film movie; newspaper press; speech address;
pejorative derogatory disparage; benefit profit
"""

CLOSE = stemmed(_GROUPS)
"""Each group as stems."""
