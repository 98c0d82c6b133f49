"""Serves backlot until its standard input ends; run by the interpreter of its own environment.

Prints one line of JSON: where it is, and its token.
"""

import json
import sys

CHANNEL = {
    "source_type": "slack",
    "doc_id": "council-1",
    "channel": "council",
    "content": "Good morning.",
    "created": "2026-02-09T09:12:00Z",
    "visibility": "public",
    "author_email": "ann@town.example",
    "author_name": "Ann Officer",
    "participants": ["ann@town.example"],
}


def main() -> None:
    """Serve one channel."""
    import backlot  # type: ignore[import-not-found]

    with backlot.serve([CHANNEL], telemetry=False) as server:
        told = {"url": f"{server.base_url}/slack/api/", "token": server.token}
        print(json.dumps(told), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
