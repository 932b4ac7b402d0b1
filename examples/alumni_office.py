"""Where did those who studied at Carnegie Mellon University go to work?"""

from collections import Counter
from pathlib import Path

import kg

PROFILES = Path(__file__).resolve().parent.parent / "data" / "profiles"
SCHOOL = "Carnegie Mellon University"

with kg.open() as graph:
    graph.add(PROFILES)
    employers: Counter[str] = Counter()
    for row in graph.ask("studied-at", organization=SCHOOL).records():
        print(
            row["person"], "·", row["degree"] or "degree not stated", "·", row["start"] or "?", "–", row["end"] or "?"
        )
    for person in graph.people():
        if any(study.organization and study.organization.label == SCHOOL for study in person.studies):
            employers.update({str(job.within or job.organization) for job in person.employments})
    print()
    for employer, count in sorted(employers.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count} × {employer}")
