"""What keys of data are called, as far as it matters for how their values are shown. `fullmatch` is meant."""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Z]+(?![^\WA-Z\d_])|[A-Z]?[^\WA-Z\d_]+|\d+")


def _any(words: str) -> re.Pattern[str]:
    """One of the words, whose parts ("start_date") may be written together, with hyphens or in camel case."""
    return re.compile("|".join(word.replace("_", "[-_ ]?") for word in words.split()), re.IGNORECASE)


# A key that only holds the page together, and is no heading on it.
TRANSPARENT = _any(
    "basics? cv resume resumes curriculum_vitae data content sections main meta_info profile person personal "
    "personal_info personal_information personal_details info general body page document root about_me header "
    "sidebar employment_history me identity identification skills_passport learner_info person_name aboutme "
    "profile_view knowledge attributes"
)
NAME = _any("name full_name fullname nom nombre display_name candidate_name")
GIVEN_NAME = _any("first_names? given_names? forenames? pre_names? vornamen? prenoms? prénoms? voornaam imie jmeno")
FAMILY_NAME = _any("last_names? family_names? surnames? nachname familienname apellidos? cognome sobrenome achternaam")
NAME_PARTS = re.compile(rf"{GIVEN_NAME.pattern}|middle[-_ ]?names?|{FAMILY_NAME.pattern}", re.IGNORECASE)
# What the parts of a name are called where they stand in a mapping of their own ("name: {first, last}").
PARTS_OF_NAME = {
    "first": "first name", "given": "first name", "middle": "middle name", "last": "last name", "family": "last name",
}  # fmt: skip
PERSONAL = _any(
    "email e_mail mail phone phone_number tel telephone label headline summary bio about address location city "
    "website homepage url profiles social social_links socials social_networks links contact picture photo image "
    "sections github linkedin twitter job_title title tagline work experience education skills employment "
    "disposition"
)
PLACES = _any("location address place city residence birth birthplace")
# Keys of which a mapping that holds two is a record.
FIELDS = _any(
    "company employer organi[sz]ation institution school university college position title role job_title degree "
    "area study_type field major start_date end_date start end from to date dates period duration issuer "
    "publisher awarder"
)
BEGIN = _any(
    "start_date start_year start begin_date begin from date_from since started from_date date_start starts?_(?:at|on) "
    "year_start year_from from_year"
)
END = _any(
    "end_date end_year end to until date_to finish_date finish ended to_date date_end ends?_(?:at|on) "
    "year_end year_to to_year"
)
CURRENT = _any("current is_current present ongoing currently currently_working is_present is_current_role in_progress")
ADDRESS = _any(
    "url website link links href uri homepage web site repo repository github demo image_url company_url doi"
)
TELLING = _any(
    "summary description descr desc details? text body content responsibilities notes? about overview abstract story "
    "blurb"
)
# What may stand beside a text that is what its record is about, times left out.
BELOW = _any("sub_?(?:details?|title|heading|text)")
# Whoever advised the subject: said in words, since a name alone in a line tells nothing.
ADVISING = _any(
    "(?:co_)?advis[eo]rs? (?:co_)?supervisors? mentors? mentored_by advised_by supervised_by pis? "
    "(?:thesis|research|academic|phd|doctoral|faculty)_(?:advis[eo]r|supervisor)s? principal_investigator"
)
LONGEST_DATE = 30
# A time, and nothing else, in the place of a key.
DATED = re.compile(
    r"(?:[^\W\d_]{3,9}\.?,? )?(?:\d{1,2}[./-])?(?:19|20)\d\d\b(?:\W{1,4}(?:[^\W\d_]{2,10}\.? ?)?[\d./-]{0,10})?"
)
HIGHLIGHTS = _any(
    "highlights? bullets? points? responsibilities achievements accomplishments duties tasks items? details "
    "description descriptions summary contributions activities projects positions roles"
)
LISTED = _any(
    "keywords? items? skills? details? list values? technologies tools tags? content competenc(?:y|ies) "
    "description entries"
)
# What a record that is a whole section of a page calls its title, its records and its kind.
TITLE = _any("title name heading section label")
BODY = _any("contents? items entries list records data elements info history assignments toolset sets values children")
# A section has at most that many settings beside its title and its records.
MOST_SETTINGS = 8
# How things are nested: a time, a thing with a name, the roles at an employer.
PERIOD = _any("term time_period period dates? date_range duration time timeframe years when")
NAMED = _any(
    "company employer organi[sz]ation institution school university college position job title role skill degree "
    "details"
)
LABEL = _any("name label title text value")
ROLES = _any("positions? roles? jobs? titles? engagements appointments")
ROLES_OF_EMPLOYERS = _any("courses? experiences? history items entries")
ROLE_NAME = _any("title position role designation name job_title")
DEGREES = _any("degrees? programs? programmes? stud(?:y|ies) qualifications? diplomas?")
EMPLOYER = _any("company employer organi[sz]ation institution company_name")
SCHOOL = _any("institution school university college")
DEGREE = _any("degree study_type qualification diploma")
# What tells a role or a degree in a list of them, and the words that mean as much there and nothing elsewhere.
MEANT = {"title": _any("title position role designation job_title"), "degree": DEGREE}
NAMELESS = {"title": frozenset(("name",)), "degree": frozenset(("name", "title", "type"))}
OF_EMPLOYER = _any("name location place city")
TIME = _any(
    "start_date start_year start begin_date begin from date_from since started from_date date_start date dates period "
    "duration time timeframe when years? starts?_(?:at|on) year_start"
)
# A month that stands beside its year, under a key of its own ("startMonth", "startYear").
PART = re.compile(r"(?P<side>[a-z]+)[-_ ]?(?P<part>month|year)", re.IGNORECASE)
# A key that a person wrote to be read, not a program's name for a field.
WORDED = re.compile(r"[A-Z][a-z]|[^\s]+ [^\s]")
# What a whole mapping under such a key holds is for the program that shows the data.
SETTINGS = _any(
    "locale metadata settings config(?:uration)? layout theme options document_info typography design "
    "(?:sections?_)?order menus? nav(?:igation|bar)?"
)

KIND = _any("type kind section_type")
# What may stand beside the title and the records of a section, whatever those are called.
BESIDE = _any("title heading section label intro subtitle icon id order weight enabled? visible show type kind")
RATING = _any("level rating score percent percentage proficiency years stars value")
UNSEEN = _any(
    "icon icons image img logo picture photo avatar thumbnail color colour class css layout template theme weight "
    "order position_order id uuid slug key type[-_]id draft published hidden visible enabled show display "
    "permalink redirect_from version schema [$]schema canonical last_modified meta "
    "button buttons background style width height align country_?code postal_?code username latitude longitude "
    "@(?:context|type|id)"
)
# What people call what they tell of themselves in program code.
OF_PERSON = _any(
    "name full_name user_?name nick_?name pronouns role title position occupation job profession location city country "
    "based_in languages? spoken_languages? languages?_spoken programming_languages? code coding skills? tech_?stack "
    "stack tech technologies tools frameworks? libraries software databases? front_?end back_?end dev_?ops hobbies "
    "interests education experience ask_me(?:_about)? fun_?facts? currently(?:_[a-z]+)? current_[a-z]+ learning "
    "contact e_?mail website portfolio linkedin github focus about bio work work_?place company"
)
# Keys that say of themselves that what they hold is known to somebody.
LIST_OF_SKILLS = _any(
    "(?:my_|technical_|tech_|hard_|core_)?skills tech_?stack my_?stack skill_?set programming_languages"
)
# What a page about an author calls what they do, and where.
ROLE = _any("role organi[sz]ations? affiliations?")
SECTIONS = re.compile(
    r"^(?:work|jobs?|experiences?|employment|positions?|career|education|edu|schools?|degrees?|studies|skills?|projects?|"
    r"interests?|research_interests|awards?|honou?rs|volunteer(?:ing)?|certifications?|certificates?|internships?|research|teaching|publications?|resume|cv|timeline)"
    r"(?:[-_ ]?(?:list|history|experiences?|items|entries))?$",
    re.IGNORECASE,
)


def label(key: str) -> str:
    """A key as words: `startDate` and `start_date` read "start Date" and "start date"."""
    return " ".join(WORD.findall(key)) or key
