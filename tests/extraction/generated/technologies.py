"""Technologies as people write them, with their canonical names; and names invented for lists of known ones."""

from __future__ import annotations

import random

# As written → canonical. Words that mean something else, too, stand among them: a list makes them clear.
LANGUAGES = {
    "Python": "Python", "Java": "Java", "JavaScript": "JavaScript", "Javascript": "JavaScript",
    "TypeScript": "TypeScript", "Go": "Go", "Golang": "Go", "Rust": "Rust", "C": "C", "C++": "C++", "C#": "C#",
    "Ruby": "Ruby", "PHP": "PHP", "Kotlin": "Kotlin", "Swift": "Swift", "Scala": "Scala", "R": "R",
    "MATLAB": "MATLAB", "Matlab": "MATLAB", "Julia": "Julia", "Perl": "Perl", "Haskell": "Haskell",
    "Elixir": "Elixir", "Dart": "Dart", "Lua": "Lua", "Bash": "Bash", "PowerShell": "PowerShell", "SQL": "SQL",
    "HTML": "HTML", "HTML5": "HTML", "CSS": "CSS", "CSS3": "CSS", "Objective-C": "Objective-C", "F#": "F#",
    "Fortran": "Fortran", "COBOL": "COBOL", "VBA": "VBA", "OCaml": "OCaml", "Solidity": "Solidity", "VHDL": "VHDL",
    "Groovy": "Groovy", "Erlang": "Erlang", "Clojure": "Clojure",
}  # fmt: skip
FRAMEWORKS = {
    "React": "React", "React.js": "React", "ReactJS": "React", "Vue": "Vue", "Vue.js": "Vue", "Angular": "Angular",
    "Svelte": "Svelte", "Next.js": "Next.js", "NextJS": "Next.js", "Node.js": "Node.js", "NodeJS": "Node.js",
    "Express": "Express", "Express.js": "Express", "Django": "Django", "Flask": "Flask", "FastAPI": "FastAPI",
    "Spring": "Spring", "Spring Boot": "Spring Boot", "Ruby on Rails": "Ruby on Rails", "Rails": "Ruby on Rails",
    "Laravel": "Laravel", "Symfony": "Symfony", "ASP.NET": "ASP.NET", "jQuery": "jQuery", "Bootstrap": "Bootstrap",
    "Tailwind CSS": "Tailwind CSS", "Tailwind": "Tailwind CSS", "Redux": "Redux", "GraphQL": "GraphQL",
    "gRPC": "gRPC", "PyTorch": "PyTorch", "TensorFlow": "TensorFlow", "Tensorflow": "TensorFlow", "Keras": "Keras",
    "scikit-learn": "scikit-learn", "NumPy": "NumPy", "Numpy": "NumPy", "pandas": "pandas", "Pandas": "pandas",
    "OpenCV": "OpenCV", "Flutter": "Flutter", "React Native": "React Native", "Hibernate": "Hibernate",
    "NestJS": "NestJS", "Three.js": "Three.js", "D3.js": "D3.js", "spaCy": "spaCy", "XGBoost": "XGBoost",
    "ggplot2": "ggplot2", "Entity Framework": "Entity Framework", "Qt": "Qt", "OpenGL": "OpenGL",
}  # fmt: skip
TOOLS = {
    "Docker": "Docker", "Kubernetes": "Kubernetes", "K8s": "Kubernetes", "Terraform": "Terraform",
    "Ansible": "Ansible", "Jenkins": "Jenkins", "GitHub Actions": "GitHub Actions", "GitLab CI": "GitLab CI",
    "CircleCI": "CircleCI", "Helm": "Helm", "Prometheus": "Prometheus", "Grafana": "Grafana", "Linux": "Linux",
    "Ubuntu": "Ubuntu", "Git": "Git", "SVN": "Subversion", "Jira": "Jira", "JIRA": "Jira", "Confluence": "Confluence",
    "Kafka": "Apache Kafka", "Apache Kafka": "Apache Kafka", "RabbitMQ": "RabbitMQ", "Apache Spark": "Apache Spark",
    "Hadoop": "Hadoop", "Airflow": "Apache Airflow", "Snowflake": "Snowflake", "dbt": "dbt", "Tableau": "Tableau",
    "Power BI": "Power BI", "AWS": "AWS", "Azure": "Microsoft Azure", "GCP": "Google Cloud Platform",
    "Google Cloud": "Google Cloud Platform", "Nginx": "Nginx", "NGINX": "Nginx", "Webpack": "webpack",
    "Vite": "Vite", "Jest": "Jest", "Cypress": "Cypress", "Selenium": "Selenium", "JUnit": "JUnit",
    "pytest": "pytest", "Postman": "Postman", "Figma": "Figma", "Arduino": "Arduino",
    "Raspberry Pi": "Raspberry Pi", "Unity": "Unity", "Unreal Engine": "Unreal Engine", "Blender": "Blender",
    "LaTeX": "LaTeX", "Latex": "LaTeX", "Vim": "Vim", "VS Code": "Visual Studio Code", "Splunk": "Splunk",
    "Photoshop": "Photoshop", "Excel": "Microsoft Excel", "QGIS": "QGIS", "AutoCAD": "AutoCAD",
    "SolidWorks": "SolidWorks", "SPSS": "SPSS", "Stata": "Stata", "SAS": "SAS", "LabVIEW": "LabVIEW",
    "Simulink": "Simulink", "Vault": "Vault", "Istio": "Istio", "OpenShift": "OpenShift",
}  # fmt: skip
DATABASES = {
    "PostgreSQL": "PostgreSQL", "Postgres": "PostgreSQL", "Postgresql": "PostgreSQL", "MySQL": "MySQL",
    "MySql": "MySQL", "MongoDB": "MongoDB", "Redis": "Redis", "SQLite": "SQLite", "MariaDB": "MariaDB",
    "Oracle": "Oracle", "Cassandra": "Apache Cassandra", "Elasticsearch": "Elasticsearch",
    "ElasticSearch": "Elasticsearch", "DynamoDB": "DynamoDB", "Neo4j": "Neo4j", "Firebase": "Firebase",
    "SQL Server": "Microsoft SQL Server", "BigQuery": "BigQuery",
}  # fmt: skip
GROUPS = {"Languages": LANGUAGES, "Frameworks": FRAMEWORKS, "Tools": TOOLS, "Databases": DATABASES}
# The parts of a name written apart or run together.
RESPELT = {
    "Type Script": "TypeScript", "Java Script": "JavaScript", "Node JS": "Node.js", "React JS": "React",
    "Next JS": "Next.js", "Vue JS": "Vue", "Mongo DB": "MongoDB", "My SQL": "MySQL", "Postgre SQL": "PostgreSQL",
    "Power Shell": "PowerShell", "Git Hub Actions": "GitHub Actions", "PowerBI": "Power BI",
    "Springboot": "Spring Boot", "SpringBoot": "Spring Boot", "Scikit Learn": "scikit-learn",
    "Scikit-Learn": "scikit-learn", "Fast API": "FastAPI", "Open CV": "OpenCV", "Py Torch": "PyTorch",
    "Tensor Flow": "TensorFlow", "TailwindCSS": "Tailwind CSS", "UnrealEngine": "Unreal Engine",
    "ReactNative": "React Native", "Rabbit MQ": "RabbitMQ", "Elastic Search": "Elasticsearch",
    "Lab View": "LabVIEW", "Auto CAD": "AutoCAD", "Solid Works": "SolidWorks", "GitlabCI": "GitLab CI",
    "Circle CI": "CircleCI", "Asp.Net": "ASP.NET", "Raspberry PI": "Raspberry Pi", "Maria DB": "MariaDB",
    "Dynamo DB": "DynamoDB", "Big Query": "BigQuery", "Objective C": "Objective-C", "Graph QL": "GraphQL",
}  # fmt: skip
MISSPELT = {
    "Kubernets": "Kubernetes", "Kuberentes": "Kubernetes", "Javascrpit": "JavaScript", "Postgressql": "PostgreSQL",
    "Tensorfow": "TensorFlow", "Elasticseach": "Elasticsearch", "Terrafrom": "Terraform", "Promotheus": "Prometheus",
    "Photoshp": "Photoshop", "Typescipt": "TypeScript", "Confuence": "Confluence", "Bootsrap": "Bootstrap",
    "Hibernat": "Hibernate", "Scikit-lern": "scikit-learn", "Rasberry Pi": "Raspberry Pi",
}  # fmt: skip
VERSIONS = {
    "Python3": "Python", "Python 3": "Python", "Python 3.11": "Python", "Java 8": "Java", "Java 17": "Java",
    "Java 8/11": "Java", "Angular 2+": "Angular", "Angular 15": "Angular", "PHP 8": "PHP", "C++17": "C++",
    "C++11/14": "C++", "Vue 3": "Vue", "React 18": "React", "PostgreSQL 14": "PostgreSQL", "ES6": "ES6",
    "Django 4.2": "Django", "Spring Boot 3": "Spring Boot", "Ubuntu 22.04": "Ubuntu", "Bootstrap 5": "Bootstrap",
    "HTML 5": "HTML", "CSS 3": "CSS", "SQL Server 2019": "Microsoft SQL Server", "Node.js 18": "Node.js",
}  # fmt: skip
# Of our own making: no gazetteer knows them, and a list of technologies names them all the same.
INVENTED = (
    "Quillbase", "Fennix", "TideDB", "Mossflow", "Zorvex", "Lanternfish.js", "OpenHarrow", "Brambleforge",
    "KestrelQL", "PyFjord", "VexaCAD", "Sundew Studio", "NorraLang", "Gravelkit", "Orbix3", "Plumeria SDK",
)  # fmt: skip

Named = tuple[str, str]


def some(chance: random.Random, group: str, count: int) -> list[Named]:
    """So many technologies of a group, as written and as called, no two of them the same."""
    pool = list(GROUPS[group].items())
    chance.shuffle(pool)
    chosen: dict[str, str] = {}
    for written, name in pool:
        if len(chosen) < count:
            chosen.setdefault(name, written)
    return [(written, name) for name, written in chosen.items()]


def one(chance: random.Random, pool: dict[str, str]) -> Named:
    """One technology of a pool, as written and as called."""
    return chance.choice(list(pool.items()))
