"""Who leads to a product and who may refer to help with it, told at the product and at the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from project import answer_of, links_in, told_in

if TYPE_CHECKING:
    from conftest import Project

AOW, SVB, LINDE = "product:aow", "organisatie:svb", "organisatie:de-linde"
SVB_FILE, LINDE_FILE, DESK_FILE = "sociale_kaart/svb.yaml", "sociale_kaart/de-linde.yaml", "content/loketten/kcc.yaml"


def test_who_leads_to_a_product_is_no_help_with_it(klein: Project) -> None:
    klein.replace(LINDE_FILE, "producten: [", "wijst_de_weg_naar: [")
    answer = answer_of(klein, AOW)

    assert told_in(answer, "wie-helpt") == ["Gratis, zonder verwijzing", "SVB: AOW"]
    assert told_in(answer, "wie-wijst") == ["Buurthuis De Linde: Hulp met formulieren"]
    assert ("AOW-pensioen", "/producten/aow/") in links_in(answer_of(klein, LINDE), "wijst-weg")


def test_a_guide_that_the_product_names_too_stands_there_once(klein: Project) -> None:
    klein.replace(LINDE_FILE, "producten: [aow, verhuizing-doorgeven]", "wijst_de_weg_naar: [verhuizing-doorgeven]")
    klein.append("products/verhuizing-doorgeven.yaml", "organisaties: de-linde\n")

    answer = answer_of(klein, "product:verhuizing-doorgeven")
    assert told_in(answer, "wie-helpt") == []
    assert told_in(answer, "wie-wijst") == ["Buurthuis De Linde: Hulp met formulieren"]


def test_a_desk_leads_where_people_find_out_what_they_need_and_others_help(klein: Project) -> None:
    klein.replace(DESK_FILE, "producten: [", "producten: [aow, ")
    assert told_in(answer_of(klein, AOW), "wie-wijst") == []

    klein.replace(DESK_FILE, "functies: [", "functies: [vraagverheldering, ")
    assert links_in(answer_of(klein, AOW), "wie-wijst") == [("Gemeentehuis", "/loket/kcc/")]
    assert told_in(answer_of(klein, "product:paspoort"), "wie-wijst") == [], "nobody else helps with it"


def test_a_product_names_who_may_refer_and_who_takes_the_referral(klein: Project) -> None:
    klein.replace(SVB_FILE, "toegang: aanmelden", "toegang: verwijzing\n    verwijzers: [huisarts, buurthuis]")
    klein.replace(LINDE_FILE, "toegang: vrij", "toegang: verwijzing\n    verwijzers: Huisarts")

    assert told_in(answer_of(klein, AOW), "wie-verwijst") == ["Buurthuis: SVB", "Huisarts: Buurthuis De Linde, SVB"]


def test_an_organisation_of_that_kind_tells_to_whom_it_may_refer(klein: Project) -> None:
    klein.replace(SVB_FILE, "toegang: aanmelden", "toegang: verwijzing\n    verwijzers: [Buurthuis, Buurthuis De Linde]")

    assert told_in(answer_of(klein, LINDE), "verwijst-naar") == ["SVB"]
    assert told_in(answer_of(klein, SVB), "verwijst-naar") == []
