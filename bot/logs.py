"""Logs: a line for each request, as key=value or as JSON, without a word of question or paper."""

import json
import logging
import sys
from datetime import UTC, datetime


def set_up(form: str) -> None:
    """Log to stderr, in the ``form`` "text" or "json"."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    handler.setFormatter(JsonLines() if form == "json" else plain)
    logging.basicConfig(handlers=[handler])
    logging.getLogger("bot").setLevel(logging.INFO)
    # They log each failed call before they raise it; what is raised is told where it matters.
    logging.getLogger("slack_sdk.web.base_client").setLevel(logging.CRITICAL)
    logging.getLogger("slack_sdk.webhook.client").setLevel(logging.CRITICAL)


def tell(log: logging.Logger, **fields: str | float) -> None:
    """Log a line of fields: kinds, outcomes and figures, and never who asked what."""
    line = " ".join(f"{name}={value}" for name, value in fields.items())
    log.info(line, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record in JSON; its fields by their names where it has any."""
        told = getattr(record, "fields", None) or {"message": record.getMessage()}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            **told,
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
