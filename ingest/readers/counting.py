"""Numbers as lists print them: "3", "iii", "c", "03", "3rd"."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """A number from 1 to 3999 in small Roman numerals; plain digits outside them.

    >>> roman(4), roman(19), roman(0)
    ('iv', 'xix', '0')
    """
    if not 0 < number < 4000:
        return str(number)
    numeral = ""
    for amount, letters in _ROMAN:
        while number >= amount:
            numeral, number = numeral + letters, number - amount
    return numeral


def letters(number: int) -> str:
    """A number as Word letters a list: a to z, then aa, bb, cc; plain digits below 1.

    >>> letters(2), letters(27), letters(0)
    ('b', 'aa', '0')
    """
    if not 0 < number <= 26 * 30:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def columns(number: int) -> str:
    """A number as web pages letter a list: a to z, then aa, ab, ac; plain digits below 1.

    >>> columns(2), columns(28)
    ('b', 'ab')
    """
    if number < 1:
        return str(number)
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("a") + letter) + name
    return name


def ordinal(number: int) -> str:
    """A number with its English ending.

    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
}
