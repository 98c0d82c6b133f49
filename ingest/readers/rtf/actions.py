"""What the control words of a Rich Text file do, other than to change how letters look."""

from collections.abc import Callable, Iterable

from ingest.readers.left_out import COMMENTS, DELETED, HIDDEN
from ingest.readers.rtf import lists, tables
from ingest.readers.rtf.flow import Flow
from ingest.readers.rtf.fonts import Fonts
from ingest.readers.rtf.groups import Group
from ingest.readers.rtf.lists import Lists
from ingest.readers.rtf.sinks import (
    NOWHERE,
    Around,
    Collected,
    Field,
    Info,
    Instruction,
    Moment,
    Nowhere,
    OldList,
)
from ingest.readers.rtf.state import State
from ingest.readers.rtf.styles import Styles

Action = Callable[[State, int | None], None]
# Groups that hold nothing a reader of the print would see, or would see a second time.
_UNSEEN = """aftncn aftnsep aftnsepc colortbl datafield filetbl ftncn ftnsep ftnsepc levelnumbers
    listname listpicture macpict nonesttables nonshppict pict pntxta private revtbl rxe
    shprslt sp tc tcn template txe xe""".split()
_MARGINS = """header headerl headerr headerf footer footerl footerr footerf""".split()


def end_paragraph(state: State, _: int | None = None) -> None:
    """End the paragraph, where text is set in paragraphs."""
    if state.flow is not None:
        state.flow.end_paragraph(state.group)


def _on_flow(act: Callable[[Flow, Group], None]) -> Action:
    """What is done to the text's tables; nothing where there are none."""

    def action(state: State, _: int | None) -> None:
        if state.flow is not None:
            act(state.flow, state.group)

    return action


def _row_word(name: str) -> Action:
    def action(state: State, value: int | None) -> None:
        if state.flow is not None:
            state.flow.definition(nested=state.group.nested).word(name, value)

    return action


def _describe_nested(state: State, _: int | None) -> None:
    state.group.nested = True


def _word_for(kind: type[Lists] | type[Moment], name: str) -> Action:
    """A word that means something only in a group of one kind, which takes it."""

    def action(state: State, value: int | None) -> None:
        sink = state.group.sink
        if isinstance(sink, kind):
            sink.word(name, value)

    return action


def _unseen(state: State, _: int | None) -> None:
    state.group.sink = NOWHERE


def _pattern(state: State, _: int | None) -> None:
    if isinstance(state.group.sink, Lists):
        state.divert(Collected(state.group.sink.pattern))


def _label(state: State, _: int | None) -> None:
    flow = state.flow
    state.divert(NOWHERE if flow is None else Collected(flow.label))


def _old_list(state: State, _: int | None) -> None:
    """How Word 95 lists a paragraph: a bullet's sign is the text before it."""
    flow = state.flow
    state.divert(NOWHERE if flow is None else OldList(flow))


def _old_bullet(state: State, _: int | None) -> None:
    if isinstance(state.group.sink, OldList):
        state.group.sink.is_bullet = True


def _old_sign(state: State, _: int | None) -> None:
    sink = state.group.sink
    if isinstance(sink, OldList) and sink.is_bullet:
        state.divert(Collected(sink.flow.label))
    else:
        _unseen(state, None)


def _footnote(state: State, _: int | None) -> None:
    letters = state.group.letters
    if letters.hidden or letters.deleted:
        state.divert(Nowhere(state.context.warnings, DELETED if letters.deleted else HIDDEN))
    elif state.group.sink is not NOWHERE:
        state.footnotes.append(Flow(state.context))
        state.divert(state.footnotes[-1])


def _endnote(state: State, _: int | None) -> None:
    """An endnote says that it is one after it has begun as a footnote."""
    if state.footnotes and state.group.sink is state.footnotes[-1]:
        state.endnotes.append(state.footnotes.pop())


def _margin(state: State, _: int | None) -> None:
    if state.group.sink is not NOWHERE:
        state.margins.append(Flow(state.context))
        state.divert(state.margins[-1])


def _text_box(state: State, _: int | None) -> None:
    if state.flow is not None:
        state.divert(Flow(state.context, state.flow))


def _comment(state: State, _: int | None) -> None:
    state.divert(Nowhere(state.context.warnings, COMMENTS))


def _around(state: State, _: int | None) -> None:
    state.divert(Around(state.group.sink))


def _within(state: State, _: int | None) -> None:
    """The part of a field, an object or a choice that is seen."""
    if isinstance(state.group.sink, Around):
        state.group.sink = state.group.sink.outer


def _field(state: State, _: int | None) -> None:
    state.divert(Field(state.group.sink, state.group))


def _instruction(state: State, _: int | None) -> None:
    sink = state.group.sink
    state.divert(Instruction(sink) if isinstance(sink, Field) else NOWHERE)


def _check_box(state: State, value: int | None) -> None:
    if isinstance(state.group.sink, Instruction):
        state.group.sink.box = value or 0


def _check_box_default(state: State, value: int | None) -> None:
    if isinstance(state.group.sink, Instruction):
        state.group.sink.box_default = value or 0


def _of_info(make: Callable[[Info], Collected | Moment]) -> Action:
    """A group of the file's properties."""

    def action(state: State, _: int | None) -> None:
        if state.group.sink is state.info:
            state.divert(make(state.info))

    return action


def _letter(state: State, value: int | None) -> None:
    """A letter by its number, in place of what follows for old programs."""
    group = state.group
    group.sink.add(state.fonts.letter(value, group.letters.font), group)
    state.skipped = group.letters.fallback


def _code_page(name: str) -> Action:
    def action(state: State, _: int | None) -> None:
        state.fonts.code_page = name

    return action


def _default_font(state: State, value: int | None) -> None:
    state.fonts.default = value or 0


def _font_charset(state: State, value: int | None) -> None:
    if isinstance(state.group.sink, Fonts):
        state.fonts.set_charset(state.group.letters.font, value)


def _font_code_page(state: State, value: int | None) -> None:
    if isinstance(state.group.sink, Fonts):
        state.fonts.set_code_page(state.group.letters.font, value)


def _based_on(state: State, value: int | None) -> None:
    if isinstance(state.group.sink, Styles) and value is not None:
        state.context.styles.based_on[state.group.layout.style] = value


def _named(words: Iterable[str], make: Callable[[str], Action]) -> dict[str, Action]:
    return {name: make(name) for name in words}


ACTIONS: dict[str, Action] = {
    "par": end_paragraph,
    "sect": _on_flow(lambda flow, _: flow.end_section()),
    "cell": _on_flow(lambda flow, group: flow.end_cell(group, 1)),
    "nestcell": _on_flow(lambda flow, group: flow.end_cell(group, max(2, group.layout.depth))),
    "row": _on_flow(lambda flow, _: flow.end_row(1)),
    "nestrow": _on_flow(lambda flow, group: flow.end_row(max(2, group.layout.depth))),
    "trowd": _on_flow(lambda flow, group: flow.define(nested=group.nested)),
    "nesttableprops": _describe_nested,
    **_named(tables.WORDS, _row_word),
    "u": _letter,
    "ansi": _code_page("cp1252"),
    "mac": _code_page("mac_roman"),
    "pc": _code_page("cp437"),
    "pca": _code_page("cp850"),
    "ansicpg": lambda state, value: state.fonts.set_document(value),
    "deff": _default_font,
    "fonttbl": lambda state, _: state.divert(state.fonts),
    "fcharset": _font_charset,
    "cpg": _font_code_page,
    "stylesheet": lambda state, _: state.divert(state.context.styles),
    "sbasedon": _based_on,
    "listtable": lambda state, _: state.divert(state.context.lists),
    "listoverridetable": lambda state, _: state.divert(state.context.lists),
    "leveltext": _pattern,
    **_named(lists.WORDS, lambda name: _word_for(Lists, name)),
    "listtext": _label,
    "pntext": _label,
    "pn": _old_list,
    "pnlvlblt": _old_bullet,
    "pntxtb": _old_sign,
    "footnote": _footnote,
    "ftnalt": _endnote,
    **_named(_MARGINS, lambda _: _margin),
    "shptxt": _text_box,
    "dptxbxtext": _text_box,
    "annotation": _comment,
    "object": _around,
    "result": _within,
    "upr": _around,
    "ud": _within,
    "field": _field,
    "fldinst": _instruction,
    "fldrslt": _within,
    "ffres": _check_box,
    "ffdefres": _check_box_default,
    "info": lambda state, _: state.divert(state.info),
    "title": _of_info(lambda info: Collected(info.set_title)),
    "author": _of_info(lambda info: Collected(info.set_author)),
    "creatim": _of_info(Moment),
    **_named(("yr", "mo", "dy"), lambda name: _word_for(Moment, name)),
    **_named(_UNSEEN, lambda _: _unseen),
}
# Groups that are read though a mark lets programs pass over them that do not know them.
READ_THOUGH_MARKED = frozenset(
    """annotation do dptxbxtext fldinst footnote formfield listoverridetable listtable listtext
    nesttableprops pn pntext shpinst shptxt ud""".split()
)
