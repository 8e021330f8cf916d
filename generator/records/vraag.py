"""A question as residents ask it, with an answer of its own that belongs to products or organisations (a VAC)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fields import Many, Ref, Reference, RichText, regel_tekst, tekst, veld
from generator.frozen import dataclass
from generator.records.gedeeld import Answered, Wet, check_validity
from generator.records.reader import Group, scalar_of
from generator.records.veldcontrole import check_field_checks

if TYPE_CHECKING:
    from generator.source import Mapping, SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag(Answered):
    """One question from real life. Its themes are those of its products, or else of its organisations."""

    naam: str = veld(regel_tekst, "De vraag zoals een inwoner die stelt, met een vraagteken.", verplicht=True)
    kort_antwoord: RichText = veld(tekst, "Het antwoord op de vraag zelf, in één tot vier korte zinnen.", verplicht=True)
    toelichting: RichText | None = veld(tekst, "Wat iemand verder moet weten.")
    producten: tuple[Reference, ...] = veld(
        Many(Ref(("product",))), "De producten waar de vraag bij hoort; het eerste is het belangrijkste.", standaard=()
    )
    organisaties: tuple[Reference, ...] = veld(Many(Ref(("organisatie",))), "De organisaties waar de vraag over gaat.", standaard=())
    trefwoorden: tuple[str, ...] = veld(Many(regel_tekst), "Woorden van inwoners die niet in de vraag staan.", verplicht=True)
    wetten: tuple[Wet, ...] = veld(Many(Group(Wet)), "De wet of regel waar het antwoord op rust.", standaard=())

    @staticmethod
    def check_fields(values: dict[str, object], node: Mapping, source: SourceFile) -> None:
        """Check dates, that it is a question, and that it belongs somewhere."""
        check_validity(values, node, source)
        check_field_checks(node, source)
        name = values.get("naam")
        if isinstance(name, str) and not name.endswith("?"):
            message, repair = (
                "de naam van een vraag eindigt op een vraagteken",
                f"schrijf de vraag zoals een inwoner die stelt: {name.rstrip('.!')}?",
            )
            source.report(source.position(scalar_of(node, "naam")), "geen-vraag", message, repair)
        if not {"producten", "organisaties"} & node.entries.keys():
            message, repair = "deze vraag hoort nergens bij", "voeg producten toe, of organisaties"
            source.report(source.position(node), "vraag-zonder-plek", message, repair)
