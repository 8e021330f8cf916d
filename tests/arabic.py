"""The small municipality with one product that is told in Arabic too: written from right to left, which no real language here is yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from conftest import TESTS
from project import MAIN, lay_down

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Project

KEY = "product:paspoort:ar"
PAGE = "ar/producten/paspoort/index.html"
TITLE = "طلب جواز سفر"

PASSPORT = """\
  ar:
    brontekst: "c3a47d0b"
    naam: طلب جواز سفر
    trefwoorden: [جواز سفر, وثيقة سفر]
    kort_antwoord: |
      تطلب جواز السفر من البلدية (gemeente).

      التكلفة {leges.paspoort_volwassene}. انظر أيضًا [الإبلاغ عن الانتقال](product:verhuizing-doorgeven).
    wat_is_het: وثيقة تسافر بها.
    voorwaarden: |
      - أنت **هولندي**.
      - تسكن في Klein.
    bewijs: صورة.
    aanvraag:
      online: [سجّل الدخول باستخدام DigiD.]
      telefoon: [اتصل بنا., قل اسمك.]
      balie: [احجز موعدًا., أحضر جواز سفرك القديم.]
      post: [أرسل رسالة فيها اسمك.]
    kosten: [العمر 18 سنة أو أكثر]
    kosten_toelichting: تدفع عند مكتب الاستقبال.
    termijn_toelichting: أحيانًا أطول.
    bezwaar: اكتب رسالة.
    bijzonderheden: لا تنسَ شيئًا.
    geen_reactie: اتصل بنا.
    niet_hier:
      - wie: هل تسكن في مكان آخر؟
        dan: اذهب إلى بلديتك.
"""
THEME = "  ar: {naam: الشؤون المدنية, kort_antwoord: جواز السفر والانتقال إلى مسكن آخر.}\n"
CONTACT = "  ar: {naam: بلدية Klein}\n"


def add_arabic(project: Project) -> Project:
    """Give a project of the small municipality a third language. Words that ar.yaml does not have yet are told in English."""
    words = yaml.safe_load((TESTS / "fixtures/talen/ar.yaml").read_text(encoding="utf-8"))
    english = yaml.safe_load((MAIN / "content/talen/en.yaml").read_text(encoding="utf-8"))
    told = words | {"woorden": english["woorden"] | words["woorden"]}
    project.write("content/talen/ar.yaml", yaml.safe_dump(told, allow_unicode=True, width=1000, default_style='"'))
    for path, translation in {
        "products/paspoort.yaml": PASSPORT,
        "content/themas/burgerzaken.yaml": THEME,
        "content/contactpunten/gemeente.yaml": CONTACT,
    }.items():
        project.replace(path, "vertalingen:\n", f"vertalingen:\n{translation}")
    return project


def lay_down_arabic(root: Path) -> Project:
    """Put the municipality with its third language in `root`, as a project that can be built."""
    return add_arabic(lay_down(root))
