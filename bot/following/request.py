"""``/townclerk follow …``, ``following`` and ``unfollow …``: from words to a message."""

from itertools import islice

from bot.desk import Desk
from bot.following.blocks import (
    followed_message,
    following_message,
    how_message,
    say_subject,
    unknown_message,
)
from bot.following.fitting import fitting
from bot.following.follows import Follow, Follows, Subject
from bot.following.subjects import read_subject
from bot.following.told import Told
from bot.message import Message, sentence
from bot.wording import counted
from index.language import STOP_WORDS, texts_of_words
from index.library import Library
from index.question.names import is_name_of
from index.records import DecisionFound, DecisionQuery, Filters

VERBS = ("follow", "following", "unfollow", "forget")
LONGEST = 120  # characters of a subject
LOOKED_AT = 50  # decisions near a person's or a post's name
MOST_BODIES = 4  # named
MOST_RUNS = 100  # looked back on for one that finished
_EVERYTHING = ("all", "everything")


def follow_request(desk: Desk, user: str, request: str) -> Message:
    """What comes of a request that begins with one of the verbs, for one person."""
    verb, _, words = request.strip().partition(" ")
    verb, said = verb.casefold(), words.strip().strip('"“”')
    if verb == "forget":
        return _forget(desk, user, said)
    if verb == "follow" and said:
        return _follow(desk, user, said)
    if verb == "unfollow":
        return _unfollow(desk, user, said)
    held = Follows(desk.memory).of(user)
    return following_message(held) if held or verb == "following" else how_message()


def stop_message(desk: Desk, user: str, number: int) -> Message:
    """Follow one subject no longer, and what is followed still."""
    follows = Follows(desk.memory)
    stopped = follows.stop(user, number)
    if stopped is None:
        return following_message(follows.of(user), "You had stopped following that.")
    first = f"You no longer follow {say_subject(stopped.subject)}."
    return following_message(follows.of(user), first)


def forget(desk: Desk, user: str) -> int:
    """Forget what a person follows, was told and was cited; how many subjects that were."""
    Told(desk.memory).forget(user)
    return Follows(desk.memory).stop_all(user)


def newest_finished(library: Library) -> int:
    """The newest ingest that came to its end; where none did, the newest."""
    runs = library.catalogue.runs(MOST_RUNS)
    finished = (run.run for run in runs if run.state == "finished")
    return next(finished, runs[0].run if runs else 0)


def _follow(desk: Desk, user: str, said: str) -> Message:
    if len(said) > LONGEST:
        return how_message(f"That is longer than the {LONGEST} characters I keep of a subject.")
    if said.casefold() in _EVERYTHING:
        return how_message("I cannot follow everything; /decisions lists the newest of all.")
    library = desk.papers.library()
    subject = read_subject(said, _held(library))
    if not any(map(_can_be_looked_for, texts_of_words(subject.text))):
        return how_message("There is no word in that which I could look for.")
    follow, new = Follows(desk.memory).add(user, subject, newest_finished(library), desk.today())
    newest = _newest(library, subject)
    return followed_message(follow, _say_held(library, subject, newest), newest, new=new)


def _can_be_looked_for(word: str) -> bool:
    """Whether a word is more than "the" or "it"; "IT" is."""
    return word.casefold() not in STOP_WORDS or (word.isupper() and len(word) > 1)


def _newest(library: Library, subject: Subject) -> DecisionFound | None:
    """The newest decision held that fits, as far as a search finds it."""
    filters = subject.filters
    if subject.kind == "body":
        named = Filters(body=subject.text, council=filters.council)
        held = library.decisions(DecisionQuery(filters=named, limit=LOOKED_AT))
        held = held or library.decisions(
            DecisionQuery(filters=Filters(council=subject.text), limit=LOOKED_AT)
        )
    else:
        about = DecisionQuery(about=subject.text, filters=filters, limit=LOOKED_AT)
        held = library.decisions(about)
    return next(iter(fitting(library, subject, held)), None)


def _say_held(library: Library, subject: Subject, newest: DecisionFound | None) -> str:
    names = _bodies_named(library, subject.text) if subject.kind == "body" else []
    shown = ", ".join(islice(names, MOST_BODIES))
    more = f" and {len(names) - MOST_BODIES} more" if len(names) > MOST_BODIES else ""
    meant = f"Held of it: papers of {shown}{more}. " if names else ""
    if newest:
        return f"{meant}The newest decision or recommendation I find on it now:"
    if subject.kind == "body" and not names:
        return "I hold no paper of such a body now; I will look out for one."
    return f"{meant}I find no decision on it in the papers I hold now; I will look out for one."


def _held(library: Library) -> list[tuple[str | None, str | None]]:
    """The councils and bodies of whom papers are held, in pairs."""
    return [(one.council, one.body) for one in library.status().by_body]


def _bodies_named(library: Library, said: str) -> list[str]:
    held = {body for _, body in _held(library) if body and is_name_of(said, body)}
    return sorted(held, key=lambda name: (len(name), name))


def _unfollow(desk: Desk, user: str, said: str) -> Message:
    follows = Follows(desk.memory)
    held = follows.of(user)
    if said.casefold() in _EVERYTHING:
        number = follows.stop_all(user)
        return sentence(f"You follow nothing now; it was {counted(number, 'subject')}.", "stopped")
    named = [one for one in held if _is_named(one, said)] if said else []
    if len(named) == 1:
        return stop_message(desk, user, named[0].number)
    if named:
        return following_message(named, f"“{said}” is more than one. Stop which?")
    return unknown_message(said, held) if said else following_message(held)


def _is_named(follow: Follow, said: str) -> bool:
    """Whether words name a subject: as it is listed, as it was said, or read alike."""
    plain = said.casefold().removeprefix("the ")
    subject = follow.subject
    read = read_subject(said, ())
    return plain in (subject.name.casefold(), subject.text.casefold()) or read.is_same(subject)


def _forget(desk: Desk, user: str, said: str) -> Message:
    if said.casefold() != "me":
        return sentence(
            "To have me forget what you follow and what I told you, say /townclerk forget me.",
            outcome="help",
        )
    number = forget(desk, user)
    return sentence(
        f"Forgotten: {counted(number, 'subject')} you followed, and what I told you of them.",
        outcome="forgotten",
    )
