// The agents' site alone: copy what a caller needs, what was looked at and pinned, how big it all is, and how old it is.
"use strict";

(() => {
  const { body } = document;
  const field = document.getElementById("zoekveld");
  const base = field?.dataset.base ?? "./";
  const article = document.querySelector("article[data-record]");
  const make = (tag, settings) => Object.assign(document.createElement(tag), settings);
  const local = window.antwoordkaartFolder?.local ?? ((url) => url);

  const said = make("p", { className: "gedaan", lang: "nl", dir: "ltr" });
  said.setAttribute("role", "status");
  body.append(said);
  let silence;
  function say(text) {
    clearTimeout(silence);
    said.textContent = text;
    silence = setTimeout(() => { said.textContent = ""; }, 4000);
  }

  // ---- Kept in this browser alone; /werkplek/ shows and erases it. Where a browser keeps nothing, all else still works.
  const RECENT = "antwoordkaart.recent";
  const PINNED = "antwoordkaart.vast";
  const VIEW = "antwoordkaart.weergave";
  const MOST = 12;
  function kept(name) {
    try {
      const found = JSON.parse(localStorage.getItem(name) ?? "[]");
      return Array.isArray(found) ? found.filter((one) => one && typeof one.pad === "string" && typeof one.titel === "string") : [];
    } catch {
      return [];
    }
  }
  function keep(name, value) {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch { /* a browser that keeps nothing */ }
  }
  const without = (list, record) => list.filter((one) => one.record !== record);

  // ---- Copying: the words on the page, line by line; behind a link to another site its address, as on paper.
  const words = (node) => [...node.childNodes].map((part) => {
    if (part.nodeType === Node.TEXT_NODE) return part.textContent;
    if (part.nodeType !== Node.ELEMENT_NODE || part.matches(".vandaag, .mini, .nu")) return "";
    return words(part) + (part.dataset.adres ? ` (${part.dataset.adres})` : "");
  }).join("");
  const line = (node) => words(node).replace(/[ \t\r\n]+/g, " ").trim();

  function lines(node) {
    const tag = node.localName;
    if (node.matches(".mini, .nu, h2, svg")) return []; // a drawing says what the list beside it says
    if (tag === "ul") return [...node.children].map((item) => `- ${line(item)}`);
    if (tag === "ol") return [...node.children].map((item, place) => `${place + 1}. ${line(item)}`);
    if (tag === "dl") return [...node.children].map((row) => [...row.children].map(line).join(" "));
    if (tag === "table") {
      const rows = [...node.rows].map((row) => [...row.cells].map(line).join(" | "));
      return node.caption ? [line(node.caption), ...rows] : rows;
    }
    return [line(node)];
  }
  const told = (block) => [...block.children].flatMap(lines).join("\n");
  const heading = (block) => line(block.querySelector("h2"));
  const here = () => `${article.dataset.adres}\n${article.dataset.codewoord}: ${article.dataset.code}`;
  const title = () => line(article.querySelector("h1"));
  const blockText = (block) => `${heading(block)}\n${told(block)}\n\n${title()}\n${here()}`;
  const handoverText = (block) => `${title()} (${article.dataset.code})\n${told(block)}\n${article.dataset.adres}`;
  function answerText() {
    const blocks = [...article.querySelectorAll("[data-blok]")].filter((block) => !block.closest(".kcc"));
    return [title(), ...blocks.map((block) => `${heading(block)}\n${told(block)}`), here()].join("\n\n");
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = make("textarea", { value: text });
      const focus = document.activeElement;
      body.append(area);
      area.select();
      const done = document.execCommand("copy"); // without https there is no other way
      area.remove();
      focus?.focus();
      return done;
    }
  }
  function copier(label, name, text) {
    const button = make("button", { type: "button", className: "mini", textContent: label, lang: "nl", dir: "ltr" });
    button.setAttribute("aria-label", `${label}: ${name}`);
    button.addEventListener("click", async () => {
      say(await put(text()) ? `Gekopieerd: ${name}` : "Kopiëren lukt niet in deze browser.");
    });
    return button;
  }
  function offerCopies() {
    for (const block of article.querySelectorAll("[data-blok]")) {
      const id = block.dataset.blok;
      const layer = block.closest(".kcc") !== null;
      if (id === "acties" || (layer && id !== "kcc-zeg-dit" && !id.startsWith("kcc-doorverbinden"))) continue;
      const text = id === "kcc-zeg-dit" ? () => told(block) : layer ? () => handoverText(block) : () => blockText(block);
      block.querySelector("h2").after(copier("Kopieer", heading(block), text));
    }
  }

  // ---- The bar above the agents' layer
  function offerBar() {
    const bar = document.querySelector("[data-werkbalk]");
    const { record, gevoelig } = article.dataset;
    const own = { record, titel: title(), pad: new URL(".", location.href).href.slice(new URL(base, location.href).href.length) };
    const copy = copier("Kopieer alles", title(), answerText);
    copy.accessKey = "k";
    const pin = make("button", { type: "button", className: "mini", textContent: "Vastzetten" });
    const pinned = () => kept(PINNED).some((one) => one.record === record);
    pin.setAttribute("aria-pressed", String(pinned()));
    pin.addEventListener("click", () => {
      const now = pinned();
      keep(PINNED, now ? without(kept(PINNED), record) : [own, ...kept(PINNED)].slice(0, MOST));
      pin.setAttribute("aria-pressed", String(!now));
      say(now ? `Niet meer vast: ${own.titel}` : `Vastgezet: ${own.titel}`);
    });
    const beside = make("a", { className: "mini", textContent: "Naast een ander", href: `${base}naast/?a=${encodeURIComponent(own.pad)}` });
    const report = make("a", { className: "mini", textContent: "Meld iets", href: "#melden" });
    report.addEventListener("click", () => { document.querySelector("details.melden").open = true; });
    bar.append(copy, pin, beside, report);
    if (gevoelig === undefined) keep(RECENT, [own, ...without(kept(RECENT), record)].slice(0, MOST)); // a sensitive answer leaves no trace
  }

  let erased = false;
  async function forgetCopy() {
    erased = true;
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
    for (const name of await caches.keys()) if (name.startsWith("antwoordkaart-")) await caches.delete(name);
  }

  function listKept() {
    for (const place of document.querySelectorAll("[data-bewaard]")) {
      const found = kept(`antwoordkaart.${place.dataset.bewaard}`);
      place.hidden = found.length === 0;
      place.querySelector("ul").replaceChildren(...found.map(({ record, titel, pad }) => {
        const item = make("li", {});
        item.dataset.bewaardRecord = record;
        item.append(make("a", { href: base + pad, textContent: titel }));
        return item;
      }));
    }
    for (const button of document.querySelectorAll("[data-wis]")) {
      button.addEventListener("click", () => {
        try {
          for (const name of Object.keys(localStorage)) if (name.startsWith("antwoordkaart.")) localStorage.removeItem(name);
        } catch { /* a browser that keeps nothing */ }
        forgetCopy().catch(() => {});
        for (const place of document.querySelectorAll("[data-bewaard]")) place.hidden = true;
        show("");
        say("Alles is gewist uit deze browser. Sluit nu de site.");
      });
    }
  }

  // ---- Large and compact
  function show(view) {
    if (view) body.dataset.weergave = view;
    else delete body.dataset.weergave;
    for (const button of document.querySelectorAll("[data-kies-weergave]")) {
      button.setAttribute("aria-pressed", String(button.dataset.kiesWeergave === view));
    }
  }
  function offerViews() {
    const place = document.querySelector("[data-weergaven]");
    let chosen = "";
    try { chosen = localStorage.getItem(VIEW) ?? ""; } catch { /* a browser that keeps nothing */ }
    for (const [view, name] of [["compact", "Compact"], ["", "Gewoon"], ["groot", "Groot"]]) {
      const button = make("button", { type: "button", className: "mini", textContent: name });
      button.dataset.kiesWeergave = view;
      button.addEventListener("click", () => {
        show(view);
        try {
          if (view) localStorage.setItem(VIEW, view);
          else localStorage.removeItem(VIEW);
        } catch { /* a browser that keeps nothing */ }
      });
      place?.append(button);
    }
    show(["compact", "groot"].includes(chosen) ? chosen : "");
  }

  // ---- How old this site is, in hours since the day that it speaks for began
  function tellAge() {
    const place = document.querySelector("[data-versie-van]");
    if (!place) return;
    const hours = Math.floor((Date.now() / 1000 - Number(place.dataset.versieVan)) / 3600);
    const days = Math.floor(hours / 24);
    if (hours < 0) return;
    place.textContent = hours < 48 ? `(${hours} uur geleden)` : `(${days} dagen geleden)`;
    if (hours < Number(place.dataset.waarschuwNa)) return;
    const warning = make("p", { className: "verouderd", lang: "nl", dir: "ltr" });
    warning.setAttribute("role", "status");
    warning.textContent = `Let op: deze antwoorden zijn ${hours < 48 ? `${hours} uur` : `${days} dagen`} oud. Vraag of de site is bijgewerkt voordat u een bedrag of een tijd noemt.`;
    document.querySelector(".kop").after(warning);
  }

  // ---- An answer code in the search field leads to that answer. Letters and digits as in generator/answer.py; four digits with two
  // letters are a postcode.
  const codeIn = (typed) => {
    const text = typed.trim().toUpperCase();
    return /^[2-8FGKLMQRXZ]{3}[- ]?[2-8FGKLMQRXZ]{3}$/.test(text) && !/^\d{4} ?[A-Z]{2}$/.test(text) ? text.replace(/[- ]/, "") : "";
  };
  if (field) {
    field.accessKey = "z";
    document.addEventListener("submit", (event) => {
      if (event.target !== field.form || !codeIn(field.value)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      location.assign(local(new URL(`${base}code/?code=${codeIn(field.value)}`, location.href)).href);
    }, true);
  }

  // ---- "Antwoord niet gevonden": a ready mail with the words that were typed
  const missed = document.querySelector("[data-niet-gevonden]");
  if (missed && field) {
    const start = missed.href;
    const fill = () => {
      const typed = field.value.trim();
      missed.href = start.replaceAll("ZOEKWOORDEN", () => encodeURIComponent(typed || "(niets getypt)"));
    };
    for (const moment of ["focus", "pointerdown", "click"]) missed.addEventListener(moment, fill, true);
    fill();
  }

  const changed = document.querySelector('.kop__menu a[href$="veranderd/"]');
  if (changed) changed.accessKey = "j";
  const handover = document.querySelector('[data-blok^="kcc-doorverbinden"]');
  if (handover) Object.assign(handover, { tabIndex: -1, accessKey: "o" });
  if (article) {
    offerCopies();
    offerBar();
  }
  listKept();
  offerViews();
  tellAge();
  if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register(`${base}sw.js`)
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => setTimeout(() => { if (!erased) active.postMessage("bewaar"); }, 5000)) // first the page that somebody waits for
      .catch(() => {}); // without it the site works as long as there is a network
  }
  window.antwoordkaartDesk = { base, make, local, codeIn, say, kept };
})();
