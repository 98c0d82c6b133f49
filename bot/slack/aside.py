"""Calls to Slack beside an answer, which is not to wait for them: brief, and tried once."""

from slack_sdk import WebClient

BRIEF = 3  # seconds


def aside(client: WebClient) -> WebClient:
    """The client without its patience: told to wait half a minute, an answer would wait as long."""
    return WebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=BRIEF,
        ssl=client.ssl,
        proxy=client.proxy,
        retry_handlers=[],
    )
