"""Each thing that keeps the bot from its work is a line that says what to do."""

import json
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.choices import Choices
from bot.doctor import here as doctor_here
from bot.doctor import slack as doctor_slack
from bot.doctor.doctor import examine
from bot.doctor.finding import Finding, say
from bot.doctor.here import here
from bot.doctor.slack import in_slack
from bot.doctor.workspace import administrators, channels
from bot.settings import Settings
from bot.slack.sign_in import web_client
from index.shelf import open_shelf, passages_folder
from support.bot_process import bot_environment, townclerk
from support.faults import a_page
from support.slack import StandInSlack
from support.workspace import (
    ADMIN,
    ADMIN_GROUP,
    APP_TOKEN,
    BOT_TOKEN,
    CHANNEL,
    GUEST,
    HANDOVER,
    LEAVER,
    NOT_IN,
    SHARED,
    SIGNING_SECRET,
    TEAM,
)

SECRETS = (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET)


def doctor(
    slack: StandInSlack, data: Path, *options: str, **setting: str
) -> subprocess.CompletedProcess[str]:
    """`townclerk doctor`, as it is run beside a bot."""
    return subprocess.run(
        townclerk(data, "doctor", *options),
        cwd=data.parent,
        env=bot_environment(slack, **setting),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def lines(findings: Any) -> list[str]:
    return list(map(say, findings))


def of(what: str, findings: Any) -> list[str]:
    """The findings on one thing."""
    return [say(finding) for finding in findings if finding.what.startswith(what)]


def test_a_bot_that_is_set_up_is_well(slack: StandInSlack, data: Path) -> None:
    done = doctor(slack, data)
    assert done.stdout.splitlines() == [
        "ok – .env – not there: settings come from the environment",
        f"ok – Data folder {data} – its owner alone can read and write it",
        *(line for line in done.stdout.splitlines() if line.startswith("ok – Disk – ")),
        "ok – Catalogue – 3 papers, the newest of 9 January 2024; its tables are up to date",
        "ok – Search index – in step with the catalogue; 5 passages",
        "ok – Signing secret – is set; only a request from Slack can prove it",
        "ok – Bot token – signs in to Town as town_clerk",
        "ok – Scopes – those that the manifest asks for",
        "ok – Clock – agrees with Slack's",
        "ok – Socket Mode – Slack gives an address to connect to",
        "note – Events – whether they arrive cannot be told from here – While the bot runs, "
        "mention it in a channel and see that it answers.",
        "ok – Administrators – 1 member named by TOWNCLERK_ADMINS",
        f"ok – User group {ADMIN_GROUP} – 1 member",
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_the_findings_are_one_json_document(slack: StandInSlack, data: Path) -> None:
    done = doctor(slack, data, "--json", SLACK_APP_TOKEN="xapp-wrong")
    found = json.loads(done.stdout)["findings"]
    assert done.returncode == 1
    assert {
        "verdict": "fail",
        "what": "Socket Mode",
        "found": "Slack refused SLACK_APP_TOKEN: Slack does not know it. Copy it again from the "
        "app's page, Basic Information, App-Level Tokens; it starts with xapp-.",
        "todo": "",
    } in found


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "fail – Bot token – SLACK_BOT_TOKEN is not set"),
        ({"SLACK_BOT_TOKEN": "s3cret"}, "fail – Bot token – SLACK_BOT_TOKEN is not the right kind"),
        (
            {"SLACK_BOT_TOKEN": "xoxb-s3cret"},
            "fail – Bot token – Slack refused SLACK_BOT_TOKEN: Slack does not know it. Copy it",
        ),
        ({"SLACK_APP_TOKEN": "s3cret"}, "fail – Socket Mode – SLACK_APP_TOKEN is not the right"),
        (
            {"SLACK_API_URL": "http://127.0.0.1:9/api/"},
            "fail – Bot token – Slack cannot be reached at http://127.0.0.1:9/api/. Check the",
        ),
        (
            {"TOWNCLERK_KEEP_QUESTIONS_DAYS": "soon"},
            "fail – Settings – TOWNCLERK_KEEP_QUESTIONS_DAYS is no number of days from 0 to 365 –",
        ),
        ({"TOWNCLERK_ADMINS": "Ann"}, "fail – Settings – TOWNCLERK_ADMINS holds Ann, which is not"),
    ],
)
def test_each_fault_is_a_line_and_no_secret_is_told(
    slack: StandInSlack, data: Path, setting: dict[str, str], said: str
) -> None:
    done = doctor(slack, data, **setting)
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith(said)]
    assert not [mark for mark in (*SECRETS, "s3cret") if mark in done.stdout + done.stderr]
    assert "Traceback" not in done.stderr


def test_without_a_network_and_without_a_data_folder_it_says_so(tmp_path: Path) -> None:
    environ = {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_API_URL": "http://127.0.0.1:9/",
    }
    found = [*examine(tmp_path / "none", environ)]
    assert of("Data folder", found) == [
        f"fail – Data folder – {tmp_path / 'none'} is not there – Read papers first: "
        "townclerk ingest FOLDER. Or name another with --data."
    ]
    assert of("Slack", found) == ["note – Slack – scopes, people and channels could not be checked"]


def test_http_alone_needs_no_app_token(slack: StandInSlack, data: Path) -> None:
    environ = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": slack.api_url,
    }
    found = [*examine(data, environ)]
    assert of("Socket Mode", found) == []
    assert of("Administrators", found) == [
        "warn – Administrators – nobody may act as one in Slack – Set TOWNCLERK_ADMINS or "
        "TOWNCLERK_ADMIN_GROUP, or see to the papers on the server alone."
    ]


# --- Slack ---

_AGAIN = "Make the manifest anew with townclerk manifest, put it in, and install the app again."


def test_scopes_are_held_against_the_manifest(slack: StandInSlack, settings: Settings) -> None:
    slack.api.scopes -= {"usergroups:read", "users:read"}
    slack.api.scopes |= {"files:read"}
    assert of("Scopes", in_slack(settings)) == [
        f"fail – Scopes – not granted: usergroups:read, users:read – {_AGAIN}"
    ]
    slack.api.scopes |= {"usergroups:read", "users:read", "channels:read"}
    assert of("Scopes", in_slack(settings)) == [
        f"warn – Scopes – granted and not used: files:read – They may be taken away. {_AGAIN}"
    ]


def test_scopes_for_threads_are_asked_for_where_threads_are_answered_in(
    slack: StandInSlack, settings: Settings
) -> None:
    chosen = replace(settings, choices=Choices(threads=True))
    (found,) = of("Scopes", in_slack(chosen))
    assert found.startswith("fail – Scopes – not granted: channels:history, groups:history – Make ")
    assert "townclerk manifest --threads" in found


class _Later(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> "_Later":
        return cls.fromtimestamp(datetime.now(UTC).timestamp() + 400, tz)


def test_a_clock_that_is_wrong_is_told(
    slack: StandInSlack, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_slack, "datetime", _Later)
    (found,) = of("Clock", in_slack(settings))
    assert found.startswith("warn – Clock – 4")
    assert "seconds apart from Slack's" in found


def test_a_page_in_place_of_slack_is_told(slack: StandInSlack, settings: Settings) -> None:
    slack.faults.add("auth.test", a_page())
    assert of("Bot token", in_slack(settings)) == [
        f"fail – Bot token – What answers at {settings.api_url} is not Slack: a page of this "
        "network may stand before it. Check the connection and HTTPS_PROXY, then start again."
    ]


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        (CHANNEL, "ok – Channel C0COUNCIL of TOWNCLERK_CHANNELS – the bot is in it"),
        (NOT_IN, "fail – Channel C0NOTIN of TOWNCLERK_CHANNELS – the bot is not in it – Invite"),
        (SHARED, "warn – Channel C0SHARED of TOWNCLERK_CHANNELS – is shared with another organis"),
        ("C0GONE", "fail – Channel C0GONE of TOWNCLERK_CHANNELS – is not there, or the bot may "),
    ],
)
def test_a_channel_is_looked_at_where_that_is_allowed(
    slack: StandInSlack, settings: Settings, channel: str, said: str
) -> None:
    slack.api.scopes |= {"channels:read", "groups:read"}
    (found,) = lines(channels(web_client(settings), Choices(channels=frozenset({channel}))))
    assert found.startswith(said)


def test_a_channel_that_cannot_be_looked_at_is_told_so(
    slack: StandInSlack, settings: Settings
) -> None:
    assert lines(channels(web_client(settings), Choices(handover_channel=HANDOVER))) == [
        "note – Channel C0HELP of TOWNCLERK_HANDOVER_CHANNEL – cannot be checked: the app has no "
        "scope channels:read – See in Slack that the bot is a member of it."
    ]


def test_an_administrator_who_may_not_is_named(slack: StandInSlack, settings: Settings) -> None:
    named = replace(settings, admins=frozenset({ADMIN, GUEST, LEAVER}))
    assert of("Administrators", administrators(web_client(settings), named, TEAM)) == [
        f"warn – Administrators – {user} is no full and active member of the workspace – Take "
        "them out of TOWNCLERK_ADMINS."
        for user in (GUEST, LEAVER)
    ] + ["ok – Administrators – 1 member named by TOWNCLERK_ADMINS"]


def test_a_user_group_is_counted_or_told_why_not(slack: StandInSlack, settings: Settings) -> None:
    def group() -> list[str]:
        return of("User group", administrators(web_client(settings), settings, TEAM))

    slack.api.group.append("U0MORE")
    assert group() == [f"ok – User group {ADMIN_GROUP} – 2 members"]
    slack.api.group.clear()
    assert group() == [
        f"warn – User group {ADMIN_GROUP} – has no members – Add the administrators to it in Slack."
    ]
    slack.api.scopes -= {"usergroups:read"}
    assert group() == [
        f"fail – User group {ADMIN_GROUP} – cannot be read: missing_scope – Look up the group's id "
        "in Slack and set it as TOWNCLERK_ADMIN_GROUP."
    ]


# --- This machine ---


def test_what_others_may_read_is_told(data: Path, tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("SLACK_BOT_TOKEN=xoxb-1\n")
    env_file.chmod(0o644)
    data.chmod(0o755)
    found = lines(here(data, env_file, Choices()))
    assert f"warn – .env – others on this machine can read it – chmod 600 {env_file}" in found
    assert (
        f"warn – Data folder {data} – others on this machine can read it – chmod 700 {data}"
        in found
    )
    env_file.chmod(0o600)
    assert "ok – .env – its owner alone can read it" in lines(here(data, env_file, Choices()))


def test_a_file_in_place_of_the_data_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    (found,) = of("Data folder", here(tmp_path / "data", tmp_path / ".env", Choices()))
    assert found.startswith(f"fail – Data folder – {tmp_path / 'data'} is not a folder – ")


def test_a_damaged_catalogue_is_told(data: Path) -> None:
    (data / "catalogue.db").write_bytes(b"not a database, whatever its name says" * 100)
    (found,) = of("Catalogue", here(data, data / ".env", Choices()))
    assert found.startswith("fail – Catalogue – The catalogue ")
    assert "ingest again" in found


def test_a_folder_into_which_nothing_was_read_is_told(tmp_path: Path) -> None:
    (found,) = of("Catalogue", here(tmp_path, tmp_path / ".env", Choices()))
    assert found == (
        f"fail – Catalogue – Nothing has been ingested into {tmp_path} yet. Run `townclerk ingest "
        "FOLDER` first, or name another data folder with --data."
    )


def test_an_index_that_is_gone_is_told(data: Path) -> None:
    for path in sorted(passages_folder(data).rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (found,) = of("Search index", here(data, data / ".env", Choices()))
    assert found.startswith("fail – Search index – ")
    assert "rebuild" in found


def test_an_ingest_that_broke_off_is_told(data: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_shelf(data):
        raise KeyboardInterrupt
    assert of("Last ingest", here(data, data / ".env", Choices())) == [
        "warn – Last ingest – ingest 2 broke off – Start it again: townclerk ingest. What it read "
        "is kept."
    ]


def test_what_the_bot_remembers_is_looked_at(data: Path) -> None:
    (data / "slack.db").write_bytes(b"no database at all, but a file of that name" * 100)
    (found,) = of("slack.db", here(data, data / ".env", Choices()))
    assert found.startswith(f"fail – slack.db – {data / 'slack.db'} is damaged")


def test_too_little_room_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_here, "LEAST_FREE", 10**18)
    (found,) = of("Disk", here(data, data / ".env", Choices()))
    assert found.startswith("fail – Disk – ")
    assert found.endswith("Make room: the bot and an ingest both write.")


def test_a_library_that_a_setting_needs_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_here.importlib.util, "find_spec", lambda _: None)
    chosen = Choices(health=("127.0.0.1", 8080), socket_client="websocket")
    assert of("Libraries", here(data, data / ".env", chosen)) == [
        "warn – Libraries – prometheus-client is not installed, which a setting asks for – pip "
        "install prometheus-client",
        "fail – Libraries – websocket-client is not installed, which a setting asks for – pip "
        "install websocket-client",
    ]
    assert of("Libraries", here(data, data / ".env", Choices())) == []


def test_a_finding_is_a_line() -> None:
    assert say(Finding("fail", "Disk", "full", "Make room.")) == "fail – Disk – full – Make room."
    assert say(Finding("ok", "Disk", "empty")) == "ok – Disk – empty"
