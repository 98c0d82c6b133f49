"""The buttons under an answer and its citations. They carry what they need to work later."""

from collections.abc import Iterator

from slackblocks import (
    ActionsBlock,
    Block,
    Button,
    Confirm,
    ContextActionsBlock,
    FeedbackButton,
    FeedbackButtons,
    PlainText,
)

from bot.answers.carried import carried, mark_of
from bot.answers.frame import Frame
from bot.message import paragraph
from bot.text import clip, visible
from bot.values import packed
from bot.wording import title
from index.records import Answer, Citation

AT_FIRST = 3  # citations shown; the rest when they are asked for
MAX_LABEL = 75  # characters of a button's words, and of what a screen reader says of it


def citation_buttons(citation: Citation, number: int) -> Iterator[Block]:
    """To read what is around a citation, and to copy it as a report would cite it."""
    value = packed(
        report=citation.report.report_id,
        start=citation.start,
        end=citation.end,
        standing=citation.standing,
    )
    of = f"citation {number}: {title(citation.report)}"
    read = _button("Read in context", "context", value, f"Read in context {of}")
    copy = _button("Copy citation", "cite", value, f"Copy {of}")
    if value:
        yield ActionsBlock([read, copy])


def suggestion_buttons(suggestions: list[str]) -> Iterator[Block]:
    """Each question to be asked by pressing it."""
    values = [(text, packed(question=text)) for text in suggestions]
    buttons = [
        _button(text, f"ask_again_{number}", value, f"Ask: {text}")
        for number, (text, value) in enumerate(values, 1)
        if value
    ]
    if buttons:
        yield paragraph("You could ask:")
        yield ActionsBlock([*buttons])


def answer_buttons(answer: Answer, frame: Frame) -> Iterator[Block]:
    """What may be done with the whole answer, and whether it was of use."""
    if frame.asked is None:
        return
    value = _value(answer, frame)
    buttons = [*_more(answer, value), *_share(frame, value), *_handover(frame, value)]
    if value and buttons:
        yield ActionsBlock([*buttons])
    if frame.answer_id:
        yield _feedback(answer, frame.answer_id)


def can_show_more(answer: Answer, frame: Frame) -> bool:
    """Whether what is not shown at first can be asked for with a button."""
    return _value(answer, frame) is not None


def _value(answer: Answer, frame: Frame) -> str | None:
    """What a button carries to have the question asked again."""
    if frame.asked is None:
        return None
    return carried(frame.asked, mark=mark_of(answer), answer=frame.answer_id)


def _more(answer: Answer, value: str | None) -> Iterator[Button]:
    rest = len(answer.citations) - AT_FIRST
    if rest > 0:
        label = f"Show {rest} more of this answer's citations, only to you"
        yield _button(f"More ({rest} more)", "more", value, label)


def _share(frame: Frame, value: str | None) -> Iterator[Button]:
    if frame.asked and frame.asked.private:
        yield _button(
            "Share to channel", "share", value, "Show this answer to everyone in the channel"
        )


def _handover(frame: Frame, value: str | None) -> Iterator[Button]:
    if frame.handover:
        button = _button(
            f"Ask {frame.handover}", "handover", value, f"Send this question to {frame.handover}"
        )
        button.confirm = Confirm(
            title=clip(f"Ask {frame.handover}?", 100),
            text=PlainText(
                f"Your name, this question, the answer and its sources are sent to "
                f"{frame.handover}."
            ),
            confirm="Send",
            deny="Cancel",
        )
        yield button


def _feedback(answer: Answer, answer_id: str) -> Block:
    useful = FeedbackButton(
        "Useful", _judged(answer, answer_id, useful=True), "This answer was useful"
    )
    useless = FeedbackButton(
        "Not useful",
        _judged(answer, answer_id, useful=False),
        "This answer was not useful; asks what was wrong",
    )
    return ContextActionsBlock([FeedbackButtons(useful, useless, action_id="feedback")])


def _judged(answer: Answer, answer_id: str, *, useful: bool) -> str:
    """Which answer is judged, with its question unless that is too long."""
    question = answer.read_as or answer.question
    whole = packed(answer=answer_id, question=question, useful=useful)
    return whole or packed(answer=answer_id, useful=useful) or ""


def _button(text: str, action: str, value: str | None, label: str) -> Button:
    return Button(
        PlainText(clip(visible(text), MAX_LABEL)),
        action_id=action,
        value=value,
        accessibility_label=clip(visible(label), MAX_LABEL),
    )
