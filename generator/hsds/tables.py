"""The tables of HSDS 3.1 that we fill: their columns as the standard's `datapackage.json` has them, and how objects nest in its JSON.

Source: https://github.com/openreferral/specification, version 3.1 (CC BY-SA 4.0); names and types only. The tests compare this with
the standard's own files.
"""

from __future__ import annotations

from generator.frozen import dataclass

VERSION = "3.1"
Value = str | int | float
Row = dict[str, Value]
"""One row of a table; what is not known is left out."""

Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type or format in the standard, and whether every row must have it."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its CSV file, its columns, and to which tables its columns refer."""

    name: str
    file: str
    columns: tuple[Column, ...]

    @property
    def refers(self) -> dict[str, str]:
        """Give the table that each foreign key refers to; `link_id` may refer to any."""
        keys = [column.name for column in self.columns if column.name.endswith("_id")]
        return {key: key.removesuffix("_id") for key in keys if key.removesuffix("_id") in TABLES}


def _table(name: str, file: str, columns: str) -> Table:
    """Read columns from `name`, `name:type` and `name!` (required)."""
    read = []
    for column in columns.split():
        column_name, _, kind = column.rstrip("!").partition(":")
        read.append(Column(column_name, kind or "string", column.endswith("!")))
    return Table(name, file, tuple(read))


TABLES = {
    table.name: table
    for table in (
        _table("organization", "organizations.csv", "id:uuid! name! alternate_name description! email:email website:uri tax_status tax_id"
               " year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid"),
        _table("service", "services.csv", "id:uuid! organization_id:uuid! program_id:uuid name! alternate_name description url:uri"
               " email:email status! interpretation_services application_process fees_description wait_time fees accreditations"
               " eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert"
               " last_modified:datetime"),
        _table("attribute", "attributes.csv", "id:uuid! link_id:uuid! taxonomy_term_id:uuid! link_type link_entity! value label"),
        _table("service_at_location", "service_at_location.csv", "id:uuid! service_id:uuid! location_id:uuid! description"),
        _table("location", "locations.csv", "id:uuid! location_type! url:uri organization_id:uuid name alternate_name description"
               " transportation latitude:number longitude:number external_identifier external_identifier_type"),
        _table("phone", "phones.csv", "id:uuid! location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid"
               " service_at_location_id:uuid number! extension:number type description"),
        _table("contact", "contacts.csv", "id:uuid! organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name"
               " title department email:email"),
        _table("address", "addresses.csv", "id:uuid! location_id:uuid attention address_1! address_2 city! region state_province!"
               " postal_code! country! address_type!"),
        _table("schedule", "schedules.csv", "id:uuid! service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:date"
               " valid_to:date dtstart:date timezone:number until:date count:number wkst freq interval:number byday byweekno bymonthday"
               " byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes"),
        _table("service_area", "service_areas.csv", "id:uuid! service_id:uuid service_at_location_id:uuid name description extent"
               " extent_type uri"),
        _table("required_document", "required_documents.csv", "id:uuid! service_id:uuid document uri:uri"),
        _table("language", "languages.csv", "id:uuid! service_id:uuid location_id:uuid phone_id:uuid name code note"),
        _table("accessibility", "accessibility.csv", "id:uuid! location_id:uuid description details url:uri"),
        _table("taxonomy_term", "taxonomy_terms.csv", "id:uuid! code name! description! parent_id:uuid taxonomy language taxonomy_id:uuid"
               " term_uri:uri"),
        _table("cost_option", "cost_options.csv", "id:uuid! service_id:uuid! valid_from:date valid_to:date option currency amount:number"
               " amount_description"),
        _table("organization_identifier", "organization_identifiers.csv", "id:uuid! organization_id:uuid! identifier_scheme"
               " identifier_type! identifier!"),
        _table("taxonomy", "taxonomies.csv", "id:uuid! name! description! uri:uri version"),
    )
}  # fmt: skip
"""Not filled: program, funding, metadata, service_capacity, unit, url, meta_table_description; the records know nothing of these."""

UNIQUE = {"id", "code"}

LISTS = {
    "accessibility": "accessibility",
    "additional_urls": "url",
    "additional_websites": "url",
    "addresses": "address",
    "attributes": "attribute",
    "capacities": "service_capacity",
    "contacts": "contact",
    "cost_options": "cost_option",
    "funding": "funding",
    "languages": "language",
    "locations": "location",
    "metadata": "metadata",
    "organization_identifiers": "organization_identifier",
    "phones": "phone",
    "programs": "program",
    "required_documents": "required_document",
    "schedules": "schedule",
    "service_areas": "service_area",
    "service_at_locations": "service_at_location",
    "services": "service",
}
"""Which table the objects in a list of the JSON belong to; their row refers to the object that holds the list."""

SINGLES = {
    "location": "location",
    "organization": "organization",
    "program": "program",
    "service": "service",
    "taxonomy_detail": "taxonomy",
    "taxonomy_term": "taxonomy_term",
    "unit": "unit",
}
"""Which table one nested object of the JSON belongs to; the row of the object that holds it refers to it."""

__all__ = ["LISTS", "SINGLES", "TABLES", "UNIQUE", "VERSION", "Column", "Row", "Table", "Tables", "Value"]
