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
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . | truncate 300 }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{{ "assets/icon.svg" | relURL }}" type="image/svg+xml">
<link rel="stylesheet" href="{{ "assets/style.css" | relURL }}">
<script src="{{ "assets/search.js" | relURL }}" defer></script>
</head>
<body class="publiek">
<a class="spring" href="#inhoud">Naar de inhoud</a>
<header class="kop">
<div class="kop__rij">
<a class="kop__naam" href="{{ "/" | relURL }}"><span class="kop__beeld" aria-hidden="true"></span>{{ .Site.Title }}</a>
<p class="kop__bel"><a href="tel:14012">Bel 14 012</a></p>
</div>
<nav class="kop__menu" aria-label="Hoofdmenu">
<ul>
{{ $here := .RelPermalink }}
{{ range .Site.Menus.main }}
<li><a href="{{ .URL | relURL }}"{{ if eq .URL $here }} aria-current="page"{{ end }}>{{ .Name }}</a></li>
{{ end }}
</ul>
</nav>
</header>
<div class="zoekbalk">
<form class="zoek" role="search" action="{{ "zoeken/" | relURL }}" method="get" aria-label="Zoeken op deze site">
<label for="zoekveld">Waar kunnen we u mee helpen?</label>
<div class="zoek__rij"><input id="zoekveld" name="q" type="search" autocomplete="off" spellcheck="false"><button type="submit">Zoeken</button></div>
</form>
</div>
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
<p><strong>{{ .Site.Title }}</strong><br>Bel <a href="tel:14012">14 012</a></p>
<ul>
<li><a href="{{ "over-deze-site/" | relURL }}">Over deze site</a></li>
<li><a href="{{ "privacy/" | relURL }}">Privacy</a></li>
<li><a href="{{ "toegankelijkheid/" | relURL }}">Toegankelijkheid</a></li>
</ul>
</div>
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
<nav class="inhoudsopgave" aria-label="Op deze pagina">
<h2>Op deze pagina</h2>
{{ .TableOfContents }}
</nav>
</div>
<div class="antwoord__blokken">
{{ .Content }}
<p class="melden">Klopt er iets niet? <a href="mailto:info@voorbeeldstad.example?subject={{ printf "Klopt niet: %s" .Title | urlquery }}">Laat het ons weten</a>.</p>
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
