# ruff: noqa: E501 - templates, one element a line
"""Hugo's configuration and layouts: the same shell, article and lists as `theme/templates`, in Hugo's own language."""

from __future__ import annotations

CONFIG = """baseURL = "https://www.voorbeeldstad.example/"
languageCode = "nl"
title = "gemeente Voorbeeldstad"
disableKinds = ["RSS"]
enableRobotsTXT = true

[taxonomies]
  thema = "themas"

[[menu.main]]
  name = "Producten A–Z"
  url = "/producten/"
  weight = 1
[[menu.main]]
  name = "Thema's"
  url = "/themas/"
  weight = 2
[[menu.main]]
  name = "Sociale kaart"
  url = "/sociale-kaart/"
  weight = 3
[[menu.main]]
  name = "Loketten"
  url = "/loket/"
  weight = 4
"""

_SHELL = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types default">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . | truncate 300 }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="{{ .Site.Title }}">
<meta property="og:title" content="{{ .Title }}">
{{ with .Description }}<meta property="og:description" content="{{ . | truncate 200 }}">{{ end }}
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:locale" content="nl_NL">
<meta property="og:image" content="{{ "assets/share.png" | absURL }}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="{{ .Site.Title }}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f6f5f8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#23202b" media="(prefers-color-scheme: dark)">
<link rel="icon" href="{{ "favicon.ico" | relURL }}" sizes="32x32">
<link rel="icon" href="{{ "assets/icon.svg" | relURL }}" type="image/svg+xml">
<link rel="apple-touch-icon" href="{{ "assets/apple-touch-icon.png" | relURL }}">
<link rel="preload" href="{{ "assets/fonts/noto-sans-regular.woff2" | relURL }}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{{ "assets/fonts/noto-sans-bold.woff2" | relURL }}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{{ "assets/style.css" | relURL }}">
{{ with .Params.section_id }}
<link rel="alternate" type="text/markdown" href="index.md">
<link rel="alternate" type="application/pdf" href="{{ . }}.pdf">
{{ end }}
<script src="{{ "assets/trust.js" | relURL }}" defer></script>
<script src="{{ "assets/search.js" | relURL }}" defer></script>
<script src="{{ "assets/page.js" | relURL }}" defer></script>
</head>
<body class="publiek" data-tijd="{uur}.{minuten}" data-nu-open="Nu open" data-nu-open-tot="Nu open, tot {tijd} uur" data-nu-dicht="Nu gesloten" data-nu-dicht-tot="Nu gesloten, weer open {wanneer} vanaf {tijd} uur" data-nu-vandaag="vandaag" data-nu-morgen="morgen">
<header class="kop">
<a class="spring" href="#inhoud">Naar de inhoud</a>
<div class="kop__strook">
<div class="kop__breed">
<p class="kop__bel"><a href="tel:14012">Bel 14 012</a></p>
</div>
</div>
<div class="kop__rij kop__breed">
<a class="kop__naam" href="{{ "/" | relURL }}"><span class="kop__beeld" aria-hidden="true"></span><span class="kop__woorden">{{ .Site.Title }}</span></a>
<button class="kop__knop" type="button" popovertarget="hoofdmenu">Menu</button>
<div class="zoekbalk">
<form class="zoek" role="search" action="{{ "zoeken/" | relURL }}" method="get" aria-label="Zoeken op deze site">
<label for="zoekveld">Waar kunnen we u mee helpen?</label>
<div class="zoek__rij"><input id="zoekveld" name="q" type="search" autocomplete="off" spellcheck="false"><button type="submit">Zoeken</button></div>
</form>
</div>
</div>
<nav class="kop__menu" id="hoofdmenu" popover aria-label="Hoofdmenu">
<ul class="kop__breed">
{{ $here := .RelPermalink }}
{{ range .Site.Menus.main }}
<li><a href="{{ .URL | relURL }}"{{ if eq .URL $here }} aria-current="page"{{ end }}>{{ .Name }}</a></li>
{{ end }}
</ul>
</nav>
</header>
<div class="vel">
{{ with .Params.themas }}
<nav class="pad" aria-label="Kruimelpad"><ol><li><a href="{{ "/" | relURL }}">Home</a></li><li><a href="{{ printf "/themas/%s/" (urlize (index . 0)) | relURL }}">{{ index . 0 }}</a></li></ol></nav>
{{ end }}
<main id="inhoud" tabindex="-1">
{{ block "main" . }}{{ end }}
</main>
</div>
<footer class="voet">
<div class="voet__rij">
<div class="voet__wie">
<p class="voet__naam">{{ .Site.Title }}</p>
<p><a href="tel:14012">Bel 14 012</a></p>
</div>
<ul>
<li><a href="{{ "over-deze-site/" | relURL }}">Over deze site</a></li>
<li><a href="{{ "privacy/" | relURL }}">Privacy</a></li>
<li><a href="{{ "toegankelijkheid/" | relURL }}">Toegankelijkheid</a></li>
</ul>
</div>
<p class="papier"><span>{{ .Site.Title }} · geldig op 1 november 2026</span> <span>{{ .Permalink }}</span></p>
</footer>
</body>
</html>
"""

_SINGLE = """{{ define "main" }}
<article class="antwoord" data-antwoord="{{ .Params.section_id }}">
<header class="antwoord__kop">
<p class="antwoord__soort">{{ .Section }}</p>
<h1>{{ .Title }}</h1>
</header>
<div class="antwoord__rooster">
<div class="antwoord__zij">
<details class="inhoud">
<summary>Op deze pagina</summary>
{{ .TableOfContents }}
</details>
<nav class="inhoudsopgave" aria-label="Op deze pagina">
<h2>Op deze pagina</h2>
{{ .TableOfContents }}
</nav>
</div>
<div class="antwoord__blokken">
{{ .Content }}
<nav class="folders" aria-label="Op papier">
<h2>Op papier</h2>
<ul>
<li><a href="{{ .Params.section_id }}.pdf" type="application/pdf">Folder (A4) (pdf)</a></li>
<li><a href="{{ .Params.section_id }}-a5.pdf" type="application/pdf">Kleine folder (A5) (pdf)</a></li>
<li><a href="{{ .Params.section_id }}-groot.pdf" type="application/pdf">Folder met grote letters (pdf)</a></li>
</ul>
</nav>
<details class="melden">
<summary>Klopt er iets niet?</summary>
<p>Over welk deel gaat het? U stuurt ons een e-mail.</p>
<ul>
{{ $title := .Title }}{{ $id := .Params.section_id }}
<li><a href="mailto:info@voorbeeldstad.example?subject={{ printf "Klopt niet: %s, De hele pagina (%s)" $title $id }}">De hele pagina</a></li>
{{ range (index .Fragments.Headings 0).Headings }}
<li><a href="mailto:info@voorbeeldstad.example?subject={{ printf "Klopt niet: %s, %s (%s)" $title .Title $id }}">{{ .Title }}</a></li>
{{ end }}
</ul>
</details>
</div>
</div>
</article>
{{ end }}
"""

_LIST = """{{ define "main" }}
<div class="overzicht">
<h1>{{ .Title }}</h1>
<section class="lijst" aria-labelledby="alles">
<h2 id="alles">Alles</h2>
<ul>
{{ range .Pages.ByTitle }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ with .Description }}<p>{{ . }}</p>{{ end }}</li>
{{ end }}
</ul>
</section>
</div>
{{ end }}
"""

_HOME = """{{ define "main" }}
<div class="overzicht overzicht--home">
<section class="lijst" aria-labelledby="themas"><h2 id="themas">Thema's</h2><ul>
{{ range $name, $pages := .Site.Taxonomies.themas }}
<li><a href="{{ printf "/themas/%s/" $name | relURL }}">{{ $name }}</a></li>
{{ end }}
</ul></section>
</div>
{{ end }}
"""

_NOT_FOUND = '{{ define "main" }}<h1>Deze pagina is er niet</h1>{{ end }}\n'

LAYOUTS = {
    "_default/baseof.html": _SHELL,
    "_default/single.html": _SINGLE,
    "_default/list.html": _LIST,
    "index.html": _HOME,
    "404.html": _NOT_FOUND,
}
"""By path below `layouts/`."""
