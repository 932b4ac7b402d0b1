"""Invented employers, schools and roles that no gazetteer knows, and sentences that state no further fact."""

from __future__ import annotations

SUBJECT = "Ann Roe"
EMPLOYERS = (
    "Lumio", "Zentix", "Orvana", "Brightwater Logistics", "Kestrel Labs", "Harrow & Finch", "North Pier Studios",
    "Redfern Software", "Stillwater Analytics GmbH", "Open Furrow", "Greyfield Consulting", "Sundial Health",
    "Copper Lantern Games", "Tidewell Energy", "Maple Row Bank", "Vireo Systems Inc.", "Fathom Data", "Quorba",
    "University of Eastbrook", "Ridgeway Medical Center", "Paloma Foods", "Caravane", "Elvoria",
    "Ministry of Transport", "Larchmont College",
)  # fmt: skip
TITLES = (
    "Software Engineer", "Senior Software Engineer", "Data Analyst", "Research Assistant", "Product Manager",
    "Teaching Assistant", "Backend Developer", "Staff Nurse", "Marketing Intern", "Graphic Designer",
    "Project Manager", "Postdoctoral Researcher", "Technical Writer", "Office Assistant", "Lead Data Scientist",
    "Systems Administrator", "Sales Associate", "Head of Engineering", "Intern", "Lecturer",
)  # fmt: skip
PLACES = (
    "Berlin, Germany", "Leeds, UK", "Boston, MA", "Toronto", "Remote", "Paris", "Austin, TX", "São Paulo, Brazil",
    "Zürich",
)  # fmt: skip
SCHOOLS = (
    "University of Eastbrook", "Larchmont College", "Universität Lindau", "Harrow State University",
    "Technical University of Ostrava", "Penfield University", "Westmere Institute of Technology",
    "Tarnwood University", "Calder Polytechnic", "Redfern School of Design", "ESITC", "QUT", "Vireo",
    "St. Alban's College", "Marlowe Academy", "UFPL", "Kestrel High School",
)  # fmt: skip
DEGREES = {
    "BSc": "bachelor", "B.Sc.": "bachelor", "Bachelor of Science": "bachelor", "Bachelor's": "bachelor",
    "B.Tech": "bachelor", "B.A.": "bachelor", "BEng": "bachelor", "Bachelor of Engineering": "bachelor",
    "MSc": "master", "M.S.": "master", "Master of Arts": "master", "MBA": "master", "Master's degree": "master",
    "M.Eng.": "master", "PhD": "doctorate", "Ph.D.": "doctorate", "Doctor of Philosophy": "doctorate",
    "Associate's degree": "associate",
}  # fmt: skip
FIELDS = (
    "Computer Science", "Physics", "Mechanical Engineering", "Nursing", "Economics", "Graphic Design",
    "Mathematics and Statistics", "History", "Marine Biology", "Information Technology", "Business Administration",
)  # fmt: skip
DEEDS = (
    "Built internal tools for the billing team and kept them running.",
    "Worked with customers to understand their needs.",
    "Reduced the time of nightly jobs by 40%.",
    "Wrote reports and presented them to the board.",
    "Maintained the website and the newsletter.",
    "Led a group of five people.",
    "Responsible for the care of twelve patients a day.",
    "Designed posters, leaflets and a new logo.",
    "Implemented a service in Go that handles payments.",
)
REMARKS = ("GPA: 3.8/4.0. Graduated with honours.", "Thesis: On the growth of mosses in shady gardens.")
