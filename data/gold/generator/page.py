"""A page being written, and the facts that each of its lines states."""

from __future__ import annotations

from typing import Any

from generator.people import Degree, Job, Person


class Page:
    """Lines, and the annotations whose quotes are those lines."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.lines: list[str] = []
        self.gold: dict[str, Any] = {
            key: [] for key in ("positions", "education", "advising", "skills", "topics", "projects", "awards")
        }

    def say(self, *lines: str) -> str:
        """Add lines; the last one is returned, to be quoted."""
        self.lines += lines
        return lines[-1].strip()

    def name(self, quote: str) -> None:
        """The line that states the name."""
        self.gold["person"] = {"name": self.person.name, "accept": [], "quote": quote}

    def job(self, job: Job, quote: str, *, place: bool = True) -> None:
        """The line that states a job."""
        self.gold["positions"].append(
            {
                "organization": job.employer, "accept": [], "unit": None, "title": job.title, "kind": kind(job.title),
                "start": str(job.start), "end": str(job.end) if job.end else "present",
                "location": job.place if place else None, "quote": quote,
            }
        )  # fmt: skip

    def degree(self, degree: Degree, quote: str) -> None:
        """The line that states a degree."""
        self.gold["education"].append(
            {
                "organization": degree.school, "accept": [], "level": degree.level, "degree": degree.degree,
                "field": degree.subject, "start": str(degree.start), "end": str(degree.end), "location": None,
                "quote": quote,
            }
        )  # fmt: skip

    def skills(self, names: tuple[str, ...], quote: str) -> None:
        """The line that lists or tells skills; each is annotated once."""
        known = {skill["name"] for skill in self.gold["skills"]}
        self.gold["skills"] += [
            {"name": name, "accept": [], "quote": quote} for name in names if name in quote and name not in known
        ]

    def award(self, name: str, quote: str) -> None:
        """The line that states an award."""
        self.gold["awards"].append({"name": name, "accept": [], "organization": None, "date": None, "quote": quote})

    def advisor(self, name: str, quote: str) -> None:
        """The line that states an advisor."""
        self.gold["advising"].append(
            {"advisor": name, "accept": [f"Prof. {name}"], "organization": None, "quote": quote}
        )

    @property
    def text(self) -> str:
        """The whole page."""
        return "\n".join(self.lines) + "\n"


def kind(title: str) -> str:
    """The kind of role a title names."""
    words = title.casefold()
    if any(
        word in words
        for word in (
            "intern",
            "praktikant",
            "stagiaire",
            "becario",
            "estagiário",
            "stajyer",
            "实习",
            "インターン",
            "인턴",
        )
    ):
        return "internship"
    return "research" if "research" in words else "job"
