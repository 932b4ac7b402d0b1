"""Technologies in invented profiles: where they count, and where a word is only a word."""

from __future__ import annotations

import pytest

from kg.extraction.skills import find, match

TECHNICAL = """
# Mira Tennfjord

## Experience

### Larkspur Data | Backend Engineer | 2021 - 2023

- Ran PostgreSQL and Kafka behind a Django service on AWS.
- {line}

## Skills

- Python, Docker, Kubernetes
"""


def names(outline):
    return {match.name for match in find(outline)}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Rewrote the billing engine in Go.", "Go"),
        ("Moved three Go microservices to the new cluster.", "Go"),
        ("Statistics in R and dashboards for the board.", "R"),
        ("Built Helm charts for every team.", "Helm"),
        ("A scheduler written in Rust, with gRPC.", "Rust"),
        ("Used Spring and Hibernate for the old service.", "Spring"),
        ("Kept secrets in Vault, Consul and etcd.", "Vault"),
        ("Wrote a Spark-based importer.", "Apache Spark"),
        ("Tuned S3 storage classes.", "Amazon S3"),
        ("Served models with FastAPI/uvicorn on Python3.", "FastAPI"),
    ],
)
def test_a_common_word_is_a_technology_where_the_context_says_so(outlined, line, name):
    assert name in names(outlined(TECHNICAL.format(line=line)))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Go to conferences whenever possible.", "Go"),
        ("Joined in Spring 2020 as a trainee.", "Spring"),
        ("Led R&D for two years.", "R"),
        ("Presented to C-level staff.", "C"),
        ("Took vitamin C and vitamin D studies further.", "C"),
        ("We express ourselves in writing.", "Express"),
        ("Word of mouth brought us clients.", "Microsoft Word"),
        ("Made swift decisions under pressure.", "Swift"),
        ("Reported to the helm of the company.", "Helm"),
        ("Led teams of twelve.", "Microsoft Teams"),
        ("An excellent notion of quality.", "Notion"),
        ("Received an award at Stripe.", "Stripe"),
        ("Find me at https://github.com/somebody/rust-kafka-react for more.", "React"),
        ("Kept the tide-tables-copilot for the harbour master.", "GitHub Copilot"),
        ("Studied how wood changes that come with age in Docker.", "age encryption"),
        ("Ran all tests pre-commit.", "pre-commit"),
        ("Searched with ChromaDB (vector) and BM25.", "Vector"),
        ("Built the page with context alone, no Redux.", "Redux"),
        ("Paddled a canoe down the rapids.", "CANoe"),
        ("Excel at explaining things.", "Microsoft Excel"),
        ("React quickly to alarms.", "React"),
    ],
)
def test_a_common_word_stays_a_word_elsewhere(outlined, line, name):
    assert name not in names(outlined(TECHNICAL.format(line=line)))


def test_similar_names_are_not_taken_for_one_another(outlined):
    found = names(
        outlined("# Work\n\n## Experience\n\n- Moved queues to RocketMQ with JavaScript and MySQL clients.\n")
    )
    assert found == {"Apache RocketMQ", "JavaScript", "MySQL"}


def test_an_employer_is_no_skill_but_its_product_in_a_list_is(outlined):
    text = """
## Experience

### Databricks | Full-Time | 02/2024 - 05/2025

- Built schedulers in Scala with Kafka and Terraform.

### Larkspur | Intern | 05/2023 - 08/2023

- Pipelines in Snowflake, Databricks and dbt.
"""
    found = find(outlined(text))
    spans = [match.surface for match in found if match.name == "Databricks"]
    assert spans == ["Databricks"]
    assert "Snowflake" in {match.name for match in found}
    only_employer = text.replace("Snowflake, Databricks and dbt", "Snowflake and dbt")
    assert "Databricks" not in names(outlined(only_employer))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Languages: Java, C/C++, Go, HTML/CSS", {"Java", "C", "C++", "Go", "HTML", "CSS"}),
        ("- Unix/Linux, CI/CD, TCP/IP", {"Unix", "Linux", "CI/CD", "TCP/IP"}),
        (
            "- Cloud: AWS (DynamoDB, Kinesis, S3, CDK), GCP",
            {"AWS", "DynamoDB", "Amazon Kinesis", "Amazon S3", "AWS CDK", "Google Cloud Platform"},
        ),
        ("- Proficient in Python (advanced), basic R", {"Python", "R"}),
        ("- React (Query, Native), Vue", {"React", "React Query", "React Native", "Vue"}),
        ("- API: Facebook, Twitter, plus jQuery", {"Facebook API", "Twitter API", "jQuery"}),
        ("- Docker; Podman & containerd", {"Docker", "Podman", "containerd"}),
        ("- Two-/Three-Tower, XGBoost, FAISS", {"Two-Tower", "Three-Tower", "XGBoost", "FAISS"}),
        ("- {B,T}DD, pytest, Mocha", {"Behavior-driven development", "Test-driven development", "pytest", "Mocha"}),
        ("- iOS: Swift, SwiftUI, ARKit", {"Swift", "SwiftUI", "ARKit"}),
        ("- Python ★★★★☆ | Java 80% | SQL (5 years)", {"Python", "Java", "SQL"}),
        ("- 使用技術：Python、Docker、Kubernetes", {"Python", "Docker", "Kubernetes"}),
    ],
)
def test_explicit_lists(outlined, line, wanted):
    assert names(outlined(f"# Nobody\n\n## Skills\n\n{line}\n")) == wanted


def test_an_unknown_name_in_a_list_of_technologies_is_a_skill_of_its_own(outlined):
    found = find(outlined("## Technical skills\n\n- Libraries: NumPy, Zorbly, pandas, SciPy\n"))
    (unknown,) = (match for match in found if match.term is None)
    assert unknown.name == unknown.surface == "Zorbly"


@pytest.mark.parametrize(
    "item",
    ["communication", "Team leadership", "English", "Football", "problem solving", "I love to learn things", "NoSQL"],
)
def test_other_things_in_a_list_are_no_technologies(outlined, item):
    found = find(outlined(f"## Skills\n\n- Python, Docker, {item}, Kubernetes, SQL\n"))
    assert all(match.term is not None for match in found)


def test_listed_and_used_are_told_apart(outlined):
    text = """
## Experience

### Larkspur Data | Engineer | 2021 - 2023

- Built importers in Python with Kafka.

#### Technologies

- Terraform
- Redis

## Skills

- Python, Haskell
"""
    listed = {(match.name, match.listed) for match in find(outlined(text))}
    assert {("Python", False), ("Python", True), ("Haskell", True), ("Terraform", False), ("Redis", False)} <= listed
    assert ("Terraform", True) not in listed


def test_what_others_wrote_or_built_is_no_skill(outlined):
    text = """
## Publications

- A survey of Kafka, Flink and Spark Streaming. In: Proc. of Nothing.

## Testimonials

> She rewrote everything in Haskell and Erlang.

## About

This site is powered by Jekyll and hosted on GitHub Pages.
"""
    assert names(outlined(text)) == set()


def test_evidence_is_the_mention(outlined):
    outline = outlined(TECHNICAL.format(line="Used **Amazon __RDS__** there."))
    for found in find(outline):
        start, end = found.span
        assert found.evidence.quote.startswith(outline.text.content[start:end])  # marks of type that it opens end it
        assert found.surface.strip() == found.surface


def test_one_string():
    assert match("Go, Rust and PostgreSQL", listed=True) == [(0, 2, "Go"), (4, 8, "Rust"), (13, 23, "PostgreSQL")]
    assert match("go home and rest", listed=False) == []
    assert match("written in Rust on Linux", listed=False) == [(11, 15, "Rust"), (19, 24, "Linux")]


def test_badges_and_icons_are_read_by_their_names(outlined):
    text = """
## Languages and tools

![Rust](https://img.shields.io/badge/rust-%23000000.svg?logo=rust)
![](https://img.shields.io/badge/Code-Kotlin-informational?logo=Kotlin)
![](https://skillicons.dev/icons?i=js,html,nextjs,go)
<img src="https://cdn.jsdelivr.net/gh/devicons/devicon/icons/kubernetes/kubernetes-plain.svg" width=40 />

## Connect

[![GitHub](https://img.shields.io/badge/GitHub-black?logo=github)](https://github.com/nobody)
"""
    assert names(outlined(text)) == {"Rust", "Kotlin", "JavaScript", "HTML", "Next.js", "Go", "Kubernetes"}


def test_words_around_the_name_on_a_badge_or_two_names_on_one_hide_nothing(outlined):
    text = """
## Languages and tools

![Python backend language](https://icons.example/icons/py.svg)
![](https://img.shields.io/badge/Version%20Control-Git/Mercurial-green)
![](https://img.shields.io/badge/Tools-Jupyter-Notebooks-green)
"""
    assert names(outlined(text)) == {"Python", "Git", "Mercurial", "Jupyter"}


def test_a_logo_beside_an_employer_is_no_badge(outlined):
    text = """
## Experience

- ![Slack](https://img.shields.io/badge/Slack-purple) Slack Holding, manager of the branch in Lower Wexcombe
"""
    assert names(outlined(text)) == set()


def test_a_quote_speaks_for_somebody_else_but_a_quoted_list_does_not(outlined):
    text = """
# Somebody

At Larkspur I built the ledger, and before that I kept the books of the harbour for many quiet years.

Now I sail.

> Tech stack: Haskell, PostgreSQL, Nix

> She rewrote our Erlang service before lunch.
"""
    assert names(outlined(text)) == {"Haskell", "PostgreSQL", "Nix"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- C++ (Basic), Python", {"C++", "Python"}),
        ("- Genome Assembly: SPAdes, Python, NumPy", {"SPAdes", "Python", "NumPy"}),
        ("- Advanced Excel, SQL, basic R", {"Microsoft Excel", "SQL", "R"}),
        ("- PyTorch, LoRA; radio: LoRa, MQTT", {"PyTorch", "LoRA", "LoRa", "MQTT"}),
    ],
)
def test_levels_and_longer_names(outlined, line, wanted):
    assert names(outlined(f"# Nobody\n\n## Skills\n\n{line}\n")) == wanted


def test_employers_named_together_are_no_skills(outlined):
    found = names(outlined("# Somebody\n\nPreviously at Stripe and Shopify. I write TypeScript, Elixir and SQL.\n"))
    assert found == {"TypeScript", "Elixir", "SQL"}


def test_a_row_of_a_table_may_be_a_labelled_list(outlined):
    text = "## My setup\n\n| What | Which |\n|---|---|\n| Editor | Neovim, VS Code |\n| Shell | zsh, tmux |\n"
    assert names(outlined(text)) == {"Neovim", "Visual Studio Code", "Zsh", "tmux"}


@pytest.mark.parametrize(
    "line",
    [
        "Before that a site engineer at Grafana Labs.",
        "Interests: judo, vinyl, Python (the snakes), climbing",
        "Website: built by Docker people, ask them",
    ],
)
def test_companies_and_pastimes_with_names_of_technologies(outlined, line):
    found = names(outlined(f"# Somebody\n\n{line}\n\n## Skills\n\n- SQL, Terraform, Bash\n"))
    assert found == {"SQL", "Terraform", "Bash"}


def test_a_labelled_series_lists_what_somebody_knows(outlined):
    found = find(outlined("# Somebody\n\nTools of the trade: Kubernetes · Terraform · Loki · Go · Bash\n"))
    assert {(match.name, match.listed) for match in found} == {
        (name, True) for name in ("Kubernetes", "Terraform", "Loki", "Go", "Bash")
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Maintained the installers with Advanced Installer and tests in TestLink and HP Quick Test Pro", "TestLink"),
        ("Tuned models with LLaMA-Factory and compared LinUCB with Thompson Sampling in PyTorch", "LLaMA-Factory"),
        ("Tuned models with LLaMA-Factory and compared LinUCB with Thompson Sampling in PyTorch", "Thompson sampling"),
        ("Used large transformers (e.g. CLIP, ImageBind, Whisper) to compute embeddings", "ImageBind"),
    ],
)
def test_tools_of_testing_packaging_and_learning(outlined, line, name):
    assert name in names(outlined(TECHNICAL.format(line=line)))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Presented a demo to a researcher of OpenAI's Red Team department", "OpenAI API"),
        ("Make a game for the younger pupils", "Make"),
    ],
)
def test_what_is_told_of_a_company_or_is_a_verb_names_no_technology(outlined, line, name):
    assert name not in names(outlined(TECHNICAL.format(line=line)))


def test_plural_words_for_parts_of_systems_are_no_names(outlined):
    assert names(outlined("## Skills\n\n- Python, Backends, Robotics (ROS), Notebooks\n")) == {"Python", "ROS"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Google Docs/Sheets/Slides", {"Google Docs", "Google Sheets", "Google Slides"}),
        ("- Microsoft Word/Excel/PowerPoint", {"Microsoft Word", "Microsoft Excel", "Microsoft PowerPoint"}),
        ("- Tools: Figma, Zorbly, Canva", {"Figma", "Zorbly", "Canva"}),
        ("- UI & Styling — Tailwind CSS, Sass", {"Tailwind CSS", "Sass"}),
        ("Dry work: * Bash * Python * Nextflow", {"Bash", "Python", "Nextflow"}),
    ],
)
def test_forms_of_lists(outlined, line, wanted):
    assert names(outlined(f"# Nobody\n\n## Skills\n\n{line}\n")) == wanted


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Front ends in HTML/CSS/JS.", "JavaScript"),
        ("Spark ETL pipelines for laboratories.", "Apache Spark"),
        ("Active directory administration.", "Active Directory"),
        ("Integrated Husky to keep commits clean.", "Husky"),
        ("Backups for Neo4j database servers.", "Neo4j"),
    ],
)
def test_forms_of_prose(outlined, line, name):
    assert name in names(outlined(TECHNICAL.format(line=line)))


def test_the_first_cell_of_a_row_only_labels_what_the_second_lists(outlined):
    text = "## Skills\n\n| Area | What |\n|---|---|\n| Secrets & Rollout | Vault, Terraform, Helm |\n"
    assert names(outlined(text)) == {"Vault", "Terraform", "Helm"}


LABELLED = """# Mira Tennfjord

## Stack

**Berths & Moorings** — PostgreSQL, Redis, Kafkadeck

**Steering** — Docker, Kubernetes

- Git — Branching, Merging and cherries
"""


def test_strong_words_before_a_dash_label_a_list_and_a_dash_after_a_name_explains_it(outlined):
    assert names(outlined(LABELLED)) == {"PostgreSQL", "Redis", "Kafkadeck", "Docker", "Kubernetes", "Git"}


AT_WORK = (
    "# Nobody\n\n## Skills\n\n- Python, Docker, Ansible\n\n## Experience\n\n### Engineer, Zorbl Ltd, 2019 - 2021\n\n"
)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- Set up continuous integration (Jenkins) and scheduled scripts (cron)", {"Jenkins", "cron"}),
        ("- Ran the lights of the theatre (Spring) and the choir (Jenkins et al.)", set()),
        ("- A talk at the Business Intelligence Group (Spark)", set()),
        ("- Led the sales team (Lead) through a quiet year (Flow)", set()),
        ("- Développement avec une API REST et le framework Express", {"REST", "Express"}),
        ("> Redesign of the harbour's pages. HTML, CSS, MySQL, PHP.", {"HTML", "CSS", "MySQL", "PHP"}),
        ("- The project used: a Django backend, hosted on a Ubuntu machine", {"Django", "Ubuntu"}),
        ("- Powered by Hugo and Bootstrap", set()),
        ("- This blog is hosted on Netlify with Hugo", set()),
        ("- Short All-Atom simulations at Aix-Marseille in Hong Kong", set()),
        ("- Taught the villagers to fish", set()),
    ],
)
def test_brackets_behind_nouns_nouns_before_names_and_what_is_said_of_the_page(outlined, line, wanted):
    assert names(outlined(f"{AT_WORK}{line}\n")) - {"Python", "Docker", "Ansible"} == wanted


@pytest.mark.parametrize("head", ["Erfahrung", "Experience", "Niveau", "Years of experience", "Nivel", "経験"])
def test_the_heads_of_a_table_and_its_ratings_are_no_technologies(outlined, head):
    rows = "| **C++** | Four Terms · Uni |\n| Python / Zorbletta | Quiet Evenings · Electron |\n"
    found = names(outlined(f"# Nobody\n\n## Skills\n\n| Technologie | {head} |\n|---|---|\n{rows}"))
    assert found == {"C++", "Python", "Zorbletta", "Electron"}
