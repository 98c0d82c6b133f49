"""Taking a paper out from Slack: which one is meant, the form that asks for the reason, the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slackblocks import (
    ActionsBlock,
    Block,
    Button,
    InputBlock,
    ModalView,
    PlainTextInput,
    RichTextBlock,
)

from bot.desk import send
from bot.message import Message, line, message, paragraph, sentence, small, words
from bot.slack.sending import directly
from bot.text import clip
from bot.values import packed, unpacked
from bot.wording import counted, title
from index.library import Library
from index.records import ReportFacts
from index.runs import Run, RunItem
from index.wording import file_name, say_meeting

CHOOSE, CONFIRM, WHY = "withdraw_choose", "withdraw_confirm", "why"
MOST_OFFERED = 5
LONGEST_WHY = 300
_MAX_TITLE = 150
_FOR_GOOD = (
    "It is taken out for good: it is not found, shown or read again, not even from another copy of "
    "the same file. Whoever cites it must be told by you."
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A file to be taken out: one of its papers, and how many it holds."""

    report: ReportFacts
    source: str
    papers: int = 1


def request_in(text: str) -> tuple[str, str]:
    """What is to be withdrawn, and why, where that is said.

    >>> request_in("harbour lease.pdf why it names a child")
    ('harbour lease.pdf', 'it names a child')
    """
    what, _, why = re.sub(r"(?i)(?:^|\s)(?:why|because)\s", "\0", f"{text} ", count=1).partition(
        "\0"
    )
    return what.strip(" “”\"'"), why.strip()


def meant(library: Library, said: str) -> list[Meant]:
    """The files that a name, an address, a report's id or words of its front page may mean."""
    reports = library.reports()
    exact = [r for r in reports if said in (r.source, r.report_id, file_name(r.source))]
    wanted = said.casefold().split()
    found = exact or [r for r in reports if all(word in _front(r) for word in wanted)]
    files = {_file_of(library, report): report for report in reversed(found)}
    return [_meant(library, source, files[source]) for source in reversed(files)]


def still_held(library: Library, report_id: str) -> Meant | None:
    """The file of a report; None where it is held no more."""
    report = library.catalogue.report(report_id)
    return _meant(library, _file_of(library, report), report) if report else None


def offer(found: Sequence[Meant], said: str, why: str) -> Message:
    """The papers that may be meant, each with a button that asks for the reason."""
    if not found:
        return sentence(
            f"No paper that I hold is called “{clip(said, 200)}”. Say its file name, or words of "
            "its title, its body and its year.", outcome="not_found",
        )  # fmt: skip
    if len(found) > MOST_OFFERED:
        return sentence(
            f"{len(found):,} papers may be meant by “{clip(said, 200)}”. Say more words of the "
            "title, the body and the year, or the file name.", outcome="too_many",
        )  # fmt: skip
    question = "Is this the paper to take out?" if len(found) == 1 else "Which paper is to go?"
    blocks: list[Block] = [paragraph(question, bold=True)]
    for one in found:
        value = packed(report=one.report.report_id, why=clip(why, LONGEST_WHY))
        label = clip(f"Withdraw {title(one.report)}", 75)
        button = Button("Withdraw…", CHOOSE, value=value, style="danger", accessibility_label=label)
        blocks += [_paper(one), ActionsBlock([button])]
    lines = [question, *(f"{title(one.report)}, {_where(one)}" for one in found)]
    return message("\n".join(lines), blocks, outcome="offered")


def form(one: Meant, why: str) -> dict[str, Any]:
    """The form that shows what would go, and asks for the reason."""
    reason = PlainTextInput(
        WHY, initial_value=clip(why, LONGEST_WHY) or None, multiline=True, min_length=3,
        max_length=LONGEST_WHY,
    )  # fmt: skip
    hint = "It is kept in the catalogue with your name. Say nothing confidential."
    made = ModalView(
        title="Withdraw a paper",
        blocks=[_paper(one), small(_FOR_GOOD), InputBlock("Why?", reason, block_id=WHY, hint=hint)],
        submit="Withdraw",
        close="Cancel",
        callback_id=CONFIRM,
        private_metadata=packed(report=one.report.report_id),
    )
    view: dict[str, Any] = made.to_dict()
    return view


def submitted(view: dict[str, Any]) -> tuple[str, str]:
    """The id of the report that a form is about, and the reason that was given."""
    report = str(unpacked(view.get("private_metadata")).get("report") or "")
    values = view.get("state", {}).get("values", {})
    return report, " ".join(str(values.get(WHY, {}).get(WHY, {}).get("value") or "").split())


class Withdrawal:
    """Tells the administrator who had a paper taken out how that went."""

    def __init__(self, client: WebClient, user: str, one: Meant) -> None:
        """``one`` is what goes."""
        self._reply, self._name = directly(client, user), clip(title(one.report), _MAX_TITLE)

    def progress(self, run: Run) -> None:
        """It takes a moment only."""

    def finished(self, run: Run, kept_out: Sequence[RunItem]) -> None:  # noqa: ARG002 - Watcher's
        """Say that it is done."""
        said = "".join(f" {item.message}" for item in kept_out[:1] if item.message)
        self._say(f"“{self._name}” is withdrawn: it is not found, shown or read again.{said}")

    def cancelled(self, run: Run | None, by: str) -> None:
        """A withdrawal is not stopped half-way."""

    def broke(self, why: str) -> None:
        """Say that it is not done."""
        self._say(f"“{self._name}” was not withdrawn. {why}")

    def left(self) -> None:
        """Say where to look."""
        self._say(
            f"I am being restarted while “{self._name}” is taken out. /townclerk withdraw tells "
            "whether it is held still."
        )

    def _say(self, text: str) -> None:
        send(sentence(text, outcome="withdraw"), self._reply)


def _meant(library: Library, source: str, report: ReportFacts) -> Meant:
    return Meant(report, source, len(library.catalogue.parts_of(source)) or 1)


def _file_of(library: Library, report: ReportFacts) -> str:
    """The file a report stands in, which goes as a whole."""
    whole = report.source.rpartition("#")[0]
    return whole if whole and library.catalogue.parts_of(whole) else report.source


def _front(report: ReportFacts) -> str:
    """What may be said to mean a report, for looking words up in."""
    return f"{title(report)} {say_meeting(report.front)} {file_name(report.source)}".casefold()


def _where(one: Meant) -> str:
    whole = f", with all {counted(one.papers, 'paper')} of that file" if one.papers > 1 else ""
    return f"{say_meeting(one.report.front)}, {file_name(one.source)}{whole}"


def _paper(one: Meant) -> Block:
    name, where = clip(title(one.report), _MAX_TITLE), clip(_where(one), 600)
    return RichTextBlock(line(words(name, bold=True), words(f"\n{where}")))
