"""The HTML of blocks: whatever stands in a record is only words, and nothing else."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from strategies import any_words, blocks, written

from generator.answer import Block, Body, Foreign, Inline, Items, Link, Pairs, Paragraph, Strong, Table, Words
from generator.channels.html import base_of, block_html, blocks_html, href, line_html, with_careful_links
from generator.channels.once import once

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</section></article><h1>Nep</h1>",
    "&lt;b&gt; &amp;amp; &#60;",
    "{{ 7 * 7 }} {% raw %}",
    "<!-- niet te zien -->",
    "]]> <![CDATA[",
]


def read(markup: str) -> html.HtmlElement:
    return html.document_fromstring(f"<!doctype html><html><body>{markup}</body></html>")


def shape(element: html.HtmlElement) -> list[tuple[str, list[str]]]:
    """Give every element with the names of its attributes."""
    return [(str(part.tag), sorted(part.attrib)) for part in element.iter()]


def told(element: html.HtmlElement) -> str:
    return str(element.text_content())


@given(blocks())
def test_all_words_come_back_and_no_others(block: Block) -> None:
    assert told(read(block_html(block, "../../"))) == written(block, pair=": ")


@given(blocks())
def test_words_never_become_elements_or_attributes(block: Block) -> None:
    assert shape(read(block_html(block, "../../"))) == shape(read(block_html(with_words(block), "../../")))


def harmless(words: str) -> str:
    """Give a word in the place of others; it ends as they do, because a phrase without a full stop can be a heading."""
    return "woord" + (words[-1] if words.endswith((".", "!", ":")) else "")


def with_words(block: Block) -> Block:
    """Put a harmless word in the place of every words of a block."""

    def line(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(dataclasses.replace(part, text="woord" if isinstance(part, Link) else harmless(part.text)) for part in parts)

    def body(one: Body) -> Body:
        if isinstance(one, Paragraph):
            return Paragraph(line(one.line))
        if isinstance(one, Items):
            return Items(tuple(map(line, one.lines)), numbered=one.numbered)
        if isinstance(one, Pairs):
            return Pairs(tuple(("woord", line(parts)) for _, parts in one.rows))
        return Table(one.caption and "woord", tuple("woord" for _ in one.heads), tuple(tuple(map(line, row)) for row in one.rows))

    return Block(block.id, "woord", tuple(map(body, block.bodies)))


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_words(attack: str) -> None:
    block = Block("kosten", attack, (Paragraph((Words(attack), Strong(attack))), Pairs(((attack, (Words(attack),)),))))
    page = read(block_html(block, ""))

    assert told(page) == f"{attack}{attack}{attack}{attack}: {attack}"
    assert [str(part.tag) for part in page.iter()] == ["html", "body", "section", "h2", "p", "strong", "dl", "div", "dt", "dd"]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("start", ["https://www.rdw.nl/", "/producten/", "mailto:", "tel:"])
def test_an_odd_target_stays_within_its_attribute(attack: str, start: str) -> None:
    for markup in (
        line_html((Link("RDW", start + attack),), ""),
        block_html(Block("acties", "Direct", (Items(((Link("RDW", start + attack),),)),)), ""),
    ):
        [link] = read(markup).iter("a")
        assert set(link.attrib) <= {"href", "rel", "class", "data-adres"}
        assert link.get("href") == (start + attack).removeprefix("/")
        assert told(link) == "RDW"


@given(any_words)
def test_an_id_is_only_an_id(identifier: str) -> None:
    block = Block(identifier, "Kop", (Table("", ("Dag",), (((Words("ma"),),),)),))
    [section] = read(block_html(block, "")).iter("section")

    assert section.get("data-blok") == identifier
    assert set(section.attrib) == {"class", "data-blok", "aria-labelledby"}


def test_each_kind_of_body() -> None:
    line = (Words("Neem "), Strong("altijd"), Link(" de RDW", "https://www.rdw.nl"))
    bodies = (
        Paragraph(line),
        Items(((Words("een"),),)),
        Items(((Words("twee"),),), numbered=True),
        Pairs((("Telefoon", (Words("14 012"),)),)),
        Table("Tijden", ("Dag", "Tijd"), (((Words("ma"),), (Words("dicht"),)),)),
    )

    assert block_html(Block("kosten", "Wat kost het?", bodies), "../../") == (
        '<section class="blok blok--kosten" data-blok="kosten" aria-labelledby="kosten"><h2 id="kosten">Wat kost het?</h2>'
        '<p>Neem <strong>altijd</strong><a href="https://www.rdw.nl" rel="external noreferrer" data-adres="rdw.nl"> de RDW</a></p>'
        "<ul><li>een</li></ul><ol><li>twee</li></ol>"
        '<dl class="paren"><div><dt>Telefoon:</dt> <dd>14 012</dd></div></dl>'
        '<table><caption>Tijden</caption><thead><tr><th scope="col">Dag</th><th scope="col">Tijd</th></tr></thead>'
        '<tbody><tr><th scope="row">ma</th><td>dicht</td></tr></tbody></table></section>'
    )


@pytest.mark.parametrize(
    ("part", "markup"),
    [
        (Foreign("Gemeentehuis", "nl"), '<bdi lang="nl">Gemeentehuis</bdi>'),
        (Link("Gemeentehuis", "/loket/kcc/", "nl", "nl"), '<a href="../../loket/kcc/" lang="nl" hreflang="nl">Gemeentehuis</a>'),
        (Link("the town hall", "/loket/kcc/", page_lang="nl"), '<a href="../../loket/kcc/" hreflang="nl">the town hall</a>'),
    ],
)
def test_words_and_pages_in_another_language_say_so(part: Inline, markup: str) -> None:
    """WCAG 3.1.2, Language of Parts; and HTML's hreflang for what is behind a link."""
    assert line_html((part,), "../../") == markup


def test_a_button_to_a_page_in_another_language_says_so() -> None:
    markup = block_html(Block("acties", "Do it now", (Items(((Link("Come by", "/loket/kcc/", page_lang="nl"),),)),)), "../../")

    assert '<a class="knop knop--place" href="../../loket/kcc/" hreflang="nl"><span>Come by</span></a>' in markup


def actions(*texts: str, shorts: tuple[str, ...] = ()) -> list[list[str]]:
    """Render actions with these words, and read them back: a list for the bar of a small screen, and a list of the others."""
    lines = tuple((Link(text, "/loket/kcc/"),) for text in texts)
    tree = read(block_html(Block("acties", "Direct regelen", (Items(lines),)), "", shorts))
    assert [words for part in tree.iter("ul") for words in ("".join(item.itertext()) for item in part)] == list(texts)
    return [[part.get("class", ""), *("".join(item.itertext()) for item in part)] for part in tree.iter("ul")]


def test_the_first_three_short_actions_stand_in_the_bar_of_a_small_screen() -> None:
    assert actions("Online regelen", "Bel 14 012", "Kom langs", "Stuur een e-mail") == [
        ["acties acties--balk", "Online regelen", "Bel 14 012", "Kom langs"],
        ["acties", "Stuur een e-mail"],
    ]


def test_from_the_first_long_action_all_stay_in_the_page_so_that_their_order_is_kept() -> None:
    assert actions("Bel 14 012", "Ga naar huisartsenpost.example", "Stuur een e-mail") == [
        ["acties acties--balk", "Bel 14 012"],
        ["acties", "Ga naar huisartsenpost.example", "Stuur een e-mail"],
    ]


def test_a_long_action_of_which_the_beginning_says_enough_stands_in_the_bar() -> None:
    long = "Kom langs bij het Wijkinformatiepunt Waterkant"

    assert actions(long, shorts=("Kom langs",)) == [["acties acties--balk", long]]
    assert actions("Kom langsrijden bij de milieustraat", shorts=("Kom langs",)) == [["acties", "Kom langsrijden bij de milieustraat"]]
    assert '<span>Kom langs<span class="knop__meer"> bij het Wijkinformatiepunt Waterkant</span></span>' in block_html(
        Block("acties", "Direct regelen", (Items(((Link(long, "/loket/kcc/"),),)),)), "", ("Kom langs",)
    )


@pytest.mark.parametrize(("words", "address"), [("de RDW", ' data-adres="rdw.nl/kenteken"'), ("Kijk op rdw.nl/kenteken", "")])
def test_paper_gets_the_address_that_the_words_do_not_say(words: str, address: str) -> None:
    link = Link(words, "https://www.rdw.nl/kenteken/")

    assert line_html((link,), "") == f'<a href="https://www.rdw.nl/kenteken/" rel="external noreferrer"{address}>{words}</a>'


@pytest.mark.parametrize(("told", "look"), [("gesloten (Eerste Kerstdag)", ' class="anders"'), ("9.00 tot 17.00 uur", "")])
def test_a_coming_day_that_is_not_as_usual_is_marked(told: str, look: str) -> None:
    week = Table("", ("Dag", "Tijd"), (((Words("vrijdag"),), (Words(told),)),))

    assert f'<tr{look}><th scope="row">vrijdag</th>' in block_html(Block("deze-week", "Komende dagen", (week,), passing=True), "")
    assert '<tr><th scope="row">' in block_html(Block("adres", "Waar en wanneer?", (week,)), "")


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_name_of_a_language_stays_within_its_attribute(attack: str) -> None:
    page = read(line_html((Foreign("x", attack), Link("y", "/", attack, attack)), ""))

    assert [(str(part.tag), sorted(part.attrib)) for part in page.iter("bdi", "a")] == [
        ("bdi", ["lang"]),
        ("a", ["href", "hreflang", "lang"]),
    ]


@pytest.mark.parametrize(
    ("bodies", "markup"),
    [
        ((Paragraph((Strong("Voor wie?"),)), Paragraph((Words("Iedereen."),))), "<h3>Voor wie?</h3><p>Iedereen.</p>"),
        ((Paragraph((Strong("U verbindt door."),)), Paragraph((Words("Bel."),))), "<p><strong>U verbindt door.</strong></p><p>Bel.</p>"),
        ((Paragraph((Strong("Voor wie?"),)),), "<p><strong>Voor wie?</strong></p>"),
    ],
)
def test_a_strong_phrase_above_something_is_a_heading(bodies: tuple[Body, ...], markup: str) -> None:
    assert block_html(Block("kosten", "Kop", bodies), "").endswith(f'<h2 id="kosten">Kop</h2>{markup}</section>')


def test_a_table_without_a_caption_is_named_by_the_heading() -> None:
    assert '<table aria-labelledby="kosten"><thead>' in block_html(Block("kosten", "Wat kost het?", (Table("", ("a",), ()),)), "")


@pytest.mark.parametrize(
    ("target", "icon"), [("tel:112", "phone"), ("mailto:a@b.nl", "mail"), ("https://www.rdw.nl", "online"), ("/loket/kcc/", "place")]
)
def test_a_button_shows_where_it_leads(target: str, icon: str) -> None:
    assert f'<a class="knop knop--{icon}" href="' in block_html(Block("acties", "Direct", (Items(((Link("Ga", target),),)),)), "../../")


@pytest.mark.parametrize(
    ("identifier", "look"), [("aanbod-eten", "aanbod"), ("locatie-loods", "locatie"), ("kort-antwoord", "kort-antwoord")]
)
def test_offers_and_locations_look_alike(identifier: str, look: str) -> None:
    assert f'class="blok blok--{look}"' in blocks_html([Block(identifier, "Kop", ())], "")


@pytest.mark.parametrize(
    ("path", "base"), [("/", "./"), ("/a-z/", "../"), ("/producten/paspoort/", "../../"), ("/a-z/letter/b/", "../../../")]
)
def test_links_within_the_site_are_relative(path: str, base: str) -> None:
    assert base_of(path) == base
    assert href("/loket/kcc/", base) == f"{base}loket/kcc/"


@given(st.sampled_from(["https://www.rdw.nl", "tel:112", "mailto:a@b.nl", "#kosten"]))
def test_other_links_are_left_alone(target: str) -> None:
    assert href(target, "../../") == target


def test_a_block_that_answers_share_is_made_once_for_each_place_in_the_site() -> None:
    made: list[str] = []

    @once
    def counted(block: Block, base: str, words: tuple[str, ...] = ()) -> str:
        made.append(base)
        return f"{base}{block.id}{words}"

    alone = Block("contact", "Vragen?", (Paragraph((Words("Bel ons."),)),))
    common = dataclasses.replace(alone, made={})

    assert [counted(common, "../"), counted(common, "../"), counted(common, "../../"), counted(common, "../", words=("Bel",))] == [
        "../contact()",
        "../contact()",
        "../../contact()",
        "../contact('Bel',)",
    ]
    assert made == ["../", "../../", "../"]
    assert counted(alone, "../") == counted(alone, "../")
    assert made[3:] == ["../", "../"]
    assert alone == common


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            '<a href="https://www.nationaleombudsman.nl">Nationale <em>ombudsman</em></a>',
            '<a href="https://www.nationaleombudsman.nl" rel="external noreferrer" data-adres="nationaleombudsman.nl">Nationale <em>ombudsman</em></a>',
        ),
        (
            '<a href="https://www.rdw.nl/?a=1&amp;b=2">rdw.nl</a>',
            '<a href="https://www.rdw.nl/?a=1&amp;b=2" rel="external noreferrer" data-adres="rdw.nl/?a=1&amp;b=2">rdw.nl</a>',
        ),
        ('<a href="https://www.rdw.nl/">www.rdw.nl</a>', '<a href="https://www.rdw.nl/" rel="external noreferrer">www.rdw.nl</a>'),
        ('<a href="../producten/klacht/">klacht</a>', '<a href="../producten/klacht/">klacht</a>'),
        ('<a href="mailto:a@b.example">mail</a>', '<a href="mailto:a@b.example">mail</a>'),
    ],
)
def test_a_hand_written_page_tells_other_sites_nothing_either(written: str, shown: str) -> None:
    assert with_careful_links(written) == shown
