"""The rules about the house style."""

from __future__ import annotations

from generator.problems import Level
from generator.rulebook.rule import Rule

HUISSTIJL = (
    Rule("huisstijl-contrast", "Te weinig verschil tussen twee kleuren",
         "Wie minder goed ziet, of in de zon leest, kan de tekst dan niet lezen. Genoeg verschil is wettelijk verplicht (WCAG 2.2).",
         "# theme/assets/huisstijl.css\n--basis-color-accent-1-color-default: #1c5c3f;",
         "# theme/assets/huisstijl.css\n--basis-color-accent-1-color-default: #8fce00;"),
    Rule("huisstijl-kleur", "Dit is geen kleur",
         "Dan valt de kleur weg op het scherm, en is er geen kleur voor de folder.",
         "# theme/assets/huisstijl.css\n--basis-color-accent-1-color-default: #1c5c3f;",
         "# theme/assets/huisstijl.css\n--basis-color-accent-1-color-default: groen;"),
    Rule("huisstijl-onbekend", "Een naam die de site niet kent",
         "Dan verandert er niets op de site. Meestal is het een tikfout.",
         "# theme/assets/huisstijl.css\n--basis-color-accent-1-bg-subtle: #f1f7f4;",
         "# theme/assets/huisstijl.css\n--basis-color-accent-1-bg-sutble: #f1f7f4;", Level.WAARSCHUWING),
)  # fmt: skip
"""The rules about colours."""
