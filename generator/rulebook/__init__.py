"""Every rule that can be reported: why it exists, and how it goes right and wrong; for editors, in Dutch.

`docs/regels.md` is made from it, and the tests prove that it knows every rule in the code.
"""

from __future__ import annotations

from generator.rulebook.bestanden import BESTANDEN
from generator.rulebook.huisstijl import HUISSTIJL
from generator.rulebook.rule import Rule
from generator.rulebook.samenhang import SAMENHANG
from generator.rulebook.sociale_kaart import SOCIALE_KAART
from generator.rulebook.talen import TALEN
from generator.rulebook.velden import VELDEN

_GROUPS = (
    ("Het bestand", BESTANDEN),
    ("De velden", VELDEN),
    ("De samenhang", SAMENHANG),
    ("De sociale kaart", SOCIALE_KAART),
    ("De talen", TALEN),
    ("De huisstijl", HUISSTIJL),
)

RULES = {rule.id: rule for _, rules in _GROUPS for rule in rules}
"""Every rule by its id: the word between brackets in a message."""

_INTRODUCTION = """# Regels

Dit zijn alle meldingen die u kunt krijgen. De naam van de regel staat in de melding tussen haken: `fout[geen-bedrag]`.
Een **fout** houdt de site tegen. Een **waarschuwing** niet.

Deze bladzijde wordt gemaakt uit `generator/rulebook`. Verander haar daar.
"""


def rulebook_markdown() -> str:
    """Write all rules as one Markdown page."""
    parts = [_INTRODUCTION]
    for title, rules in _GROUPS:
        parts.append(f"## {title}\n")
        parts.extend(_section(rule) for rule in rules)
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    return (
        f"### {rule.id}\n\n{rule.title} ({rule.level}). {rule.why}\n\n"
        f"Goed:\n\n```yaml\n{rule.good}\n```\n\nFout:\n\n```yaml\n{rule.bad}\n```\n"
    )


__all__ = ["RULES", "Rule", "rulebook_markdown"]
