"""What a product must tell, by the kind of product that it is.

A field that every product needs is simply required. Others are needed because of what the record itself says:

* what people apply for (`aanvraag`) takes time, so that they read how long (its costs are asked of every product);
* what the gemeente gives on conditions, or what can be objected to, rests on a law or by-law. A decision says on what it rests
  (Algemene wet bestuursrecht, article 3:47), so the answer does;
* what another body does, has a body that can be reached: a telephone number, a mail address, a site, or a place to go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalogue import Catalogue
    from generator.records import Entry
    from generator.records.product import Product


def check_completeness(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Give what one whole product leaves out; the rest of the catalogue may be light. What can't be read, is not left out."""
    if entry.kind == "product" and not entry.problems:
        yield from _left_out(entry.record)
        yield from _out_of_reach(entry.record, catalogue)


def _left_out(product: Product) -> Iterator[Problem]:
    """Tell all that is missing in one problem, so that an editor repairs the record once."""
    missing = {}
    if product.aanvraag and product.termijn is None and product.termijn_toelichting is None:
        missing["hoe lang het duurt"] = "termijn of termijn_toelichting"
    if not product.wetten and (product.bezwaar or (product.uitvoerder == "gemeente" and product.aanvraag and product.voorwaarden)):
        missing["op welke wet of regel het rust"] = "wetten"
    if missing:
        message, repair = "er staat niet " + ", en niet ".join(missing), "voeg toe: " + ", en ".join(missing.values())
        yield Problem(Position(product.at.file), "product-onvolledig", message, repair, fragment=f"naam: {product.naam}")


def _out_of_reach(product: Product, catalogue: Catalogue) -> Iterator[Problem]:
    """Ask of a product of another body that a reader can reach that body, or a contact point that the product names itself."""
    body = catalogue.find(product.uitvoerende_organisatie) if product.uitvoerende_organisatie is not None else None
    if product.uitvoerende_organisatie is None or body is None or product.contact is not None:
        return
    ways = body.contact
    if not (ways.telefoon or ways.whatsapp or ways.email or ways.website or body.locaties):
        message = f"'{body.naam}' voert dit uit, en er staat niet hoe iemand die organisatie bereikt"
        repair = f"geef {body.at.file} een telefoonnummer of website, of voeg hier contact toe"
        yield Problem(product.uitvoerende_organisatie.at, "uitvoerder-onbereikbaar", message, repair, fragment=body.id)


__all__ = ["check_completeness"]
