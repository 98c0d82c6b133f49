"""What has been read of one Rich Text file, and the group of braces that reading stands in."""

from dataclasses import dataclass, field

from ingest.readers.rtf.flow import Context, Flow
from ingest.readers.rtf.fonts import Fonts
from ingest.readers.rtf.groups import Group, Layout, Letters, Sink
from ingest.readers.rtf.sinks import NOWHERE, Info


@dataclass(slots=True)
class State:
    """Changed by each control word."""

    context: Context = field(default_factory=Context)
    fonts: Fonts = field(default_factory=Fonts)
    info: Info = field(default_factory=Info)
    footnotes: list[Flow] = field(default_factory=list)
    endnotes: list[Flow] = field(default_factory=list)
    margins: list[Flow] = field(default_factory=list)
    skipped: int = 0  # characters still to pass over: they stand in for the last \u
    body: Flow = field(init=False)
    group: Group = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the body."""
        self.body = Flow(self.context)
        self.group = Group(Letters(), Layout(), self.body)

    @property
    def flow(self) -> Flow | None:
        """The flow that text goes to, if it goes to one."""
        sink = self.group.sink
        return sink if isinstance(sink, Flow) else None

    def divert(self, sink: Sink) -> None:
        """Let the group's text go elsewhere until it ends; what is unseen stays so."""
        group = self.group
        if group.sink is NOWHERE:
            return
        if group.owned is not None:
            group.owned.close()
        group.sink = group.owned = sink

    def character(self, text: str) -> None:
        """Add a character that has a name, unless it only stands in for one."""
        if self.skipped:
            self.skipped -= 1
        else:
            self.group.sink.add(text, self.group)
