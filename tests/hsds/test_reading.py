"""What can be read as HSDS: tables, packages, archives and JSON, and what is told of anything else."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.hsds.export import FOLDER
from generator.hsds.tables import TABLES
from generator.hsds.taken import reading
from generator.hsds.taken.reading import NotHsdsError, Source, read_source
from hsds.real import files
from hsds.standard import STANDARD, needs

if TYPE_CHECKING:
    from pathlib import Path

ORGANISATIONS = "id,name\r\n1,De Linde\r\n"
SERVICES = 'id,organization_id,name,description\r\n2,1, Koffie ,"Een kop, en een praatje"\r\n'
SERVICE = {
    "id": "2",
    "name": "Koffie",
    "status": "active",
    "organization": {"id": "1", "name": "De Linde"},
    "phones": [{"number": "112", "languages": [{"name": "Engels"}]}],
    "service_at_locations": [{"id": "3", "location": {"id": "4", "name": "Plein", "latitude": 52.1}}],
    "attributes": [{"id": "5", "taxonomy_term": {"id": "6", "name": "eten", "taxonomy_detail": {"id": "7", "name": "woorden"}}}],
}


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name.replace("_csv", ".csv").replace("_json", ".json")).write_text(text, encoding="utf-8", newline="")
    return folder


def values(source: Source, table: str) -> list[dict[str, str]]:
    return [row.values for row in source.rows[table]]


class TestTables:
    """CSV, with any name that HSDS ever gave a table."""

    def test_a_folder(self, tmp_path: Path) -> None:
        source = read_source(write(tmp_path, organizations_csv=ORGANISATIONS, services_csv=SERVICES))
        assert values(source, "service") == [
            {"id": "2", "organization_id": "1", "name": "Koffie", "description": "Een kop, en een praatje"}
        ]

    @pytest.mark.parametrize(
        ("file", "table"),
        [
            ("organization.csv", "organization"),
            ("Phones.csv", "phone"),
            ("regular_schedules.csv", "schedule"),
            ("schedules.csv", "schedule"),
            ("physical_addresses.csv", "address"),
            ("services_at_location.csv", "service_at_location"),
            ("accessibility_for_disabilities.csv", "accessibility"),
        ],
    )
    def test_old_and_new_names(self, tmp_path: Path, file: str, table: str) -> None:
        write(tmp_path, services_csv=SERVICES)
        (tmp_path / file).write_text("id,name\n8,acht\n", encoding="utf-8")
        assert values(read_source(tmp_path), table)[-1] == {"id": "8", "name": "acht"}

    def test_a_package_says_what_its_files_are(self, tmp_path: Path) -> None:
        package = json.dumps({"resources": [{"name": "service", "path": "diensten.csv"}]})
        source = read_source(write(tmp_path, datapackage_json=package, diensten_csv=SERVICES, organizations_csv=ORGANISATIONS))
        assert [len(source.rows[table]) for table in ("service", "organization")] == [1, 1]

    def test_a_file_that_is_no_table_is_told(self, tmp_path: Path) -> None:
        assert read_source(write(tmp_path, services_csv=SERVICES, klanten_csv="id\n1\n")).unknown == ["klanten.csv"]

    def test_a_zip(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "hsds.zip", "w") as archive:
            archive.writestr("export/services.csv", SERVICES)
        assert len(read_source(tmp_path / "hsds.zip").rows["service"]) == 1

    def test_a_mark_of_utf_8_is_no_part_of_the_first_name(self, tmp_path: Path) -> None:
        assert "id" in values(read_source(write(tmp_path, services_csv="\ufeff" + SERVICES)), "service")[0]

    def test_a_row_with_too_few_or_too_many_values(self, tmp_path: Path) -> None:
        source = read_source(write(tmp_path, services_csv="id,name,url\n1,a\n2,b,c,d,e\n"))
        assert values(source, "service") == [{"id": "1", "name": "a"}, {"id": "2", "name": "b", "url": "c"}]


class TestJson:
    """Nested objects, as HSDS 3 has them, become the same rows."""

    def read(self, tmp_path: Path, told: object, name: str = "wat.json") -> Source:
        (tmp_path / name).write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
        return read_source(tmp_path / name)

    def test_a_nested_service(self, tmp_path: Path) -> None:
        source = self.read(tmp_path, SERVICE)
        assert {table: values(source, table) for table in source.rows} == {
            "organization": [{"id": "1", "name": "De Linde"}],
            "language": [{"id": "language 1 van wat.json", "name": "Engels", "phone_id": "phone 1 van wat.json"}],
            "phone": [{"id": "phone 1 van wat.json", "number": "112", "service_id": "2"}],
            "location": [{"id": "4", "name": "Plein", "latitude": "52.1"}],
            "service_at_location": [{"id": "3", "location_id": "4", "service_id": "2"}],
            "taxonomy": [{"id": "7", "name": "woorden"}],
            "taxonomy_term": [{"id": "6", "name": "eten", "taxonomy_id": "7"}],
            "attribute": [{"id": "5", "taxonomy_term_id": "6", "link_id": "2", "link_entity": "service"}],
            "service": [{"id": "2", "name": "Koffie", "status": "active", "organization_id": "1"}],
        }

    @pytest.mark.parametrize("wrapped", [[SERVICE], {"total_items": 1, "contents": [SERVICE]}])
    def test_a_list_and_a_page(self, tmp_path: Path, wrapped: object) -> None:
        assert len(self.read(tmp_path, wrapped).rows["service"]) == 1

    def test_one_on_every_line(self, tmp_path: Path) -> None:
        lines = f"{json.dumps(SERVICE)}\n\n{json.dumps({**SERVICE, 'id': '9'})}\n"
        assert len(self.read(tmp_path, lines, "alles.ndjson").rows["service"]) == 2

    def test_the_same_object_in_part_and_in_whole_is_one(self, tmp_path: Path) -> None:
        source = self.read(tmp_path, [{"id": "2", "name": "Koffie", "status": "active"}, {**SERVICE, "url": "https://a.nl"}])
        assert values(source, "service") == [
            {"id": "2", "name": "Koffie", "status": "active", "organization_id": "1", "url": "https://a.nl"}
        ]

    @pytest.mark.parametrize("name", ["organization", "service", "service_at_location"])
    def test_the_examples_of_the_standard(self, name: str) -> None:
        needs(STANDARD)
        source = read_source(STANDARD / "examples" / f"{name}_full.json")
        assert [len(source.rows[table]) for table in ("organization", "service", "location", "service_at_location")] == [1, 1, 1, 1]


def test_our_tables_and_our_json_are_the_same_rows(tmp_path: Path) -> None:
    for path, content in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    package = read_source(tmp_path / FOLDER)  # which has the package beside the JSON
    (tmp_path / FOLDER / "datapackage").rename(tmp_path / "elders")
    nested = read_source(tmp_path / FOLDER)

    for table in TABLES.keys() - {"taxonomy_term", "attribute"}:
        assert _comparable(nested, table) == _comparable(package, table), table
    marks = {tuple(sorted(row.values.items())) for row in nested.rows["attribute"]}
    assert marks == {tuple(sorted(row.values.items())) for row in package.rows["attribute"]}


def _comparable(source: Source, table: str) -> set[tuple[tuple[str, str], ...]]:
    """Leave out how numbers are written: 52.0837 in JSON and in CSV, but also 12 and 12.0."""
    return {tuple(sorted((name, value.removesuffix(".0")) for name, value in row.values.items())) for row in source.rows[table]}


class TestRefused:
    """What cannot be read is told by its name."""

    @pytest.mark.parametrize(
        ("name", "content", "why"),
        [
            ("leeg.json", b"[]", "hier staat geen organisatie en geen dienst die als HSDS te lezen is"),
            ("fout.json", b"{", "dit is geen JSON"),
            ("services.csv", "id,name\n1,caf\xe9\n".encode("latin-1"), "dit is niet in UTF-8 opgeslagen"),
            ("diep.json", b"[" * 100_000, "dit is geen JSON"),
        ],
    )
    def test_with_the_reason(self, tmp_path: Path, name: str, content: bytes, why: str) -> None:
        (tmp_path / name).write_bytes(content)
        with pytest.raises(NotHsdsError, match=why):
            read_source(tmp_path / name)

    def test_a_file_in_an_archive_that_would_fill_the_memory(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "MOST_BYTES", 1000)
        with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("services.csv", "id,name\n" + "1,a\n" * 1000)
        with pytest.raises(NotHsdsError, match=r"services.csv: dit is te groot"):
            read_source(tmp_path / "bom.zip")

    def test_a_link_out_of_the_folder_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "elders.csv").write_text(SERVICES, encoding="utf-8")
        folder = write(tmp_path / "map", organizations_csv=ORGANISATIONS)
        (folder / "services.csv").symlink_to(tmp_path / "elders.csv")
        assert not read_source(folder).rows["service"]
