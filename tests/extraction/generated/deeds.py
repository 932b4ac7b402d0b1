"""Technologies told of in the sentences of a job; beside them words that look like technologies and are none."""

from __future__ import annotations

import random

from generated import Fact, Page, markup, names

PLAIN = {
    "Python": "Python", "Java": "Java", "TypeScript": "TypeScript", "C++": "C++", "C#": "C#", "Kotlin": "Kotlin",
    "Scala": "Scala", "PHP": "PHP", "PostgreSQL": "PostgreSQL", "MySQL": "MySQL", "MongoDB": "MongoDB",
    "Elasticsearch": "Elasticsearch", "Django": "Django", "FastAPI": "FastAPI", "Spring Boot": "Spring Boot",
    "Angular": "Angular", "Vue.js": "Vue", "Node.js": "Node.js", "GraphQL": "GraphQL", "gRPC": "gRPC",
    "RabbitMQ": "RabbitMQ", "Kafka": "Apache Kafka", "Terraform": "Terraform", "Kubernetes": "Kubernetes",
    "Jenkins": "Jenkins", "Tableau": "Tableau", "Power BI": "Power BI", "TensorFlow": "TensorFlow",
    "PyTorch": "PyTorch", "AWS Lambda": "AWS Lambda", "Snowflake": "Snowflake", "Redis": "Redis",
    "Google Analytics": "Google Analytics", "WordPress": "WordPress", "AutoCAD": "AutoCAD", "MATLAB": "MATLAB",
    "Selenium": "Selenium", "LabVIEW": "LabVIEW", "QGIS": "QGIS", "Bash": "Bash",
}  # fmt: skip
# Words, people and companies, too: only what stands around them tells.
DOUBTFUL = {
    "Go": "Go", "Rust": "Rust", "Swift": "Swift", "R": "R", "C": "C", "Spring": "Spring", "Express": "Express",
    "Flask": "Flask", "Helm": "Helm", "Puppet": "Puppet", "Chef": "Chef", "Ruby": "Ruby", "Julia": "Julia",
    "Vault": "Vault", "Consul": "Consul", "Excel": "Microsoft Excel", "React": "React", "Unity": "Unity",
    "Spark": "Apache Spark", "Hive": "Apache Hive", "Airflow": "Apache Airflow", "Cassandra": "Apache Cassandra",
    "Salesforce": "Salesforce", "Oracle": "Oracle", "Gin": "Gin", "Nomad": "Nomad", "Elixir": "Elixir",
    "Jest": "Jest", "Cypress": "Cypress", "Playwright": "Playwright", "Crystal": "Crystal", "Blender": "Blender",
}  # fmt: skip
FRAMES = (
    "Wrote a booking service in {0}.",
    "Built {0} services for the billing team with {1}.",
    "Ported the parser from {1} to {0}.",
    "Automated the nightly imports using {0} and {1}.",
    "Moved reports from spreadsheets to {1}, with jobs written in {0}.",
    "Developed dashboards for the board ({1}, {0}).",
    "Maintained {0} applications and their {1} back ends.",
    "Led the migration to {1} and {0}.",
    "Kept the data of forty clinics in order with {1}, {0} and {2}.",
    "Used {0}, {1} and {2} every day.",
    "Set up {1} with {0} for the whole team.",
    "Designed a {1}-based importer and wrote its tests in {0}.",
    "Worked on the {1}/{0} stack of the shop.",
    "Taught new colleagues {1} and {0}.",
    "Implemented an API in {0} that talks to {1}.",
    "Reduced the cost of {1} clusters by a third.",
    "Tools: {1}, {0}, {2}",
    "Tech stack: {0}, {1}",
    "Technologies: {1} | {0} | {2}",
    "Environment: {0}; {1}; {2}.",
    "Replaced an old {1} script by a small {0} program.",
    "Responsible for the {1} database and the {0} code that fills it.",
    "Created internal tools [{0}, {1}].",
    "Introduced {1} for the tests and {0} for the jobs.",
    "Deployed everything through {1}, later through {0}.",
    "Rewrote the site with {0} (formerly {1}).",
    "Processed two million rows a day in {0} and {1}.",
)
# Nothing here is a technology, whatever the words look like.
WORDS = (
    "Go to person for everything that breaks at night.",
    "Excel at explaining hard things to the public.",
    "Joined in Spring 2020, left in Fall 2021.",
    "React quickly to complaints of customers.",
    "Took the helm of a team of nine.",
    "Express mail and parcels were my first duty.",
    "Swift answers to forty letters a day.",
    "Word of mouth brought most of our clients.",
    "Ran the Puppet Theatre of the village school.",
    "Grade C concrete, type R insulation and vitamin C trials.",
    "Cooked with the chef of a small hotel.",
    "Kept the vault of the bank and its keys.",
    "Presented to the consul of Norway.",
    "Removed rust from the railings of the bridge.",
    "Access to the archive was by my permission.",
    "Led R&D and reported to the board.",
    "Sold crystal, ruby rings and other jewellery.",
    "Unity of purpose was our motto.",
    "Notion of fairness, a spark of wit and a hive of ideas.",
)


def page(seed: int, suffix: str) -> Page:
    """A page of a job told in sentences, some of which name technologies."""
    chance = random.Random(f"deeds {seed}")
    sentences: list[str] = []
    expected: set[str] = set()
    for frame in chance.sample(FRAMES, chance.randint(3, 6)):
        doubtful = chance.sample(sorted(DOUBTFUL), 1)
        plain = chance.sample(sorted(PLAIN), 2)
        named = [(doubtful[0] if chance.random() < 0.6 else chance.choice(sorted(PLAIN))), *plain]
        sentences.append(frame.format(*named))
        expected |= {(PLAIN | DOUBTFUL)[name] for number, name in enumerate(named) if f"{{{number}}}" in frame}
    sentences += chance.sample(WORDS, 3)
    chance.shuffle(sentences)
    prose = chance.random() < 0.3
    if prose:
        sentences = [sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences]
    header = (
        "Engineer, Harrow &amp; Finch, 2019 – 2022" if suffix == "html" else "Engineer, Harrow & Finch, 2019 – 2022"
    )
    job = markup.entry([header], "heading" if suffix != "txt" else "plain", "plain", sentences, prose, suffix)
    sections = {"Experience": ([job], False), "Education": (["BSc Physics, University of Lindau, 2001 – 2004"], False)}
    facts = frozenset[Fact](("skill", name) for name in expected)
    return Page(f"deeds-{seed}.{suffix}", markup.whole(names.SUBJECT, sections, suffix), facts)
