"""The MkDocs boundary: hands finished files to MkDocs, and puts hand-written pages in our own shell.

This is the only module that knows MkDocs. Records become files outside MkDocs' navigation (its cost grows with the square of the
pages), and the theme's own files stay out of the site.
"""

from __future__ import annotations

import datetime as dt
import gc
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import report
from generator.assets import assets
from generator.channels import overview_page
from generator.channels.site import AGENTS, PUBLIC, Site
from generator.crew import ChangedMeanwhileError
from generator.edition import Edition, SiteSpec, all_files, site_of
from generator.ledger import load, program_key, restamped, save, stamp, stands
from generator.quick import LastTime, Order, QuickSite, make_site
from generator.staging import WORK, empty, let_go, put_back, put_in, set_aside, take_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

    from generator.ledger import Records, StoredRecords
    from generator.records import Stamp

CONFIG_FILES = {PUBLIC: "mkdocs.yml", AGENTS: "mkdocs.kcc.yml"}
WATCHED = ("products", "sociale_kaart", "content", "theme")


class AntwoordkaartConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say of this plugin."""

    kanaal = config_options.Choice((PUBLIC, AGENTS), default=PUBLIC)
    peildatum = config_options.Optional(config_options.Type((str, dt.date)))


class AntwoordkaartPlugin(BasePlugin[AntwoordkaartConfig]):  # type: ignore[no-untyped-call]
    """Adds the answers to the site that MkDocs builds."""

    def __init__(self) -> None:
        """Start without an edition; `build_site` hands one over, `mkdocs build` makes only what changed since the last time."""
        self.given: Edition | None = None
        self.live = False
        self.site: Site
        self.files: Iterable[tuple[str, bytes]]
        self.quick: QuickSite | None = None
        self.fresh: Path | None = None
        self.before: dict[str, Stamp] = {}
        self.records: Records | StoredRecords | None = None
        self.root: Path
        self.site_dir: Path

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Note whether MkDocs serves while someone edits."""
        self.live = command == "serve"
        if not self.live:  # a build keeps nearly all it makes until it ends; looking for garbage doubles its time
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and word everything, before MkDocs touches the last good site; problems stop here."""
        root = self.root = _root(config)
        self.site_dir = Path(config.site_dir)
        written = tuple(f"/{path.relative_to(config.docs_dir).with_suffix('')}/" for path in sorted(Path(config.docs_dir).rglob("*.md")))
        spec = SiteSpec(self.config.kanaal, config.site_url or "https://example.org/", root / "theme/templates", self.live, written)
        if self.given is not None:
            self.site = site_of(self.given.catalogue, spec)
            self.files = all_files(self.given, self.site)
        else:
            self._make(root, spec, config)
        config.theme.static_templates.discard("sitemap.xml")
        # Both templates that MkDocs needs are ours; looking through Material's ten thousand icons for more takes longer than an edit.
        config.theme.dirs = [folder for folder in config.theme.dirs if folder == config.theme.custom_dir]
        return config

    def _make(self, root: Path, spec: SiteSpec, config: MkDocsConfig) -> None:
        written = [f"{path}:{stamp(path)}" for path in sorted(Path(config.docs_dir).rglob("*.md"))]
        configs = [(root / name).read_bytes() for name in CONFIG_FILES.values() if (root / name).is_file()]
        key = program_key(root / "theme", spec, self._peildatum(), written, configs)
        previous = load(self._ledger(root))
        last = None if previous is None or self.live else LastTime(previous, stands(previous, Path(config.site_dir)))
        self.fresh = None if self.live else empty(root / WORK / f"vers-{spec.channel}")
        try:
            self.quick = make_site(Order(root, spec, self._peildatum(), key, self._ledger(root)), last, self.fresh)
        except ChangedMeanwhileError as error:
            message = f"{error} is veranderd terwijl de site werd gemaakt; de vorige staat er nog. Bouw opnieuw."
            raise PluginError(message) from error
        self.records = previous.records if previous is not None else None
        self.before = previous.files if previous is not None and self.quick.keeps else self.quick.done
        if self.quick.site is None:
            shown = "\n\n".join(report.as_text(problem) for problem in self.quick.problems)
            message = f"de site is niet gemaakt; de vorige staat er nog.\n\n{shown}"
            raise PluginError(message)
        self.site, self.files = self.quick.site, self.quick.files.items()

    def _ledger(self, root: Path) -> Path:
        return root / WORK / f"grootboek-{self.config.kanaal}.pickle"

    def _peildatum(self) -> dt.date:
        chosen = self.config.peildatum or os.environ.get("ANTWOORDKAART_PEILDATUM")
        return dt.date.fromisoformat(str(chosen)) if chosen else dt.date.today()  # noqa: DTZ011 - the editor's own calendar day

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Move the previous site out of the way: MkDocs would delete it file by file, which takes longer than building it."""
        if self.quick is not None and not self.live:
            set_aside(_root(config), Path(config.site_dir))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep the hand-written pages, and add everything that comes from the answers."""
        if self.quick is not None and self.quick.keeps and not self.live:
            take_back(_root(config), Path(config.site_dir))
        elif self.quick is not None and self.fresh is not None:
            put_in(self.fresh, Path(config.site_dir))
        kept = Files([file for file in files if file.is_documentation_page()])
        theme, with_map = _root(config) / "theme", self.site.tiles is not None
        for path, content in (*self.files, *assets(theme, for_agents=self.config.kanaal == AGENTS, with_map=with_map)):
            kept.append(_static(config, path, content))
        return kept

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write down what was made, for the next time."""
        if self.quick is not None and self.quick.ledger is not None and not self.live:
            ledger = self.quick.ledger
            site_dir, written = Path(config.site_dir), [path for path, _ in self.files]
            ledger.files = restamped(site_dir, self.before, written)
            save(self._ledger(_root(config)), ledger, self.records, self.quick.stored() if self.quick.stored else None)
            let_go(_root(config), Path(config.site_dir))
            self.quick = None
            gc.freeze()  # on its way out Python looks for garbage among everything, which takes a fifth of the time of an edit

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 - MkDocs' signature
        """Put the last good site back where MkDocs failed halfway."""
        if self.quick is not None and not self.live:
            put_back(self.root, self.site_dir)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Let the theme's two templates call our own."""
        env.globals["antwoordkaart_page"] = self._written
        env.globals["antwoordkaart_not_found"] = lambda: overview_page.render_not_found(self.site)
        return env

    def _written(self, page: Page) -> str:
        return overview_page.render_written("/" + page.url.lstrip("./"), page.title or "", page.content or "", self.site)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401, ARG002 - MkDocs' signature
        """Build again when a record, a template or a style changes."""
        root = _root(config)
        for folder in WATCHED:
            server.watch(str(root / folder))
        return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _static(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """Make a file that MkDocs only writes; without the other suffix it would render `index.md` as a page of its own."""
    file = File.generated(config, f"{path}.txt" if path.endswith(".md") else path, content=content, inclusion=InclusionLevel.INCLUDED)
    file.dest_uri = path
    return file


def build_site(root: Path, edition: Edition, channel: str, folder: Path) -> Site:
    """Build one site (`publiek` or `kcc`) of `edition` through MkDocs into `folder`; give the site as its pages know it."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(str(root / CONFIG_FILES[channel]), site_dir=str(folder))
    plugin = config.plugins["antwoordkaart"]
    assert isinstance(plugin, AntwoordkaartPlugin)  # noqa: S101 - mkdocs.yml names it
    plugin.given = edition
    mkdocs_build(config)
    return plugin.site
