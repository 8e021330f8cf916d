"""The pages for agents besides answers, by their folder in the agents' site, with their titles."""

from __future__ import annotations

NOW = {
    "werkplek": "Werkplek",
    "quickscan": "Quickscan: wat speelt er nog meer?",
    "toetsen": "Werken met het toetsenbord",
    "naast": "Twee antwoorden naast elkaar",
    "eerste-contact": "In één keer geholpen",
    "loketmatrix": "Welk loket doet wat",
}
"""What they say follows from the answers of today."""

THEN = {"veranderd": "Veranderd sinds uw vorige dienst", "code": "Antwoordcode opzoeken"}
"""What they say follows from the history too; without it they say so."""

PAGES = NOW | THEN

CODES = "code/codes.json"
"""Every code with the title and path of what it stands for, and whether it is of now; the page on which a code is looked up reads it."""
