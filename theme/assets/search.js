// The search field on every page, and the page of results. The engine (zoeken.js) and the index are loaded when the field is first used.
"use strict";

(() => {
  const field = document.getElementById("zoekveld");
  if (!field) return;
  const list = document.getElementById("zoekresultaten");
  const status = document.getElementById("zoekstatus");
  const { base, start } = field.dataset; // to the root of the site, and from there to the pages in this language
  const agents = document.body.classList.contains("medewerkers");
  const STEP = 10; // results at a time
  const MOST_SUGGESTED = 6;
  const PAUSE = 60; // milliseconds after a key, before suggestions are looked up
  const RECENT = "antwoordkaart.recent";
  const words = field.dataset;

  function make(name, properties = {}, ...children) {
    const { data, ...plain } = properties;
    const element = Object.assign(document.createElement(name), plain);
    Object.assign(element.dataset, data || {});
    element.append(...children);
    return element;
  }

  function script(name) {
    return new Promise((resolve, reject) => {
      document.head.append(make("script", { src: `${base}assets/${name}`, onload: resolve, onerror: () => reject(new Error(name)) }));
    });
  }

  let loading;
  function engine() {
    // A browser lets no page from a folder read another file. The agents' site has copies for that (desk-folder.js); elsewhere the A–Z works.
    if (window.location.protocol === "file:" && !window.antwoordkaartFolder) return Promise.reject(new Error("file"));
    loading ||= Promise.all([script("lunr.min.js"), script("zoeken.js")]).then(async () => {
      const found = window.antwoordkaartZoeken(`${base}${start}zoeken/`);
      await found.load();
      return found;
    });
    return loading.catch((error) => {
      loading = undefined;
      throw error;
    });
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));

  // A text with the words that were asked for marked.
  function marked(text, isMarked) {
    return text.split(/(\s+)/).map((piece) => (piece.trim() && isMarked(piece) ? make("mark", {}, piece) : piece));
  }

  // The last pages that an agent looked at: desk.js keeps them, in this browser alone.
  function recent() {
    try {
      return (JSON.parse(localStorage.getItem(RECENT)) || []).slice(0, MOST_SUGGESTED);
    } catch {
      return [];
    }
  }

  // Suggestions: a combobox with a list (ARIA Authoring Practices), whose options lead straight to the answer.
  const box = make("ul", { id: "zoeksuggesties", className: "suggesties", hidden: true });
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", words.suggesties);
  const told = make("p", { className: "suggesties__aantal" });
  told.setAttribute("role", "status");
  field.type = "text"; // a search field may not be a combobox (ARIA in HTML)
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", box.id);
  field.parentElement.append(box, told);
  let active = -1;

  function go(path) {
    const address = new URL(base + path, window.location.href);
    window.location.href = (window.antwoordkaartFolder?.local(address) ?? address).href;
  }

  function close() {
    box.hidden = true;
    active = -1;
    told.textContent = "";
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function activate(at) {
    const options = [...box.children];
    active = (at + options.length + 1) % (options.length + 1);
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === active)));
    if (active < options.length) {
      field.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function open(suggestions, label) {
    if (suggestions.length === 0) {
      close();
      return;
    }
    box.setAttribute("aria-label", label);
    box.replaceChildren(...suggestions.map(({ pad, titel, soort }, number) => {
      const option = make("li", { id: `zoeksuggestie-${number}`, data: { pad } }, titel);
      if (soort) option.append(" ", make("span", { className: "soort" }, soort));
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }));
    active = suggestions.length;
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.removeAttribute("aria-activedescendant");
    told.textContent = suggestions.length === 1 ? words.suggestieEen : filled(words.suggestieMeer, { aantal: suggestions.length });
  }

  let asked = 0;
  async function suggest() {
    const turn = ++asked;
    const query = field.value.trim();
    if (query.length < 2) {
      if (agents && query === "") open(recent(), "Laatst bekeken");
      else close();
      return;
    }
    try {
      const found = await engine();
      const { numbers } = await found.search(query);
      const documents = await found.documents(numbers.slice(0, MOST_SUGGESTED));
      if (turn === asked && document.activeElement === field) open(documents, words.suggesties);
    } catch {
      close();
    }
  }

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(suggest, PAUSE);
  });
  field.addEventListener("focus", () => engine().catch(() => {}), { once: true });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    const isOpen = !box.hidden;
    if (key === "ArrowDown" || key === "ArrowUp") {
      const first = list?.querySelector("a");
      if (isOpen) activate(key === "ArrowDown" ? (active === box.children.length ? 0 : active + 1) : active - 1);
      else if (agents && key === "ArrowDown" && first) first.focus();
      else suggest();
      event.preventDefault();
    } else if (key === "Escape") {
      if (isOpen) close();
      else field.value = "";
      event.preventDefault();
    } else if (key === "Enter" && isOpen && active < box.children.length) {
      event.preventDefault();
      go(box.children[active].dataset.pad);
    }
  });
  box.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  box.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option.dataset.pad);
  });

  if (list) results();
  if (agents && (list || document.querySelector(".overzicht--home"))) field.focus();

  function results() {
    const needs = document.getElementById("zoeknood");
    const meant = document.getElementById("zoekbedoelde");
    const filters = document.getElementById("zoekfilters");
    const more = document.getElementById("zoekmeer");
    const nothing = document.getElementById("zoekniets");
    const texts = status.dataset;
    let last; // the engine, the question and what was found
    let shown = STEP;

    const chosenIn = (url) => new Map(last.found.filters().map(({ naam }) => [naam, url.getAll(naam)]));
    const has = (filter, number, choices) => choices.length === 0 || filter.keuzesVan[number].some((at) => choices.includes(filter.keuzes[at]));

    function showNeeds(all) {
      needs.replaceChildren(...all.slice(0, 2).map(({ naam, tekst, bellen }) => make("section", { className: "nood", lang: "nl" },
        make("h2", {}, naam), make("p", {}, tekst), make("ul", {}, ...bellen.map(([who, number, href, when]) => make("li", {},
          make("a", { href, className: "knop knop--phone" }, number), ` ${who}`, when ? `, ${when}` : ""))))));
    }

    function showFilters(numbers, chosen) {
      const all = last.found.filters();
      const groups = all.map((filter) => {
        const within = numbers.filter((number) => all.every((other) => other === filter || has(other, number, chosen.get(other.naam))));
        const counts = new Map();
        for (const number of within) for (const at of filter.keuzesVan[number]) counts.set(at, (counts.get(at) || 0) + 1);
        const choices = filter.keuzes.map((choice, at) => [choice, counts.get(at) || 0])
          .filter(([choice, count]) => count > 0 || chosen.get(filter.naam).includes(choice));
        if (choices.length < 2 && chosen.get(filter.naam).length === 0) return null;
        return make("fieldset", { ariaLabel: texts[filter.naam] }, make("legend", {}, texts[filter.naam]), ...choices.map(([choice, count]) => make("label", {},
          make("input", { type: "checkbox", name: filter.naam, value: choice, checked: chosen.get(filter.naam).includes(choice) }),
          ` ${choice} (${count})`)));
      }).filter(Boolean);
      filters.hidden = numbers.length === 0 || groups.length === 0;
      filters.querySelector("div").replaceChildren(...groups);
    }

    // With these filters nothing is left: say what each of them costs.
    function offerWithout(numbers, chosen) {
      const all = last.found.filters();
      return all.flatMap((filter) => chosen.get(filter.naam).map((choice) => {
        const rest = (other) => chosen.get(other.naam).filter((one) => other !== filter || one !== choice);
        const count = numbers.filter((number) => all.every((other) => has(other, number, rest(other)))).length;
        const button = make("button", { type: "button", className: "knop" }, filled(texts.zonder, { keuze: choice, aantal: count }));
        button.addEventListener("click", () => choose(filter.naam, choice, false));
        return make("li", {}, button);
      }));
    }

    function item(one) {
      const link = make("a", { href: base + one.pad }, ...marked(one.titel, last.marked));
      const short = make("p", { className: "resultaat__kort" }, ...marked(one.kort, last.marked));
      const element = make("li", { data: { record: one.record } }, make("h2", {}, link), make("p", { className: "soort" }, one.soort), short);
      const acts = one.acties.map(([text, target]) => make("a", { href: /^\/(?!\/)/.test(target) ? base + target.slice(1) : target }, text));
      if (acts.length) element.append(make("p", { className: "resultaat__acties" }, ...acts.flatMap((act, at) => (at ? [" ", act] : [act]))));
      if (one.loket) element.append(make("p", { className: "resultaat__loket" }, one.loket));
      if (one.momenten) element.append(make("p", { className: "nu", hidden: true, data: { momenten: one.momenten } }));
      return element;
    }

    async function show() {
      if (!last) return; // nothing was asked yet
      const url = new URLSearchParams(window.location.search);
      const chosen = chosenIn(url);
      const all = last.found.filters();
      const { query, numbers } = last;
      const left = numbers.filter((number) => all.every((filter) => has(filter, number, chosen.get(filter.naam))));
      const documents = await last.found.documents(left.slice(0, shown));
      showNeeds(last.needs);
      showFilters(numbers, chosen);
      list.hidden = left.length === 0;
      list.replaceChildren(...documents.map(item));
      document.dispatchEvent(new Event("momenten"));
      more.hidden = left.length <= shown;
      meant.hidden = !last.meant;
      meant.replaceChildren(make("a", { href: `?q=${encodeURIComponent(last.meant)}` }, filled(texts.bedoelde, { vraag: last.meant })));
      const without = left.length === 0 && numbers.length ? offerWithout(numbers, chosen) : [];
      nothing.hidden = left.length > 0;
      nothing.querySelector("ul").replaceChildren(...without);
      nothing.querySelector("ul").hidden = without.length === 0;
      await showNearest(numbers);
      const said = left.length === 0 ? texts.niets : left.length === 1 ? texts.een : texts.meer;
      const first = last.needs.length ? `${last.needs[0].naam} ` : "";
      status.textContent = first + filled(said, { aantal: left.length, vraag: query });
    }

    // Nothing at all: show what begins as the words do.
    async function showNearest(numbers) {
      const near = document.getElementById("zoeknabij");
      const begun = last.found.wordsOf(last.query).filter((word) => word.length > 3).map((word) => word.slice(0, 4)).join(" ");
      const found = numbers.length === 0 && begun ? (await last.found.search(begun)).numbers.slice(0, 3) : [];
      const documents = await last.found.documents(found);
      near.hidden = documents.length === 0;
      near.querySelector("ul").replaceChildren(...documents.map((one) => make("li", {}, make("a", { href: base + one.pad }, one.titel))));
    }

    function choose(name, value, on) {
      const url = new URLSearchParams(window.location.search);
      const others = url.getAll(name).filter((one) => one !== value);
      url.delete(name);
      for (const one of on ? [...others, value] : others) url.append(name, one);
      window.history.replaceState(null, "", `?${url}`);
      shown = STEP;
      const focused = document.activeElement;
      show().then(() => {
        const again = focused?.name && [...filters.querySelectorAll("input")].find((one) => one.name === focused.name && one.value === focused.value);
        (again || (focused?.isConnected ? focused : status)).focus();
      });
    }

    async function run(query) {
      if (!query.trim()) return;
      close();
      asked += 1; // suggestions on their way come too late
      status.textContent = texts.bezig;
      try {
        const found = await engine();
        last = { found, query, ...(await found.search(query)) };
        shown = STEP;
        await show();
      } catch {
        status.textContent = texts.mislukt;
        nothing.hidden = false;
      }
    }

    filters.addEventListener("change", ({ target }) => choose(target.name, target.value, target.checked));
    filters.querySelector("button").addEventListener("click", () => {
      window.history.replaceState(null, "", `?q=${encodeURIComponent(last.query)}`);
      show().then(() => status.focus());
    });
    more.addEventListener("click", () => {
      const at = shown;
      shown += STEP;
      show().then(() => list.children[at]?.querySelector("a").focus());
    });
    list.addEventListener("keydown", (event) => {
      if (!agents || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
      const links = [...list.querySelectorAll("h2 a")];
      const here = event.target.closest("#zoekresultaten > li");
      const next = [...list.children].indexOf(here) + (event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      (event.key === "Escape" || next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
    });
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
      run(field.value);
    });
    const query = new URLSearchParams(window.location.search).get("q") || "";
    field.value = query;
    run(query);
  }
})();
