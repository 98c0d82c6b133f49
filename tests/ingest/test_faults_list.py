"""The list of bad inputs and faults, what is to come of each, and where that is proven."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAPERS = "ingest/test_faults_papers.py"
INTAKE = "ingest/test_faults_intake.py"

# number, case, what comes of it, and the tests: a file of tests alone has a row of its own for it.
LIST: tuple[tuple[int, str, str, tuple[str, ...]], ...] = (
    (1, "empty file", "empty", (PAPERS,)),
    (2, "HTML challenge page named .pdf", "type_mismatch", (PAPERS,)),
    (3, "PDF with junk or HTTP headers before %PDF-", "ingested", (PAPERS,)),
    (4, "PDF cut at 50 % or 90 %", "corrupt", (PAPERS,)),
    (5, "bit-rot of 20 or 400 bytes", "warned of, or corrupt",
     (PAPERS, f"{PAPERS}::test_a_pdf_with_twenty_rotten_bytes_tells_of_them")),
    (6, "user-password PDF", "encrypted", (PAPERS,)),
    (7, "owner-password PDF", "ingested, warning", (PAPERS,)),
    (8, "PDF content-stream bomb", "bomb", (PAPERS,)),
    (9, "cyclic page tree", "corrupt", (PAPERS,)),
    (10, "two million nested arrays", "corrupt or crashed", (PAPERS,)),
    (11, "20 000-page PDF", "too_many_pages", (PAPERS,)),
    (12, "image-only PDF, tesseract present or absent", "OCR with conf, or needs_ocr",
     (f"{PAPERS}::test_scanned_pages_are_recognised",
      "ingest/readers/test_pdf_scans.py::test_a_scan_needs_text_recognition_where_none_is_installed")),
    (13, "mixed: some pages scanned", "OCR those pages only",
     (f"{PAPERS}::test_scanned_pages_are_recognised",
      "ingest/readers/test_pdf_scans.py::test_only_pages_without_text_are_recognised")),
    (14, "fonts without ToUnicode", "OCR fallback or no_text",
     ("ingest/readers/test_pdf_scans.py::test_letters_that_make_no_words_are_no_text",)),
    (15, "rotated page, two columns, table over page break", "right order; rows joined", (PAPERS,)),
    (16, "docx zip bomb", "bomb, before it is unpacked",
     (PAPERS, f"{PAPERS}::test_a_bomb_of_word_is_known_before_it_is_unpacked")),
    (17, "docx billion-laughs, XXE to a file", "corrupt; no file content in output",
     (PAPERS, f"{PAPERS}::test_an_entity_brings_no_other_file_in")),
    (18, "docx nested 3 000 tables", "corrupt, no RecursionError", (PAPERS,)),
    (19, "zip named .docx; truncated docx; encrypted docx", "unsupported; corrupt; encrypted",
     (PAPERS,)),
    (20, "docx auto-numbered, restart, lvlOverride, nesting", "numbers as Word shows", (PAPERS,)),
    (21, "docx tracked changes, hidden text, comments", "absent", (PAPERS,)),
    (22, "truncated or 100 k-nested RTF", "corrupt or no_text", (PAPERS,)),
    (23, ".doc without LibreOffice", "antiword path, numbering_lost",
     ("ingest/readers/test_doc.py::test_without_libreoffice_antiword_reads_and_says_what_is_lost",
      "ingest/readers/test_doc.py::test_without_either_program_it_is_said_what_to_install")),
    (24, "LibreOffice hangs, child survives", "killpg, profile removed, timeout",
     ("ingest/readers/test_doc.py::test_a_word_processor_that_hangs_is_ended_with_all_that_it_started",
      "ingest/test_isolation.py::test_a_grandchild_left_to_nobody_ends_with_the_process")),
    (25, "HTML of 200 k nested divs", "flat text and a warning, in seconds", (PAPERS,)),
    (26, "encodings and dirt", "decoded right, cleaned", (PAPERS,)),
    (27, "200 MB text", "too_big",
     (PAPERS, f"{INTAKE}::test_an_odd_file_has_its_line_and_spoils_no_other")),
    (28, "file grows, changes, disappears while read", "hash of the copy; retry next run",
     (f"{INTAKE}::test_28_a_file_that_grows_while_it_is_read_is_left_for_the_next_run",
      f"{INTAKE}::test_28_what_changes_after_it_was_copied_is_known_by_the_copy",
      f"{INTAKE}::test_28_a_file_that_disappears_is_told_and_the_others_are_read")),
    (29, "FIFO, device, links, odd names", "skipped with code; never out of the root",
     (f"{INTAKE}::test_an_odd_file_has_its_line_and_spoils_no_other",
      f"{INTAKE}::test_29_a_folder_called_as_a_paper_and_a_link_to_the_folder_above",
      "ingest/test_packed.py::test_a_members_name_leads_nowhere_and_can_be_shown")),
    (30, "same bytes twice, new bytes, two addresses", "one blob; new supersedes; two sources",
     (f"{INTAKE}::test_30_the_same_bytes_twice_are_one_report_and_new_bytes_supersede",
      "ingest/sources/test_addresses.py::test_the_same_paper_at_two_addresses_is_one_report")),
    (31, "disk full, read-only, no permission", "run fails cleanly, old generation serves",
     ("index/test_disk.py::test_a_full_disk_is_told_and_costs_nothing_that_was_kept",
      "index/test_disk.py::test_a_read_only_disk_can_be_asked_and_not_written",
      "index/test_disk.py::test_a_folder_that_may_not_be_written_is_told")),
    (32, "kill -9 at every step", "last generation; next run finishes; no row doubled",
     ("ingest/test_killed_at_steps.py::test_an_ingest_killed_at_a_step_is_made_up_by_the_next",
      "ingest/test_killed_at_random.py::"
      "test_an_ingest_killed_again_and_again_gives_what_an_undisturbed_one_gives")),
    (33, "two ingests at once", "second told the holder's pid",
     (f"{INTAKE}::test_33_a_second_ingest_is_told_the_first_ones_number",)),
    (34, "reader querying during publish", "wholly old or wholly new",
     ("index/test_shelf_and_readers.py::test_readers_see_the_old_or_the_new_and_never_an_error",)),
    (35, "corrupted index, older schema", "rebuilt from SQLite",
     ("index/test_mending.py::test_a_damaged_index_is_made_anew_when_it_is_opened",
      "index/test_mending.py::test_a_catalogue_of_an_earlier_version_is_brought_up_to_date",
      "index/test_mending.py::test_a_catalogue_of_a_later_version_is_left_alone")),
    (36, "SQLite locked; WAL left by kill -9", "retries; recovers; told",
     ("index/test_disk.py::test_a_catalogue_locked_by_another_program_is_told",
      "index/test_killed.py::test_an_ingest_killed_at_any_moment_keeps_what_its_ledger_says")),
    (37, "misbehaving server", "bounded read, back-off, coded, no loop",
     ("ingest/sources/test_fetching.py::test_each_misdeed_has_its_code",
      "ingest/sources/test_fetching.py::test_ten_gigabytes_are_refused_before_they_are_read",
      "ingest/sources/test_fetching.py::test_five_redirects_are_followed_and_no_sixth")),
    (38, "ModernGov traps", "range check; unescape; held; status kept; skipped",
     ("ingest/sources/test_moderngov_site.py::"
      "test_an_answer_with_all_meetings_there_ever_were_is_held_against_the_window",
      "ingest/sources/test_moderngov_site.py::test_a_cancelled_meeting_is_kept_as_such")),
    (39, "dates and what looks like one", "read, inferred or none",
     (f"{INTAKE}::test_39_a_date_is_read_inferred_or_none",)),
    (40, "exempt canaries", "absent everywhere", ("ingest/test_canaries.py",)),
    (41, "words to a machine inside a report", "stored as data",
     (PAPERS, f"{INTAKE}::test_41_words_to_a_machine_are_words_of_the_paper")),
    (42, "formula and markup injection", "stored raw, escaped at the Slack edge",
     (PAPERS, f"{INTAKE}::test_42_markup_is_kept_as_it_is_and_escaped_for_slack")),
)  # fmt: skip


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((TESTS / file).read_text(encoding="utf-8"))


def _tests_in(file: str) -> set[str]:
    return {node.name for node in ast.walk(_tree(file)) if isinstance(node, ast.FunctionDef)}


def _rows_in(file: str) -> set[str]:
    calls = [node for node in ast.walk(_tree(file)) if isinstance(node, ast.Call) and node.args]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Case"]
    return {ast.literal_eval(call.args[0]) for call in named}


def test_the_list_is_whole() -> None:
    assert [number for number, *_ in LIST] == list(range(1, 43))


@pytest.mark.parametrize(("number", "case", "expected", "proven"), LIST)
def test_each_case_of_the_list_is_proven(
    number: int, case: str, expected: str, proven: tuple[str, ...]
) -> None:
    assert case
    assert expected
    for place in proven:
        file, _, test = place.partition("::")
        if test:
            assert test in _tests_in(file), place
        elif file == PAPERS:
            assert str(number) in _rows_in(file), place
        else:
            assert any(name.startswith("test_") for name in _tests_in(file)), place
