// The answers given so far stand in the URL (?pad=waarbij.0~netwerk.1) and nowhere else: the page shows them, and hands them on.
"use strict";

(() => {
  const asked = (mark) => mark.slice(0, mark.lastIndexOf("."));
  const marks = (new URLSearchParams(window.location.search).get("pad") ?? "").split("~");
  const list = document.querySelector(".keuze__pad");
  const rows = new Map([...document.querySelectorAll("[data-keuze]")].map((row) => [row.dataset.keuze, row]));
  const chosen = marks.filter((mark) => rows.has(mark));

  function withPath(link, path) {
    const url = new URL(link.href);
    url.search = path.length ? `?pad=${path.map(encodeURIComponent).join("~")}` : "";
    link.href = url.href;
  }

  if (chosen.length) {
    for (const row of rows.values()) row.hidden = true;
    chosen.forEach((mark, index) => {
      const row = rows.get(mark);
      row.hidden = false;
      list.append(row);
      withPath(row.querySelector("a"), chosen.slice(0, index)); // who changes an answer keeps what was chosen before it
    });
    list.hidden = false;
  }

  for (const question of document.querySelectorAll("[data-blok^='vraag-']")) {
    const step = question.dataset.blok.replace("vraag-", "");
    const before = chosen.filter((mark) => asked(mark) !== step);
    question.querySelectorAll("ul:last-of-type > li > a").forEach((link, number) => withPath(link, [...before, `${step}.${number}`]));
  }
})();
