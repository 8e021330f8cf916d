"""Where the parts of an index start: each has the words from its own beginning up to that of the next.

These stand fixed, whatever the words of the answers are: an edited answer may not move the words of all others, nor make or unmake a file.
"""

from __future__ import annotations

from bisect import bisect_right

LARGE = 1_500
"""Answers; from there on the index is cut into more parts."""

_SMALL = (
    "0 3 a1 aanm aanw acuu adv afg afs afv agte ale alt anf ansp appe ast auto avo baby bakk bank bat bedp bege beh bel belk bero "
    "beso besw bet bete bewl bie bine bli bods boo bouw bren broe bso buit bur bus bwr cbrv cle cons cris dag dakl deks deur dien "
    "dij doen doof douc drin duit dw eer eig elk ener erb erst eve fai fauw ferg ferl fes fl foo frau fu gar geba gebr geen geha "
    "gekl gele gem geme gemi gere gesp getr gewe gezi gilt gokv gren gron haal han hart help hetz hoge hoor hu huis huiz hur huu hy "
    "iem inbu info inko ins inv jaa jeu jon kaar kank kara kenn keur kin kink klap klik ko komp koop kort kram kru kwi ladd lang "
    "law lees lel lev lift log loop luis maan mak mant mate meed mel mete mine mod mora mzo nac nasg neem niet nieu noo oe olie omw "
    "onde onev onte oorp opfr opn opvo oude over ovg papi park part pasp pens peu pl plek poo prak priv pube ram reed reis rent "
    "rijb ritj ron rus salo sche scho schr seh sgol situ sleu snap soll sp spir spre stag stei ster stoe stor stre stuk swer taks "
    "teg tenl test thu tij toes traj trou tum uitg uits urge vaka vas verb verg verh verk verl verp vert verw vf vlo volg voor vow "
    "vrij vu wab warm webs wege welk werk werv wijk wint wone woon wykf zeem ziek zoe zor zou zwi"
)
"""Cut so that each part was at most 900 bytes (gzip), as far as its first four letters allow, with 587 answers of a real catalogue."""

_LARGE = (
    "0 26 5 75 aang aanp aanv aanw adre adv advo afg afs afsp afst akt all ane antw arb au auto baby bank bed bedr bege beh beki bel "
    "bell belm beri berm besl beso best beta bete bew bewe bewi bewl bezo bezw bijd bije binn blik bom bou bren brie brig budg bure "
    "burg buu c chem cod col comp cont coo dag dage de der dig dip dir dom doss dot drin dui duu eerd eetz eig ein ele ener erby erst "
    "ev fal fau ferk fes flau form forn foto fou furs gb gebr gee geen gees geko gele geme gemi gesi gesp gest getu gez ggz go gok "
    "grat grof gyml han hang helf hier hont hoor hor huis huiz huu huw idka indi inge inko inl inta invu iso j jare jon kaa kab kant "
    "kart ker keur keuz kin kink kled klop klus kome koop kopi kopj kras ku l lag lant leer lega leni lent lez lif log loop lukt ma "
    "maal maan maat man mant map medo meen mel melk mete mide misd mom mw n naa nade natu neem neer niet nieu nodi noor nug num nut "
    "ofa omb onb onde one ontb onte opd ope oph opni opvo ori oude oudn over ovs pard part pas pasb pasg paso past pen peu pl plan "
    "plas poli pols prat prin prov raak rec reg regt rek rekl rest rin rols rui ryn same san scho schr sed sgim situ sleu snak som "
    "sosi spel spor sta star stem sto stop str stu stuk stur su taal tan tege tek teko teru tev thu tij toes toet trek tuis uite uitl "
    "uits uitt uitu v vanz verb verg verh verj verk verl verm vern vers vert verz vl voll volm volw voor vor vrag vre vrij vro wac "
    "warm wat week weet wegg wek were werk werv wij wijz wilt wink wmov woni wono ww zakk ziek zodr zome zon zone zr"
)
"""Cut so that each part was at most 700 bytes, as far as its first four letters allow, with 5,000 answers (4,460 of the benchmark)."""

_STARTS = {False: _SMALL.split(), True: _LARGE.split()}


def starts_of(answers: int) -> list[str]:
    """Give where the parts of an index of so many answers start, sorted."""
    return _STARTS[answers >= LARGE]


def start_in(starts: list[str], word: str) -> str:
    """Give the start of the part in which a word (or its first four letters) stands."""
    return starts[max(0, bisect_right(starts, word) - 1)]
