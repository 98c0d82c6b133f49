"""PDFs that were cut short on their way."""

import pytest

from ingest.readers.pdf import read
from support.faulty_pdfs import LINES, report
from support.pdfs import pdf, tree, typed
from support.shown import refusal, shown
from support.streamed_pdfs import streamed

PLAIN = report()
PACKED = streamed(tree([typed(*LINES)] * 30))
UPDATE = b"4 0 obj\n<</Length 6000>>\nstream\nBT" + b" " * 3_000


@pytest.mark.parametrize("data", [PLAIN, PACKED])
@pytest.mark.parametrize("cut", [3, 12, 20, 33, 40])
def test_a_pdf_without_its_very_end_is_read_whole_with_a_warning(data: bytes, cut: int) -> None:
    paper = read(data[:-cut])
    assert shown(paper) == shown(read(data))
    assert paper.warnings == (
        "The very end of the PDF is missing; its pages are whole. Fetch it again to be sure.",
    )


@pytest.mark.parametrize(
    "data",
    [
        PLAIN[: PLAIN.rindex(b"00000 n")],  # in the table that tells where all is
        PLAIN[: PLAIN.rindex(b"xref\n0 ")],  # where that would have begun
        PLAIN[: PLAIN.rindex(b"endobj")],
        PLAIN[: PLAIN.rindex(b"endstream")],
        PACKED[: PACKED.rindex(b"/Size")],
        PACKED[: PACKED.index(b"/ObjStm")],
        PLAIN + UPDATE,  # a change to the file, saved behind it
        pdf(typed("Agreed."), password="")[:-40],  # what opens it is in its end
    ],
)
def test_a_pdf_that_lacks_more_than_its_very_end_is_corrupt(data: bytes) -> None:
    assert refusal(data) == "corrupt"


def test_what_a_server_sent_behind_a_pdf_is_not_of_it() -> None:
    assert shown(read(PLAIN + b"<p>Sorry, an error occurred.</p>" * 99)) == shown(read(PLAIN))
