"""Single addresses and lists of them, ingested again and again while the website changes."""

import io
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.errors import NoSuchSource
from index.runs import RunItem
from index.shelf import open_shelf
from ingest.intake.options import Options
from ingest.intake.progress import Silence
from ingest.intake.run import RunReport, ingest
from ingest.sources.settings import reach_in
from ingest.workers.process import Reading
from support.commands import run as townclerk
from support.waiting import PATIENCE, until
from support.website import CHALLENGE, Website, leads_to, paper, status, website

TESTS = Path(__file__).parents[2]
REACH = replace(
    reach_in({"TOWNCLERK_ALLOW_NETWORKS": "127.0.0.0/8"}),
    delay=0.0, silence=30.0, whole=60.0, patience=1.0, attempts=1,
)  # fmt: skip
# Takes each paper as it stands, without the time that understanding it takes.
PLAIN = Options(workers=1, reach=REACH, reading=Reading("support.unruly:read", (TESTS,)))


@pytest.fixture
def site() -> Iterator[Website]:
    with website() as there:
        there.deeds |= {f"/{n}.txt": paper(f"Paper {n}.", ETag=f'"{n}"') for n in (1, 2, 3)}
        yield there


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *sources: str, options: Options = PLAIN) -> RunReport:
    return ingest(data, sources, options, Silence())


def outcomes(report: RunReport) -> dict[str, str]:
    return {item.source.rpartition("/")[2]: item.code or item.outcome for item in report.items}


def test_a_server_that_does_not_answer_at_all_is_told(data: Path) -> None:
    assert outcomes(run(data, "http://127.0.0.1:9/1.txt")) == {"1.txt": "fetch_unreachable"}


def listed(folder: Path, *lines: str) -> str:
    """A list of addresses, named as a source."""
    path = folder / "papers.list"
    path.write_text("# Papers\n\n" + "\n".join(lines))
    return f"list:{path}"


def held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(report.source.rpartition("/")[2] for report in catalogue.reports())


def test_an_address_is_read_and_linked_to(site: Website, data: Path) -> None:
    assert outcomes(run(data, site.address("/1.txt"))) == {"1.txt": "added"}
    with open_catalogue(data) as catalogue:
        (report,) = catalogue.reports()
    assert report.source == report.url == site.address("/1.txt")


def test_an_address_that_has_not_changed_is_not_sent_again(site: Website, data: Path) -> None:
    run(data, site.address("/1.txt"))
    nobody = replace(PLAIN, reading=Reading("support.nowhere:read", (TESTS,)))
    assert outcomes(run(data, options=nobody)) == {"1.txt": "unchanged"}
    assert site.asked[-1].headers["If-None-Match"] == '"1"'


def test_bytes_that_are_the_same_are_not_read_again_though_they_are_sent(
    site: Website, data: Path
) -> None:
    site.deeds["/1.txt"] = paper("Paper 1.", ETag='"new every time"')
    run(data, site.address("/1.txt"))
    site.deeds["/1.txt"] = paper("Paper 1.", ETag='"another"')
    nobody = replace(PLAIN, reading=Reading("support.nowhere:read", (TESTS,)))
    assert outcomes(run(data, options=nobody)) == {"1.txt": "unchanged"}
    run(data, options=nobody)
    assert site.asked[-1].headers["If-None-Match"] == '"another"'


def test_other_bytes_at_an_address_take_the_place_of_the_old(site: Website, data: Path) -> None:
    run(data, site.address("/1.txt"))
    site.deeds["/1.txt"] = paper("Paper 1, corrected.")
    assert outcomes(run(data)) == {"1.txt": "changed"}


def test_the_same_paper_at_two_addresses_is_one_report(site: Website, data: Path) -> None:
    site.deeds["/2.txt"] = paper("Paper 1.")
    run(data, site.address("/1.txt"), site.address("/2.txt"))
    assert len(held(data)) == 1
    site.deeds["/1.txt"] = status(404)
    assert outcomes(run(data)) == {"1.txt": "removed", "2.txt": "unchanged"}
    assert held(data) == ["2.txt"]


def test_every_address_of_a_list_has_its_line(site: Website, data: Path, tmp_path: Path) -> None:
    lines = [site.address(f"/{n}.txt") for n in (1, 2, 4, 1)] + ["http://10.0.0.1/x.txt"]
    assert outcomes(run(data, listed(tmp_path, *lines))) == {
        "1.txt": "added",
        "2.txt": "added",
        "4.txt": "fetch_gone",
        "x.txt": "fetch_private",
    }


def test_what_is_on_a_list_no_more_is_taken_out(site: Website, data: Path, tmp_path: Path) -> None:
    run(data, listed(tmp_path, site.address("/1.txt"), site.address("/2.txt")))
    listed(tmp_path, site.address("/2.txt"), site.address("/3.txt"))
    assert outcomes(run(data)) == {"2.txt": "unchanged", "3.txt": "added", "1.txt": "removed"}


def test_a_list_that_is_away_takes_nothing_out(site: Website, data: Path, tmp_path: Path) -> None:
    run(data, listed(tmp_path, site.address("/1.txt")))
    (tmp_path / "papers.list").unlink()
    assert outcomes(run(data)) == {"papers.list": "bad_list"}
    assert held(data) == ["1.txt"]


@pytest.mark.parametrize(
    "source",
    [
        "ftp://exham.gov.uk/a.pdf",
        "file:///etc/passwd",
        "https://clerk:secret@exham.gov.uk/a.pdf",
        "https:///a.pdf",
        "https://exham.gov.uk:port/",
        "https://exham .gov.uk/",
        "moderngov:exham.gov.uk",
        "moderngov:",
        "list:nowhere.txt",
        "list:",
        "list:/",
    ],
)
def test_what_is_no_address_is_said_before_anything_is_changed(data: Path, source: str) -> None:
    with pytest.raises(NoSuchSource, match="Nothing was changed"):
        run(data, source)
    assert not data.exists()


@pytest.mark.parametrize(
    "line",
    [
        "see the website",
        "https://clerk:Zebrafinch@exham.gov.uk/a.pdf",
        "ftp://exham.gov.uk/Zebrafinch.pdf",
        "https://exham.gov.uk/caf\udce9/Zebrafinch.pdf éé",
        "/srv/papers/Zebrafinch.pdf",
        "https://exham.gov.uk:Zebrafinch/",
    ],
)
def test_a_bad_line_of_a_list_is_told_by_its_number_and_the_rest_is_read(
    site: Website, data: Path, tmp_path: Path, line: str
) -> None:
    named = listed(tmp_path, site.address("/1.txt"), "", site.address("/2.txt"))
    with (tmp_path / "papers.list").open("ab") as file:
        file.write(b"\n" + line.encode("utf-8", "surrogateescape") + b"\n")
    for report in (run(data, named), run(data)):
        told = {item.code or item.outcome: item for item in report.items}
        assert len(report.items) == 3
        assert told["bad_line"].outcome == "failed"
        assert "Line 6 of this list is no address" in (told["bad_line"].message or "")
        assert "Zebrafinch" not in str(report)
    assert held(data) == ["1.txt", "2.txt"]


def test_an_address_that_is_misspelt_now_is_not_taken_out(
    site: Website, data: Path, tmp_path: Path
) -> None:
    run(data, listed(tmp_path, site.address("/1.txt"), site.address("/2.txt")))
    listed(tmp_path, "htps:/" + site.address("/1.txt"), site.address("/2.txt"))
    assert outcomes(run(data)) == {"2.txt": "unchanged", "papers.list:3": "bad_line"}
    assert held(data) == ["1.txt", "2.txt"]
    listed(tmp_path, site.address("/2.txt"))
    assert outcomes(run(data)) == {"2.txt": "unchanged", "1.txt": "removed"}


def test_a_list_of_which_no_line_is_an_address_is_none(data: Path, tmp_path: Path) -> None:
    with pytest.raises(NoSuchSource, match="lists no addresses"):
        run(data, listed(tmp_path, "see the website", "https://clerk:secret@exham.gov.uk/a.pdf"))
    assert not data.exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_may_be_saved_as_any_text(
    site: Website, data: Path, tmp_path: Path, encoding: str
) -> None:
    text = f"# Café papers\r\n{site.address('/1.txt')}\r\n"
    (tmp_path / "papers.list").write_bytes(text.encode(encoding))
    assert outcomes(run(data, f"list:{tmp_path / 'papers.list'}")) == {"1.txt": "added"}


def test_a_list_whose_name_is_no_text_is_found_again(
    site: Website, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.list")
    path.write_text(site.address("/1.txt"))
    assert outcomes(run(data, f"list:{path}")) == {"1.txt": "added"}
    assert outcomes(run(data)) == {"1.txt": "unchanged"}


@pytest.mark.parametrize(
    "source",
    [
        "https://clerk:Zebra?fi@nch@exham.gov.uk/a.pdf",
        "moderngov:https://clerk:Zebra@exham.gov.uk",
        "ftp://exham.gov.uk/a.pdf?key=Zebra",
    ],
)
def test_no_password_of_an_address_is_shown(data: Path, source: str) -> None:
    with pytest.raises(NoSuchSource) as refused:
        run(data, source)
    assert "exham.gov.uk" in str(refused.value)
    assert "Zebra" not in str(refused.value)


def test_a_paper_that_is_gone_alone_stays_until_it_is_sure(site: Website, data: Path) -> None:
    run(data, site.address("/1.txt"), site.address("/2.txt"))
    one, two = site.deeds["/1.txt"], site.deeds["/2.txt"]
    site.deeds |= {"/1.txt": status(404), "/2.txt": status(404)}
    assert outcomes(run(data)) == {"1.txt": "fetch_gone", "2.txt": "fetch_gone"}
    assert held(data) == ["1.txt", "2.txt"]
    site.deeds |= {"/2.txt": two}
    assert outcomes(run(data)) == {"1.txt": "removed", "2.txt": "changed"}
    site.deeds |= {"/1.txt": one}
    assert outcomes(run(data, site.address("/1.txt"))) == {"1.txt": "added"}


def test_a_website_that_is_down_takes_nothing_out(site: Website, data: Path) -> None:
    run(data, site.address("/1.txt"))
    site.deeds["/1.txt"] = status(500)
    assert outcomes(run(data)) == {"1.txt": "fetch_server"}
    assert held(data) == ["1.txt"]


def test_a_blocked_host_has_a_line_for_each_paper_and_one_request(
    site: Website, data: Path, tmp_path: Path
) -> None:
    site.deeds["/1.txt"] = status(403, CHALLENGE)
    report = run(data, listed(tmp_path, *(site.address(f"/{n}.txt") for n in (1, 2, 3))))
    assert outcomes(report) == dict.fromkeys(("1.txt", "2.txt", "3.txt"), "fetch_blocked")
    assert site.paths == ["/1.txt"]


def test_what_was_withdrawn_stays_out_whatever_is_there(site: Website, data: Path) -> None:
    run(data, site.address("/1.txt"))
    with open_shelf(data) as shelf:
        shelf.withdraw(site.address("/1.txt"), "published by mistake")
    assert outcomes(run(data)) == {"1.txt": "withdrawn"}
    site.deeds["/1.txt"] = paper("Paper 1, as it should have been.")
    assert outcomes(run(data)) == {"1.txt": "withdrawn"}
    assert held(data) == []


def test_what_is_withheld_is_asked_for_and_not_read_while_it_is_the_same(
    site: Website, data: Path
) -> None:
    site.deeds["/1.txt"] = paper("withheld", ETag='"w"')
    assert outcomes(run(data, site.address("/1.txt"))) == {"1.txt": "exempt"}
    nobody = replace(PLAIN, reading=Reading("support.nowhere:read", (TESTS,)))
    assert outcomes(run(data, options=nobody)) == {"1.txt": "exempt"}
    site.deeds["/1.txt"] = paper("It is open now.")
    assert outcomes(run(data)) == {"1.txt": "added"}


def test_a_page_in_a_wrong_charset_is_read_by_its_bytes(site: Website, data: Path) -> None:
    page = "<!DOCTYPE html><html><body><p>The café pays £4 – no more.</p></body></html>"
    site.deeds["/page.html"] = paper(page, "text/html; charset=iso-8859-1")
    run(data, site.address("/page.html"), options=replace(PLAIN, reading=Reading()))
    with open_catalogue(data) as catalogue:
        assert catalogue.text(catalogue.reports()[0].report_id) == "The café pays £4 – no more."


def test_papers_packed_at_an_address_stay_while_it_is_the_same(site: Website, data: Path) -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for name in ("minutes.txt", "report.txt"):
            archive.writestr(name, f"The {name} of the Parks Committee.\n")
    site.deeds["/july.zip"] = paper(box.getvalue(), ETag='"z"')
    real = replace(PLAIN, reading=Reading())
    added = {"july.zip": "added"} | {f"july.zip#{n}.txt": "added" for n in ("minutes", "report")}
    assert outcomes(run(data, site.address("/july.zip"), options=real)) == added
    assert outcomes(run(data, options=real)) == dict.fromkeys(added, "unchanged")
    assert held(data) == ["july.zip#minutes.txt", "july.zip#report.txt"]
    with open_catalogue(data) as catalogue:
        assert {report.url for report in catalogue.reports()} == {site.address("/july.zip")}
    site.deeds |= {"/july.zip": status(410), "/1.txt": paper("Paper 1.")}
    gone = outcomes(run(data, site.address("/july.zip"), site.address("/1.txt")))
    assert gone == dict.fromkeys(added, "removed") | {"1.txt": "added"}


def test_a_redirect_keeps_the_name_it_was_asked_by(site: Website, data: Path) -> None:
    site.deeds["/old.txt"] = leads_to("/1.txt", 301)
    assert outcomes(run(data, site.address("/old.txt"))) == {"old.txt": "added"}


def test_a_dry_run_writes_nothing(site: Website, data: Path) -> None:
    report = run(data, site.address("/1.txt"), options=replace(PLAIN, dry_run=True))
    assert outcomes(report) == {"1.txt": "added"}
    assert not data.exists()


class Met(Silence):
    """Tells when the first paper was met."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def met(self, item: RunItem) -> None:
        self.event.set()


def test_an_ingest_that_is_stopped_does_not_wait_for_a_slow_website(
    site: Website, data: Path
) -> None:
    is_asked, left, was_left = threading.Event(), threading.Event(), list[bool]()

    def slow(_: BaseHTTPRequestHandler) -> None:
        is_asked.set()
        was_left.append(left.wait(PATIENCE))

    site.deeds["/2.txt"], first = slow, Met()
    patient = replace(REACH, silence=2 * PATIENCE, whole=2 * PATIENCE)
    stoppable = replace(
        PLAIN, reach=patient, stopping=lambda: is_asked.is_set() and first.event.is_set()
    )
    report = ingest(data, [site.address(f"/{n}.txt") for n in (1, 2, 3)], stoppable, first)
    left.set()
    until(lambda: was_left, "the website's end")
    assert was_left == [True]  # and not tired of waiting itself
    assert report.stopped
    assert held(data) == ["1.txt"]


def test_folders_and_addresses_are_read_in_one_ingest(
    site: Website, data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "here.txt").write_text("A paper here.")
    run(data, str(folder), site.address("/1.txt"))
    assert outcomes(run(data)) == {"here.txt": "unchanged", "1.txt": "unchanged"}


def test_the_command_reads_its_settings_from_the_environment(
    site: Website, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOWNCLERK_FETCH_DELAY", "0")
    refused = townclerk("ingest", site.address("/1.txt"), data=data)
    assert refused.returncode == 3
    assert "is in a private network" in refused.stdout
    monkeypatch.setenv("TOWNCLERK_ALLOW_NETWORKS", "127.0.0.0/8")
    assert townclerk("ingest", site.address("/1.txt"), data=data).returncode == 0


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TOWNCLERK_ALLOW_NETWORKS", "the intranet"),
        ("TOWNCLERK_FETCH_DELAY", "slowly"),
        ("TOWNCLERK_FETCH_DELAY", "-1"),
        ("TOWNCLERK_CONTACT", "clerk@exham.gov.uk\nX-Other: 1"),
    ],
)
def test_a_wrong_setting_is_told_before_anything_is_asked(
    site: Website, data: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)
    refused = townclerk("ingest", site.address("/1.txt"), data=data)
    assert refused.returncode == 1
    assert setting in refused.stderr
    assert not data.exists()
    assert site.asked == []


def test_a_window_that_ends_before_it_begins_is_wrong_usage(data: Path) -> None:
    days = ("--since", "2026-03-02", "--until", "2026-03-01")
    done = subprocess.run(
        [sys.executable, "-m", "ingest", "--data", str(data), "ingest", *days, "moderngov:x"],
        capture_output=True, text=True, check=False, cwd=TESTS.parent,
    )  # fmt: skip
    assert done.returncode == 2
    assert "--until is before --since" in done.stderr
