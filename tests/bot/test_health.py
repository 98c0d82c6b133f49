"""Whoever watches over the bot is told whether it lives, whether it is ready, and why not."""

import json
import logging
import sqlite3
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from prometheus_client.parser import text_string_to_metric_families
from slack_sdk.errors import SlackApiError

from bot import metrics
from bot.logs import JsonLines, tell
from bot.metrics import Figures, Prometheus
from bot.papers import Papers
from bot.slack.health import Health
from support.bot_process import bot_running, free_port
from support.slack import StandInSlack
from support.town import Office
from support.workspace import STAFF

HOURS = "What is recommended on library opening hours?"


def look(health: Health, path: str) -> tuple[str, bytes]:
    statuses: list[str] = []
    told = health({"PATH_INFO": path}, lambda status, *_: statuses.append(status))  # type: ignore[arg-type, return-value]
    return statuses[0], b"".join(told)


def checks(health: Health) -> dict[str, str]:
    """What is not ready, and why."""
    status, body = look(health, "/readyz")
    told = json.loads(body)
    assert told["ready"] is (status == "200 OK")
    return {name: why for name, why in told["checks"].items() if why != "ok"}


@pytest.fixture
def health(office: Office) -> Health:
    health = Health(office.desk)
    health.connected = lambda: True
    return health


def test_a_bot_in_order_is_ready(health: Health) -> None:
    assert checks(health) == {}
    assert look(health, "/healthz") == ("200 OK", b"OK")
    assert look(health, "/")[0] == "404 Not Found"


def test_a_bot_without_a_connection_or_at_its_end_is_not_ready(
    office: Office, health: Health
) -> None:
    health.connected = lambda: False
    office.desk.stopping.set()
    assert checks(health) == {"events": "not connected to Slack", "running": "stopping"}
    assert look(health, "/healthz")[0] == "200 OK"


def test_a_bot_without_papers_is_not_ready(office: Office, tmp_path: Path) -> None:
    object.__setattr__(office.desk, "papers", Papers(tmp_path / "nothing"))
    health = Health(office.desk)
    health.connected = lambda: True
    assert checks(health) == {"library": "nothing_ingested", "index": "not looked at"}
    assert look(health, "/metrics")[0] == "501 Not Implemented"


def test_a_bot_whose_token_is_refused_is_not_ready(office: Office, health: Health) -> None:
    revoked = web.json_response({"ok": False, "error": "token_revoked"})
    office.slack.fail_next("users.info", revoked)
    with pytest.raises(SlackApiError):
        office.desk.signed_in.client.users_info(user=STAFF)
    assert checks(health) == {"slack": "Slack refuses the token: token_revoked"}


def test_figures_are_told_as_prometheus_reads_them(office: Office) -> None:
    figures = Prometheus()
    object.__setattr__(office.desk, "figures", figures)
    health = Health(office.desk)
    office.slack.mention(STAFF, HOURS)
    office.slack.wait_for("chat.postMessage")
    office.desk.pool.settle()
    figures.slack_trouble("ratelimited")
    status, page = look(health, "/metrics")
    told = {
        (s.name, *sorted(s.labels.values())): s.value
        for family in text_string_to_metric_families(page.decode())
        for s in family.samples
    }
    assert status == "200 OK"
    assert told["townclerk_requests_total", "answered", "mention"] == 1
    assert told["townclerk_request_seconds_count", "mention"] == 1
    assert told["townclerk_wait_seconds_count",] == 1
    assert told["townclerk_slack_errors_total", "ratelimited"] == 1
    assert told["townclerk_waiting",] == 0
    assert told["townclerk_connected",] == 0
    assert told["townclerk_generation",] >= 1
    assert not any(word in page for word in (b"library", b"opening", STAFF.encode()))


def test_without_prometheus_no_figures_are_kept_and_it_is_said(
    office: Office, health: Health, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Any:
        raise ImportError

    monkeypatch.setattr(metrics, "Prometheus", missing)
    assert type(metrics.figures()) is Figures
    status, why = look(health, "/metrics")
    assert status == "501 Not Implemented"
    assert b"prometheus-client is not installed" in why


@pytest.mark.parametrize("http", [False, True])
def test_health_is_told_at_an_address_of_its_own(
    slack: StandInSlack, data: Path, http: bool
) -> None:
    address = f"127.0.0.1:{free_port()}"
    with bot_running(slack, data, http=http, TOWNCLERK_HEALTH=address):
        slack.mention(STAFF, HOURS)
        slack.wait_for("chat.postMessage")
        assert fetch(f"http://{address}/healthz") == (200, "OK")
        status, ready = fetch(f"http://{address}/readyz")
        assert (status, json.loads(ready)["ready"]) == (200, True), ready
        assert "townclerk_requests_total" in fetch(f"http://{address}/metrics")[1]
        if http:  # in the open, only that it lives is told
            assert fetch(f"{slack.http_bot}/healthz")[0] == 200
            assert fetch(f"{slack.http_bot}/readyz")[0] == 401
            assert fetch(f"{slack.http_bot}/metrics")[0] == 401


def fetch(url: str) -> tuple[int, str]:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(url, timeout=5) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_line_of_the_log_is_fields_in_text_and_in_json(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("bot.test")
    with caplog.at_level(logging.INFO, logger="bot.test"):
        tell(log, kind="mention", outcome="answered", took_ms=12)
        log.warning("two\nlines of %s", "words")
    first, second = caplog.records
    assert first.getMessage() == "kind=mention outcome=answered took_ms=12"
    in_json = json.loads(JsonLines().format(first))
    assert in_json.pop("time").endswith("+00:00")
    assert in_json == {
        "level": "INFO",
        "logger": "bot.test",
        "kind": "mention",
        "outcome": "answered",
        "took_ms": 12,
    }
    line = JsonLines().format(second)
    assert json.loads(line)["message"] == "two\nlines of words"
    assert "\n" not in line


def test_a_bot_told_to_log_json_logs_nothing_else(slack: StandInSlack, data: Path) -> None:
    with bot_running(slack, data, TOWNCLERK_LOG="json") as bot:
        ts, _ = slack.mention(STAFF, HOURS)
        slack.wait_for("chat.postMessage", thread_ts=ts)
        assert bot.stop() == 0
        lines = [json.loads(line) for line in bot.log.splitlines()]
    (answered,) = [line for line in lines if line.get("kind") == "mention"]
    assert answered["outcome"] == "answered"
    assert answered["took_ms"] >= answered["waited_ms"] >= 0


def test_a_memory_that_cannot_be_written_leaves_nobody_without_an_answer(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    ts, body_twice = office.slack.api.timestamp(), 2
    monkeypatch.setattr(office.desk.once, "_take", full)
    for _ in range(body_twice):
        office.slack.mention(STAFF, HOURS, ts=ts)
    office.app.listener_runner.listener_executor.shutdown(wait=True)
    office.desk.pool.settle()
    assert len(office.slack.called("chat.postMessage")) == 1
    told = [r for r in caplog.records if "slack.db cannot be written" in r.getMessage()]
    assert len(told) == 1
