"""Web pages that ask whether one is a robot, sent in place of a paper."""

import re

from index.errors import Unreadable

_LONGEST = 2_500  # characters: a page that says more than this is a page about something
_TITLES = re.compile(
    r"just a moment|attention required|checking your browser|verify(?:ing)? you are (?:a )?human"
    r"|are you (?:a )?(?:human|robot)|human verification|security check|ddos.guard"
    r"|access denied|pardon our interruption|request unsuccessful|bot verification",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"cf-chl|cf_chl|/cdn-cgi/challenge-platform|challenges\.cloudflare\.com|_incapsula_resource"
    r"|incident_id=|captcha-delivery\.com|g-recaptcha|h-captcha|px-captcha|awswafcaptcha"
    r"|aws-waf-token|sucuri_cloudproxy|ddos-guard",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"enable javascript and cookies to continue|checking (?:if the site connection is secure"
    r"|your browser before)|needs to review the security of your connection"
    r"|verify(?:ing)? (?:that )?you are (?:not a robot|(?:a )?human)"
    r"|you have been blocked|complete the security check",
    re.IGNORECASE,
)


_TITLE = re.compile(r"<title[^>]{0,200}>\s*([^<]{0,200})", re.IGNORECASE)
_LONGEST_PAGE = 60_000  # characters of markup


def looks_like_challenge(markup: str) -> bool:
    """Whether a short page, unread, is a bot check: to be told so while it is being fetched."""
    if len(markup) > _LONGEST_PAGE:
        return False
    title = _TITLE.search(markup)
    named = bool(title and _TITLES.match(title[1].strip()))
    return bool(_MARKS.search(markup)) and (named or bool(_WORDS.search(markup)))


def refuse_challenge(markup: str, title: str, text: str) -> None:
    """Raise Unreadable ("type_mismatch") for a page that is a bot check and nothing more.

    A short page is one when its text says so, or when its title and its scripts both do. A paper
    that merely speaks of such checks is longer, and has neither.
    """
    if len(text) > _LONGEST:
        return
    if _WORDS.search(text) or (_TITLES.match(title) and _MARKS.search(markup)):
        raise Unreadable(
            "type_mismatch",
            "The website sent a page that checks for robots instead of the paper. "
            "Open the address in a browser, save the paper and ingest the file.",
        )
