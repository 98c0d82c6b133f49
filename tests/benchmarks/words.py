"""The words of made-up papers, as often as a language has them, and names of nobody."""

import random
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, product
from pathlib import Path

_ENGLISH = Path(__file__).resolve().parents[2] / "index" / "question" / "english.txt"

# What every council paper speaks of, the commonest first.
COMMON = """council report committee service cabinet member budget year cost plan scheme area work
officer policy community review local public housing development road school care site meeting
proposal support funding strategy decision land resident fund contract management information
programme partner project transport street charge consultation building staff application centre
change grant risk action planning process child family group board improvement property tenant
performance capital revenue saving level rate traffic parking waste collection recycling health
safety access licence library park open space town village highway maintenance repair bridge
footpath flood drainage energy carbon climate equality impact legal financial implication statutory
agreement partnership provider tender procurement supplier asset estate lease rent sale market
business economy employment skill training apprentice young adult social worker assessment need
demand target quarter month annual statement account audit control treasury investment borrowing
reserve pension salary post vacancy structure team director manager head lead chair councillor ward
parish district county region government national guidance regulation duty power order notice
appeal enforcement inspection condition permission design heritage conservation tree allotment
cemetery leisure sport pool museum theatre art event festival visitor tourism shop retail centre
taxi alcohol premises noise air quality pollution water cycle bus rail station junction crossing
speed lighting signal winter gritting pothole kerb verge litter fly-tipping bin depot vehicle fleet
fuel electric charging heat insulation boiler roof window lift fire alarm camera digital system
data network website telephone customer contact complaint response satisfaction survey""".split()

_STARTS = """al an ash bar beck bel ber bos bran bri brock bur cal can car cas chal char clif cor
cran dal den don dray dun ed el ems fal fen ferr fos gal gar glen gor gran had hal har haw heath hol
horn hul ing kel ken kil kin lam lan lang leck lin loft lud mal mar mel mer mil mor nor oak or os
pel pen pol pres quen rad ras red ril ros row rus sal san scar sel shar sil skel sol stan sten sud
tam tar ten thor til tor tre up val ven wal war wes whit wil win wol wor yar yel""".split()
_MIDDLES = "a ber che den der er es ing ket ley mer ner o ring sen ter ton ver win wi".split()
_ENDS = """borough bourne bridge brook bury by caster cliffe combe cote dale den field ford gate
ham hampton haven hill holme hurst leigh ley low mere minster mouth ness port ridge set shaw stead
stoke stow thorpe ton wade wald well wick wood worth""".split()
_FIRST_NAMES = """Ada Adeel Agnes Aisha Alan Amara Anil Anita Arthur Beatrix Bilal Brenda Carys
Cedric Chloe Clive Colm Daisy Dafydd Deepa Derek Edna Elis Emeka Enid Farah Fergus Fiona Gareth
Gita Graham Hana Hector Hilda Idris Imran Ines Irfan Isla Jarek Joan Jovan Kamal Keir Kirsty Laila
Lewis Lorna Magda Malik Maud Mei Moira Nadia Neil Nia Nigel Nkem Olive Omar Oscar Padma Pearl
Priya Quentin Rhys Rosa Ruth Sadia Sean Sita Stefan Tamsin Tariq Una Vera Wanda Zara""".split()
_TAIL_OFFSET = 12.0  # Mandelbrot's: how much flatter the head is than Zipf alone would have it


class Words:
    """A vocabulary from which a word is drawn the seldomer, the further down its list it stands."""

    def __init__(self, words: list[str], exponent: float = 1.0) -> None:
        """Weigh each word by its rank."""
        self.words = words
        self._sums = list(accumulate((n + _TAIL_OFFSET) ** -exponent for n in range(len(words))))

    def draw(self, chance: random.Random, count: int) -> list[str]:
        """Words drawn with putting back."""
        total, words, sums = self._sums[-1], self.words, self._sums
        return [words[bisect_left(sums, chance.random() * total)] for _ in range(count)]

    def rare(self, chance: random.Random) -> str:
        """A word of the tail."""
        return self.words[chance.randrange(len(self.words) // 4, len(self.words))]


@lru_cache(maxsize=1)
def vocabulary() -> Words:
    """The common words, then plain English in an order of our own, then words of no language."""
    chance = random.Random("words")
    common = list(dict.fromkeys(COMMON))
    english = sorted(_plain_english() - set(common))
    chance.shuffle(english)
    return Words([*common, *english, *_coined(chance, 12_000)])


@lru_cache(maxsize=1)
def places() -> Words:
    """Some thousands of villages, streets and estates."""
    chance = random.Random("places")
    names = [f"{a}{b}{c}".capitalize() for a, b, c in product(_STARTS, ("", *_MIDDLES[:6]), _ENDS)]
    chance.shuffle(names)
    return Words(names[:9000], 0.8)


@lru_cache(maxsize=1)
def people() -> Words:
    """Some thousands of people, none of whom is anybody."""
    chance = random.Random("people")
    surnames = [f"{a}{b}".capitalize() for a, b in product(_STARTS, _ENDS)]
    chance.shuffle(surnames)
    names = [f"{chance.choice(_FIRST_NAMES)} {surname}" for surname in surnames for _ in range(2)]
    return Words(names, 0.6)


def _plain_english() -> set[str]:
    lines = _ENGLISH.read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def _coined(chance: random.Random, count: int) -> list[str]:
    """Words of makers, products and schemes that no dictionary has."""
    coined = [f"{a}{b}{c}" for a, b, c in product(_STARTS, _MIDDLES, _MIDDLES)]
    return chance.sample(sorted(set(coined)), count)
