// Tells the style of the page of results, before anything is drawn, that results will come.
"use strict";

if (new URLSearchParams(window.location.search).get("q")?.trim()) document.documentElement.classList.add("zoekt");
