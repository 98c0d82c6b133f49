"""In Slack, whatever is quoted says beside it that words are blacked out, or that OCR read them."""

from dataclasses import replace

from bot.answers.blocks import answer_message
from bot.answers.citing import citation_text
from bot.answers.context_view import context_view
from bot.decisions.table import place_of
from bot.decisions.words import spoken
from bot.following.blocks import decision_block, spoken_decision
from bot.message import message
from index.blacked_out import WARNING
from index.context import Context
from index.records import Block, Decision, DecisionFound
from support.block_kit import texts
from support.sample_answer import ANSWER, CITATION, REPORT

TEXT = "That the tender of █ be accepted."
RELEASED = replace(REPORT, warnings=(WARNING,))
HERE = "words are blacked out here (█)"
FOUND = DecisionFound(Decision(TEXT, "recommended", 0, len(TEXT), 0), RELEASED)
CONTEXT = Context(RELEASED, 0, len(TEXT), (), (Block("paragraph", TEXT, 0, len(TEXT)),), ())


def test_an_answer_says_it_in_its_blocks_and_in_its_words() -> None:
    cited = replace(CITATION, excerpt=TEXT, report=RELEASED)
    told = answer_message(replace(ANSWER, citations=(cited,)))
    assert HERE in str(texts(list(told.blocks)))
    assert HERE in told.text


def test_lists_of_decisions_and_digests_say_it() -> None:
    assert HERE in place_of(FOUND)
    assert HERE in spoken(FOUND)
    assert HERE in str(message("", [decision_block(FOUND, 300)]).blocks)
    assert HERE in spoken_decision(FOUND)


def test_what_is_read_in_context_or_copied_says_it() -> None:
    assert HERE in str(context_view(CONTEXT))
    assert "Words are blacked out here (█)." in citation_text(CONTEXT, (), "reported")


def test_words_that_ocr_read_are_told_as_that_wherever_they_are_quoted() -> None:
    scanned = replace(REPORT, ocr=((2, 91),), unsure=((3, 9, 87),))
    decision = DecisionFound(replace(FOUND.decision, page=2), scanned)
    (cited,) = CONTEXT.cited
    context = replace(CONTEXT, report=scanned, cited=(replace(cited, page=2),))
    for told in (
        str(
            answer_message(
                replace(ANSWER, citations=(replace(CITATION, ocr_confidence=87),))
            ).blocks
        ),
        place_of(decision),
        spoken(decision),
        str(message("", [decision_block(decision, 300)]).blocks),
        spoken_decision(decision),
        str(context_view(context)),
        citation_text(context, (), "reported").replace("Read", "read"),
    ):
        assert "read by OCR, 87 % sure" in told
