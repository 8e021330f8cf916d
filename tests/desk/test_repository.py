"""Earlier records out of git: of an archive only plain files, below the folder that they are for."""

from __future__ import annotations

import io
import tarfile
from pathlib import PurePosixPath

from generator.desk.repository import _plain_files


def archive_of(*members: tuple[str, bytes, bytes]) -> io.BytesIO:
    """Pack members: a name, the sort, and what is in it (or where a link leads)."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, sort, content in members:
            member = tarfile.TarInfo(name)
            member.type, member.size, member.linkname = sort, len(content) if sort == tarfile.REGTYPE else 0, content.decode()
            archive.addfile(member, io.BytesIO(content))
    packed.seek(0)
    return packed


def test_plain_files_alone_come_out_of_an_archive() -> None:
    packed = archive_of(
        ("products", tarfile.DIRTYPE, b""),
        ("products/paspoort.yaml", tarfile.REGTYPE, b"naam: Paspoort\n"),
        ("products/link.yaml", tarfile.SYMTYPE, b"/etc/passwd"),
        ("products/hard.yaml", tarfile.LNKTYPE, b"products/paspoort.yaml"),
        ("products/../../buiten.yaml", tarfile.REGTYPE, b"naam: Buiten\n"),
        ("/tmp/buiten.yaml", tarfile.REGTYPE, b"naam: Buiten\n"),  # noqa: S108 - the place that it must not get to
    )
    with tarfile.open(fileobj=packed) as archive:
        assert dict(_plain_files(archive)) == {PurePosixPath("products/paspoort.yaml"): b"naam: Paspoort\n"}
