"""What a hyphen makes one word in a question: "in-house", "set-up"."""

from collections.abc import Iterator

from index.language import JOINED, Word, stem, texts_of_words
from index.question.groups import Phrase, is_grammar
from index.question.spelling import Spelling
from index.question.vocabulary import same_as, soft_stems


def joined_in(text: str, spelling: Spelling | None) -> Iterator[tuple[Word, frozenset[Phrase]]]:
    """Each such word of a text that papers write so too, with the other ways of saying it."""
    for match in JOINED.finditer(text):
        if spelling and spelling.is_held(match.group()):
            yield Word(match.group(), match.start(), match.end()), _ways(match.group())


def _ways(said: str) -> frozenset[Phrase]:
    """The vocabulary's, and the verb of "tidy-up": not the noun of "in-house", which is another."""
    parts = tuple(map(stem, texts_of_words(said)))
    verb = parts[:1] if not is_grammar(said.split("-")[0]) else ()
    is_telling = verb and verb[0] not in soft_stems()
    return same_as(parts) | (frozenset({verb}) if is_telling else frozenset())
