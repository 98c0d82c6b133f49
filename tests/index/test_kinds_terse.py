"""What questions without a question word, or with several, ask for."""

import pytest

from index.question.kinds import kind_of

HOW_MUCH = """
Fenwick school roll autumn 2021?
primary pupil numbers spring 2018?
National ranking of the county for litter, 2019?
Quality/price split on the cleaning contract?
market takings and stall numbers for 2022/23
votes for and against?
how many voted each way?
tonnage of glass collected 2019
length of the new footpath
size of the allotment site at Fenwick
What drop in visitors did the Head of Culture expect after the rise?
What has Ousterby said it will chip in for the bridge?
What did the lunch club get from the lottery in 2015?
which pot pays for the band and how much is it?
Where would the new homes go and how many?
how have we done on missed bins since May?
how well did the county score on the staff survey
January 2010: what had the county put up for the sluice, against what total bill?
turnout in the Fenwick ward by-election 2019
ratio of staff to children at the playgroup
Rent and service charge on the depot?
council tax base 2024/25
Number on the housing waiting list, March 2020
at what age do you get a bus pass
to the nearest pound, what did the fete make?
what score did the winning bid get
percent of bins collected on time
how many plots are vacant at Fenwick
cost per head of the lunch club
reserves at year end?
what's the hourly rate at the multi storey
bus fare from Fenwick to Marrow
hire of the hall per hour?
what did the pool lose last year
budget for trees this year
homes planned at Gypsy Lane, how many?
what's the speed limit going to be
what sum did the developer offer for the play area
by how much did the precept go up
increase in the clerk's pay
size of the grant to the scouts
How high is the new fence allowed to be
amount held in the flower fund
Cost?
staff sick days average last year
percentage turnout at the poll
how big a majority did the motion get
what would a stamp cost us
spending on agency staff, 2021/22
vote count on the amendment
what share of the proceeds do we keep
the new fee for a taxi plate
target for affordable homes?
"""
OTHER = """
Which regs let us charge for skips?
What law lets the parish run a market?
which act allows us to fine dog owners
under what power did we buy the field
where did staff go while the roof was mended
where did the library move to during the works
Which of the town's car parks fills up first?
why did the pump fail
what is the hall used for on Sundays
what for was the hall closed
why was the clerk absent
how do you book a pitch
what's a section 106
reason for the delay to the bypass
where will the new bins go
how is the precept worked out
what does the flood warden do
what did the survey of the trees find
what did the auditor say about petty cash
in what way is the new scheme better
what was wrong with the minutes
purpose of the shared depot
background to the twinning
how come the ferry stopped
where can I park for the library
explain the boathouse saga
what was Mrs Finch worried about
"""
WHO = """
Who looks after the flower tubs these days?
who runs the village website now
on whose nomination?
name of the officer to ring
person to ring about allotments
officer in charge of the market
vice chair chosen at the 2024 AGM, and seconder?
vice chair elected at the May meeting
Flood forum - which officer heads up the training?
which chief exec is fronting the merger
which councillor chairs the housing panel
which engineer designs the weir gates
head of planning?
chair of the flood group since 2019
proposer and seconder of the mast motion
lead officer for the tree strategy
contractor appointed for the roof
firm that won the gritting contract
mast motion: proposed by whom?
who was it that complained
who's responsible for hedges along the lane
which of the bidders was cheapest
Cllr who asked about the bus lane?
which county councillor came to the June meeting
In May 2019 the mayor stood down - who took over?
Whose job is it to cut the verge?
who do I ring about a broken lamp
man who complained about the dog bin
What's the name of the new headteacher?
Weir Lane homes: which builder?
which department runs the ferry
Who put in for the boathouse lease and lost?
the officer presenting the leisure report
who seconded?
Which charity benefited from the fete?
monitoring officer's deputy?
who voted against the mast
"""
WHEN = """
Last scheduled council before Easter?
cut off for handing in a petition
What closing time was put on the cafe?
Where and when did the two boards first meet?
start date of the new contract
finish time of the June meeting
opening times for the tip
expiry date of the lease
closing date for comments on the mast
what hours may the pub sell drink
June meeting: what time did it close?
next AGM
date the lease runs out
At which meeting was the budget signed off?
how late can the bar stay open
When will the toilets open again?
how long have we had the lease
lease of the mill: when is it up?
by what date do objections need to be in
Deadline?
which month does the fair come
date set for the tree walk
when's bin day after Christmas
from when will the permit cost more
what day of the week is the surgery
times of the ferry on Sunday
how far ahead do questions have to be in
the year the hall was built
when did the auditor sign the accounts off?
"""
DECIDED = """
what did the planning committee say to the tennis club's lights in May 2016?
What did the parish council say to the new barn?
what's our line if the mill owners apply again?
what did the board think of the merger
how did the vote go on the mast
verdict on the tennis lights?
what did we say about the wind farm
what did councillors make of the merger
what did we end up doing about the pond
what conclusion did the panel come to on buses
Mill Lane flats: for or against?
what was minuted as agreed on the flagpole
how was the complaint about the band settled
what did cabinet do with the scrutiny report on litter
did the mast get approved or refused
council's view on the bypass
parish response to the boundary review
which way did the vote go on the bandstand
resolution on twinning?
what was the recommendation on toilets
what were cabinet members asked to approve for the depot
"""
LIST = """
what extras were suggested in May for the fete?
what prices came in for the roof and who was cheapest?
what was on the agenda for cabinet on 3 June 2024?
how did the three options compare on cost?
members of the flood group
objections to the mast
reasons for refusing the mast
conditions on the wedding licence
what are the main findings of the audit
which roads are being resurfaced
what sites did the panel visit
give me the conditions attached to the licence
Which three bids were shortlisted?
what else was discussed in May
what events are planned for the jubilee
names of the trustees
what are the five wards called
what topics will the workshop cover
all the grants given in 2019
"""
LATEST = """
Latest on the weir
latest on who will run the baths
what's new with the bypass
where have we got to with the chargers
where's the ferry lease up to
how's the footbridge repair coming on
what's going on with the bandstand
most recent on the tip
Any movement on the mast?
boathouse lease - latest?
how do things stand with the twinning
has there been any news on the ferry
what's the current state of the bridge repairs
"""
YES_NO = """
Mast: backed or not?
have we ever fined anyone for litter?
was anyone against the mast?
is there a crossing outside the school
will the fair come back
anyone object to the mast?
dogs allowed on the green?
does the lease let us sublet
Bandstand: was it ever listed?
can we charge for parking on the green
"""
TABLE = {
    "who": WHO, "when": WHEN, "how_much": HOW_MUCH, "list": LIST, "decided": DECIDED,
    "yes_no": YES_NO, "latest": LATEST, "other": OTHER,
}  # fmt: skip
ROWS = [(asked, kind) for kind, rows in TABLE.items() for asked in rows.strip().splitlines()]


@pytest.mark.parametrize(("asked", "kind"), ROWS)
def test_a_terse_question_is_of_a_kind(asked: str, kind: str) -> None:
    assert kind_of(asked) == kind
