"""What kind of thing a question asks for, as officers ask it: terse or long, whole or not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.asks import asks
from index.question.kinds import kind_of

WHO = """
who leads procurement collaboration
Who's the clerk these days
who gets a seat on the harbour board
which officer is responsible for parking?
Which villager took on the flower tubs?
which resident complained about the weir gate
which member moved the amendment on grit bins
Which body owns the verge outside the school?
which firm won the resurfacing work
what company runs the leisure centre
which of our members sits on the flood forum
Which of the committees deals with street trading?
To whom was the lease of the mill granted
By whom was the tree survey done?
whose idea was the bandstand
On whose nomination was the vice chair chosen?
Name of the contractor for the play area?
what is the name of the contractor
Contact for the asset transfer report?
author of the flood resilience paper
Housing committee vice chair?
New bandstand - who is paying for it, and when does it open?
When the new council met in May 2023, who was put in the chair?
could you tell me which councillor opposed the cycle lane
do we know who looks after the war memorial
Hi, who signed the lease please?
May 2011: which authority took over the ferry?
trees on the green who is looking after them
which developer put in for the homes at Weir Lane
In March 2019, who spoke against the mast?
the councillor who asked for a bus shelter
Which trust will hold the museum's collection?
who else was at the site visit
"""
WHEN = """
when does the contract end
how long is the trial
How soon will the bridge reopen
On what dates were the surgeries held?
From what date do the new fares apply?
day and time of the litter pick
What time does the surgery start on Saturdays?
By when must comments be in?
date of the next meeting
what date was fixed for the AGM
what day are the bins emptied in Fenwick
Since when has the hall charged for parking?
Which year was the bypass finished?
Deadline for grant applications?
cut off for public questions to cabinet
statutory cut-off each year for setting the rate
next full council meeting
Last ordinary meeting before Christmas 2025?
Grit bins: when are they filled?
until when is the footpath shut
What is the closing date for objections?
when was the fountain last repaired
bus shelter on Mill Road replaced when?
At what time did the June meeting close?
"""
HOW_MUCH = """
how much did the trust put in
what is the total cost of the scheme
how many homes were built
price range for a new website
% of residents in favour of the mast
what percentage of takings comes to us
what proportion of the bill did the county offer
What did the bandstand come to in the end?
what balance did the treasurer report in May
what was the balance of the hall fund
What was the turnout at the by-election?
number of claimants of working age, Sept 2025
The flower fund - how much is in it?
what figure was put on the roof repairs
what will Ousterby pay us for the inspectors
What extra would the new tariffs raise over twelve months?
what subsidy do the two halls swallow
rent for the scout hut
How tall may the mast be?
cost of resurfacing Weir Lane
grass cutting contract cost
at what price was the mill sold
What's the precept for 2025/26?
total spend on legal fees 2019
How much did we give the scouts, and how did the vote split?
and how many signed the petition
what grant did the county make towards the sluice
what does it cost to run the ferry
In 2016 how much did the market bring in?
for how much was the old bank sold
what did we agree to pay the piper
what did the repairs to the roof cost
"""
LIST = """
what were the recommendations on the partnership project
what are our five priorities
Which applications were refused in March 2012?
which planning applications did we look at and what was our view on each
name the members of the harbour board
Name three schemes that were dropped
list what was spent in January
List the alternatives that were ruled out, and why each fell
what items did the auditor raise
What letters came in about the weir?
which ideas for the old bank were put forward
What reasons were given for the delay?
planning applications backed in July
contracts that end in 2025
all-day tariff proposed for each car park from April
What were the council's concerns about the mast?
which sites were put up for homes in the draft local plan
Which trouble spots for parking did residents bring up?
what conditions were put on the wedding licence
what are the risks of doing nothing
What steps will be taken before winter?
which bodies foot the bill, and in what proportions
what grants were made at the May meeting
names of those on the steering group
can you give me a list of the wards without a hall
which services are shared with Ousterby
what options were considered for the pool
What jobs did the handyman do?
which two schools will merge
"""
DECIDED = """
What was refused by the licensing panel?
what did cabinet decide on Blackpool
what was agreed about the locked gate
outcome of the petition on speed bumps
What was the decision on the boathouse lease?
Mast on Fen Lane: what line did we take?
What view did we take of the new school site?
what stance did the council adopt on fracking
Old garden ground renewal, Nov 2018: stance taken and policy relied on?
Did we object to the mast or support it?
RAGES - did we stay in or leave when it came up in September 2013?
Was the lease approved, and on what terms?
On what grounds were the 42 homes turned down?
Did we sign up to the resilience scheme? What was the decision?
How did members vote on the draft local plan?
what were members asked to agree on the policy team
What was cabinet asked to sign up to in March 2011?
what did the inspector conclude about Gypsy Lane
What did cabinet settle on Sunday parking?
what was the outcome for the homes at the old club
decision on taxi fares
what did we tell the scheme review
How did we respond to the bus consultation?
what was our response to the boundary review
which option did cabinet choose for the depot
Outcome of the leisure item at cabinet on 21 Jan 2025 pls
what did the committee agree for taxi fares and why
what was recommended about the toilets
what resolution was passed on the twinning
What did Cabinet decide about the garden waste charge?
What had the panel agreed on the cost of the pool?
Why was the Mill Lane planning application refused?
Which scrutiny recommendation on flooding did Cabinet not accept?
What action was taken on the blocked drain?
"""
YES_NO = """
are there any mermaids in Chorley
did cabinet approve the budget
Is the income a regular thing?
111 London Rd - did it get through planning in the end?
The mast – did the council back it?
In Feb 2017 did we back the two building plots on Tower Rd?
At the June meeting was the clerk's pay raised
Could a zebra be put in on the High Street? Answer from Cllr Cook in 2012
Must all four councils take part every time?
Wasn't the toilet block sold?
Hasn't the ferry been mended?
do we know whether the lease was signed
has the pool reopened
can members speak on their own applications
Did anyone object to the mast, and why?
Did we support the mast or not?
Were there any complaints about buses or trains?
Should dogs be kept off the beach
May I ask, did the scouts get their grant?
please confirm whether the gate is locked at night
"""
LATEST = """
what's the latest on the leisure trust
Where are we with the boathouse?
where do things stand on the bypass
What did we last hear about the solar panels?
any update on the weir?
Bandstand roof, any news?
current position on the asset transfer
status of the flood scheme
Flood scheme status
Is the footbridge still shut?
what's happening with the old bank
Progress on the play area?
How is the tree survey going?
what stage has the shared depot idea reached
What's the newest word on chargers?
how far has the bypass got
what became of the noticeboard idea
what has happened about the drains
When did we last discuss a bottle bank, and what came of it?
Latest position on making everyone pay something towards the bill?
Has there been any progress with the mast?
update on the signal box
is there any news about the ferry
what progress has been made on the bridge
"""
OTHER = """
leisure trust
bins
why was the solar scheme taken off
What was rejected and why?
why can't our own crews do the gritting
What had to be put right in the minutes before we passed them?
What stopped the pipe dig partway through?
what do staff gain out of the work
how does the call-in work
where is the new surgery
what was a resident complaining about in summer 2008
Which Gloucestershire district will never write off the whole bill?
How should a resident ask a question?
what is a zebra crossing
What is the grant for?
what did we spend the grant on
where was the site visit held
what is council tax support
noticeboards at the Crofts
trains until 2018
"""
TABLE = {
    "who": WHO, "when": WHEN, "how_much": HOW_MUCH, "list": LIST, "decided": DECIDED,
    "yes_no": YES_NO, "latest": LATEST, "other": OTHER,
}  # fmt: skip
ROWS = [(asked, kind) for kind, rows in TABLE.items() for asked in rows.strip().splitlines()]


@pytest.mark.parametrize(("asked", "kind"), ROWS)
def test_a_question_is_of_a_kind(asked: str, kind: str) -> None:
    assert kind_of(asked) == kind


def test_two_hundred_questions_are_tried() -> None:
    assert len({asked for asked, _ in ROWS}) == len(ROWS) >= 200


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Who chairs it, and when do they meet?", "who"),
        ("When do they meet, and who chairs it?", "when"),
        ("Was it approved? When?", "when"),
        ("Was it approved, and why?", "yes_no"),
        ("Was it approved? Is it open?", "yes_no"),
        ("Which firm was it and what did it want back?", "who"),
    ],
)
def test_the_first_ask_tells_unless_it_is_a_yes_or_no_that_a_further_ask_answers(
    asked: str, kind: str
) -> None:
    assert kind_of(asked) == kind


def test_what_stands_before_an_ask_is_no_ask() -> None:
    asked = "At Fenwick, as I recall, the hall flooded - when was that, and who paid?"
    assert [*asks(asked)] == ["when was that", "who paid"]


@given(st.text(max_size=300))
def test_any_text_at_all_is_of_some_kind(asked: str) -> None:
    assert kind_of(asked) in TABLE


@pytest.mark.parametrize(
    "piece", ["which of the ", "what a-b ", "for what, ", "in x ", "- did or "]
)
def test_the_kind_of_a_pasted_text_is_told_quickly(piece: str) -> None:
    started = time.process_time()
    kind_of(piece * 2000)
    assert time.process_time() - started < 1
