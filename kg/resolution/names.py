"""Names of people and units as keys: what may differ in writing without naming somebody else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from kg.gazetteers.names import organization_key

_TITLES = frozenset(["prof", "professor", "dr", "doctor", "mr", "mrs", "ms", "mx", "sir", "dame", "phd", "md", "msc"])
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_LONG_FORMS = {"lab": "laboratory", "dept": "department", "inst": "institute", "ctr": "center", "centre": "center"}
_PARTS = (
    "department|division|faculty|group|lab|laboratory|office|program|programme|school|section|team|unit|center|centre"
)
_PART = re.compile(rf"(?:{_PARTS}) (?:of|for) .+|.* (?!school|center|centre)(?:{_PARTS})|(?:{_PARTS})")
_PROFILES = re.compile(
    r"(?:[a-z]{2,3}\.)?linkedin\.com/in/[^/]+|github\.com/[^/]+|gitlab\.com/[^/]+|gitee\.com/[^/]+|orcid\.org/[\dx-]+"
    r"|scholar\.google\.[a-z.]+/citations\?.*user=[\w-]+.*|(?:twitter|x)\.com/[^/]+|huggingface\.co/[^/]+"
    r"|kaggle\.com/[^/]+|researchgate\.net/profile/[^/]+|dblp\.org/pid/.+|openreview\.net/profile\?id=.+"
    r"|stackoverflow\.com/users/\d+(?:/.*)?|zhihu\.com/people/[^/]+|medium\.com/@[^/]+"
)


@lru_cache(maxsize=65536)
def person_key(name: str) -> str:
    """A person's name without case, accents, titles and punctuation; "Example, Ada" is "ada example"."""
    if name.count(",") == 1 and not any(part.casefold().strip(" .") in _TITLES for part in name.split(",")):
        name = " ".join(reversed(name.split(",")))
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.sub(r"[^\w\s'-]+", " ", plain.replace("ph.d", "phd")).split()
    return " ".join(word for word in words if word not in _TITLES)


def is_full(key: str) -> bool:
    """Whether the name (by its key) has a given and a family part; a bare given name tells nobody apart."""
    return len([word for word in key.split() if len(word) > 1]) >= 2 or bool(_HAN.fullmatch(key))


def unit_key(name: str, parents: frozenset[str] = frozenset()) -> str:
    """A unit's name as a key, without its organization's name in front (keys in `parents`), "team", and plurals."""
    key = organization_key(name)
    for parent in sorted(parents, key=lambda parent: (-len(parent), parent)):
        if key.startswith(parent + " "):
            key = key.removeprefix(parent + " ")
            break
    words = [_LONG_FORMS.get(word, word) for word in key.split()]
    if len(words) > 1 and words[-1] == "team":
        words.pop()
    return " ".join(_singular(word) for word in words)


def is_part(key: str) -> bool:
    """Whether a name (by its key) calls itself a part of something: many organizations have a "Systems Group"."""
    return bool(_PART.fullmatch(key))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def identity(address: str) -> str | None:
    """An address as a key if it belongs to one person: an e-mail address or a profile page; None for any other page."""
    if "@" in address and "/" not in address:
        return address.removeprefix("mailto:").strip().casefold()
    parts = urlsplit(address if "//" in address else f"https://{address}")
    page = f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/').casefold()}"
    page = f"{page}?{parts.query}" if parts.query else page
    return page if _PROFILES.fullmatch(page) else None


def handle(address: str) -> str | None:
    """What a person calls themselves in an e-mail address or on a profile page, for display only."""
    if "@" in address and "/" not in address:
        return address.partition("@")[0] or None
    key = identity(address)
    return key.rpartition("/")[2].lstrip("@") or None if key and "?" not in key else None
