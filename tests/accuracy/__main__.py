"""`make accuracy`: print every figure with what is wrong, and fail where one is below its floor."""

import sys

from tests.accuracy import ayton, gloucester, law, moderngov, scans, speed
from tests.accuracy.figures import SHARED, Figure, Section

SECTIONS: tuple[Section, ...] = (
    law.figures,
    ayton.figures,
    gloucester.figures,
    moderngov.figures,
    scans.figures,
)
SHOWN = 12  # of what is wrong, for each figure


def main() -> None:
    """Measure; exit with 1 where a figure is below its floor."""
    if not SHARED.is_dir():
        print("The real papers are not beside this checkout, so there is nothing to measure.")
        return
    met = [_told(figure) for section in SECTIONS for figure in section()]
    for line in speed.lines():
        print(line)
    sys.exit(0 if all(met) else 1)


def _told(figure: Figure) -> bool:
    print(figure.line(), flush=True)
    for wrong in figure.wrong[:SHOWN]:
        print(f"    {wrong}")
    if len(figure.wrong) > SHOWN:
        print(f"    and {len(figure.wrong) - SHOWN} more")
    return figure.is_met


if __name__ == "__main__":
    main()
