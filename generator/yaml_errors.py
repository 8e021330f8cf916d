# ruff: noqa: E501 - a table, one row a line
"""What the YAML parser complains about, said to an editor in Dutch, with the repair."""

from __future__ import annotations

_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "hier staat een dubbele punt die YAML niet begrijpt", "zet de hele tekst tussen aanhalingstekens, of op een nieuwe regel na |"),
    ("cannot start any token", "hier staat een teken waarmee een waarde niet mag beginnen", "spring in met spaties (geen tabs), en zet tekst die met een leesteken begint tussen aanhalingstekens"),
    ("could not find expected ':'", "hier ontbreekt een dubbele punt na de naam van een veld", "schrijf: veld: waarde"),
    ("did not find expected key", "de inspringing klopt niet, of een aanhalingsteken is niet gesloten", "zet velden van hetzelfde niveau recht onder elkaar en sluit aanhalingstekens"),
    ("did not find expected '-' indicator", "de inspringing van deze lijst klopt niet", "zet alle streepjes van de lijst recht onder elkaar"),
    ("did not find expected ',' or ']'", "deze lijst tussen [ en ] is niet goed gesloten", "zet komma's tussen de waarden en sluit met ]"),
    ("did not find expected ',' or '}'", "deze groep tussen { en } is niet goed gesloten", 'zet een feit tussen aanhalingstekens: "{leges.paspoort}"'),
    ("did not find expected node content", "deze lijst of groep klopt niet, of is niet gesloten", "sluit elke [ met ] en elke { met }, en zet tussen twee komma's een waarde"),
    ("found unexpected end of stream", "de tekst houdt op voordat een aanhalingsteken is gesloten", "sluit het aanhalingsteken"),
    ("found a tab character", "hier staat een tab", "spring in met spaties"),
    ("but found another document", "in dit bestand staan meer documenten onder elkaar (---)", "maak van elk document een eigen bestand"),
    ("unknown escape character", "na deze backslash staat een teken dat YAML niet kent", "gebruik enkele aanhalingstekens om de tekst"),
    ("block sequence entries are not allowed", "een lijst mag hier niet beginnen", "zet het streepje op een nieuwe regel"),
    ("control characters are not allowed", "hier staat een onzichtbaar teken dat niet mag in YAML", "haal het onzichtbare teken weg"),
)  # fmt: skip


def explain(parser_message: str) -> tuple[str, str]:
    """Give the Dutch message and repair for what PyYAML's parser said."""
    for fragment, message, repair in _EXPLANATIONS:
        if fragment in parser_message:
            return message, repair
    return "YAML begrijpt deze regel niet", "kijk naar inspringing, dubbele punten en aanhalingstekens op deze regel en die erboven"
