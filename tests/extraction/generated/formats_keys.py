"""What people call the fields of a career in data, in several languages."""

from __future__ import annotations

Names = dict[str, tuple[str, ...]]

KEYS: dict[str, Names] = {
    "en": {
        "work": ("work", "experience", "jobs", "employment", "work experience", "professional experience", "positions"),
        "school": ("education", "studies", "education history"),
        "skills": ("skills", "technical skills", "technologies", "tech stack"),
        "title": ("title", "position", "role", "job title", "designation"),
        "org": ("company", "employer", "organization", "organisation", "company name"),
        "university": ("institution", "school", "university", "college"),
        "degree": ("degree", "study type", "qualification", "diploma"),
        "field": ("area", "field", "major", "field of study", "subject", "discipline"),
        "start": ("start date", "start", "from", "begin", "date start"),
        "end": ("end date", "end", "to", "until", "date end"),
        "date": ("date", "dates", "period", "duration", "time", "years", "when", "timeframe"),
        "place": ("location", "city", "place"),
        "done": ("highlights", "description", "responsibilities", "summary", "details", "bullets", "tasks", "points"),
        "name": ("name", "full name"),
        "given": ("first name", "given name"),
        "family": ("last name", "surname", "family name"),
        "mail": ("email", "mail", "e mail"),
        "group": ("name", "category", "title", "group", "label"),
        "listed": ("keywords", "items", "skills", "technologies", "list", "tools"),
    },
    "de": {
        "work": ("berufserfahrung", "erfahrung", "werdegang", "beruf"),
        "school": ("ausbildung", "bildung", "studium"),
        "skills": ("kenntnisse", "fähigkeiten", "faehigkeiten"),
        "title": ("titel", "position", "rolle", "stelle"),
        "org": ("firma", "unternehmen", "arbeitgeber"),
        "university": ("hochschule", "universität", "schule", "institution"),
        "degree": ("abschluss", "grad"),
        "field": ("fach", "studiengang", "fachrichtung"),
        "start": ("von", "beginn", "start"),
        "end": ("bis", "ende"),
        "date": ("zeitraum", "zeit", "datum"),
        "place": ("ort", "stadt"),
        "done": ("aufgaben", "beschreibung", "tätigkeiten"),
        "name": ("name",),
        "given": ("vorname",),
        "family": ("nachname", "familienname"),
        "mail": ("email", "e mail"),
        "group": ("name", "kategorie"),
        "listed": ("liste", "kenntnisse"),
    },
    "fr": {
        "work": ("expériences", "experience", "expérience professionnelle", "experiences"),
        "school": ("formation", "formations", "études"),
        "skills": ("compétences", "competences"),
        "title": ("poste", "titre", "fonction"),
        "org": ("entreprise", "employeur", "société"),
        "university": ("école", "établissement", "université", "etablissement"),
        "degree": ("diplôme", "diplome"),
        "field": ("domaine", "spécialité", "filière"),
        "start": ("début", "date debut", "debut", "de"),
        "end": ("fin", "date fin", "à"),
        "date": ("période", "periode", "dates", "date"),
        "place": ("lieu", "ville"),
        "done": ("missions", "description", "tâches"),
        "name": ("nom complet", "nom"),
        "given": ("prénom", "prenom"),
        "family": ("nom",),
        "mail": ("email", "courriel"),
        "group": ("nom", "catégorie"),
        "listed": ("liste", "compétences"),
    },
    "es": {
        "work": ("experiencia", "experiencia laboral", "trabajos", "experiencias"),
        "school": ("educación", "formación", "estudios", "educacion"),
        "skills": ("habilidades", "competencias", "tecnologías"),
        "title": ("puesto", "cargo", "título"),
        "org": ("empresa", "compañía", "organización"),
        "university": ("institución", "universidad", "centro", "escuela"),
        "degree": ("grado", "titulación"),
        "field": ("especialidad", "área", "carrera"),
        "start": ("inicio", "desde", "fecha inicio"),
        "end": ("fin", "hasta", "fecha fin"),
        "date": ("periodo", "fecha", "fechas"),
        "place": ("lugar", "ubicación", "ciudad"),
        "done": ("tareas", "descripción", "responsabilidades"),
        "name": ("nombre", "nombre completo"),
        "given": ("nombre",),
        "family": ("apellido", "apellidos"),
        "mail": ("email", "correo"),
        "group": ("nombre", "categoría"),
        "listed": ("lista", "habilidades"),
    },
    "pt": {
        "work": ("experiência", "experiencias", "experiência profissional", "experiencia"),
        "school": ("formação", "educação", "formacao", "escolaridade"),
        "skills": ("habilidades", "competências", "tecnologias"),
        "title": ("cargo", "função", "título"),
        "org": ("empresa", "organização"),
        "university": ("instituição", "universidade", "escola", "instituicao"),
        "degree": ("grau", "titulação"),
        "field": ("curso", "área"),
        "start": ("início", "inicio", "data inicio"),
        "end": ("fim", "término", "data fim"),
        "date": ("período", "periodo", "data"),
        "place": ("local", "cidade"),
        "done": ("descrição", "atividades", "responsabilidades"),
        "name": ("nome", "nome completo"),
        "given": ("nome",),
        "family": ("sobrenome",),
        "mail": ("email",),
        "group": ("nome", "categoria"),
        "listed": ("lista", "itens"),
    },
}
# Formats that have their names fixed.
SCHEMAS: dict[str, Names] = {
    "json resume": {
        "work": ("work",), "school": ("education",), "skills": ("skills",), "title": ("position",),
        "org": ("name", "company"),
        "university": ("institution",), "degree": ("studyType",), "field": ("area",), "start": ("startDate",),
        "end": ("endDate",), "date": ("date",), "place": ("location",), "done": ("highlights", "summary"),
        "name": ("name",), "given": ("firstName",), "family": ("lastName",), "mail": ("email",),
        "group": ("name",), "listed": ("keywords",),
    },
    "fresh": {
        "work": ("history",), "school": ("history",), "skills": ("list",), "title": ("position",), "org": ("employer",),
        "university": ("institution",), "degree": ("title",), "field": ("area",), "start": ("start",), "end": ("end",),
        "date": ("date",), "place": ("location",), "done": ("highlights", "summary"), "name": ("name",),
        "given": ("first",), "family": ("last",), "mail": ("email",), "group": ("name",), "listed": ("skills",),
    },
    "rendercv": {
        "work": ("experience",), "school": ("education",), "skills": ("skills",), "title": ("position",),
        "org": ("company",),
        "university": ("institution",), "degree": ("degree",), "field": ("area",), "start": ("start_date",),
        "end": ("end_date",), "date": ("date",), "place": ("location",), "done": ("highlights",), "name": ("name",),
        "given": ("name",), "family": ("name",), "mail": ("email",), "group": ("label",), "listed": ("details",),
    },
}  # fmt: skip


def cased(words: str, case: str) -> str:
    """The words of a key, written together in some way."""
    parts = words.split()
    if case == "camel":
        return parts[0] + "".join(part.capitalize() for part in parts[1:])
    if case == "pascal":
        return "".join(part.capitalize() for part in parts)
    if case == "spaced":
        return " ".join(part.capitalize() for part in parts)
    return {"snake": "_", "kebab": "-"}.get(case, "_").join(parts)
