"""Who has used Kubernetes at work, in which job, and which sentence says so?"""

from pathlib import Path

import kg

PROFILES = Path(__file__).resolve().parent.parent / "data" / "profiles"

with kg.open() as graph:  # no folder named: the graph lives in memory
    graph.add(PROFILES)
    for person in graph.people():
        for job in person.employments:
            if any(skill.label == "Kubernetes" for skill in job.skills):
                print(f"{person.label}: {job.title or 'a position'} at {job.within or job.organization}, {job.period}")
                print(f"    “{job.evidence[0].quote.splitlines()[0]}”")
