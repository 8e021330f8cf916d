// My list: what a visitor chose, kept in this tab alone (sessionStorage) and only after a press, or in the address of the page behind "#",
// which no server gets. The words come from the same JSON of the answers that everybody can read (api/v1).
"use strict";

(() => {
  const STORE = "antwoordkaart.lijst";
  const ITEM = /^(?:[a-z]{2}\/)?(?:producten|organisaties)\/[a-z0-9-]+(?:~aanbod-[a-z0-9-]+)?$/;
  const SHOWN = ["kort-antwoord", "voorwaarden", "meenemen", "kosten", "termijn", "online", "telefoon", "balie", "post", "contact"];
  const element = (name, className = "", text = "") => Object.assign(document.createElement(name), { className, textContent: text });
  const sound = (items) => [...new Set(items)].filter((item) => typeof item === "string" && ITEM.test(item));

  function kept() {
    try {
      return sound(JSON.parse(sessionStorage.getItem(STORE)) || []);
    } catch {
      return [];
    }
  }

  function keep(items) {
    if (items.length) sessionStorage.setItem(STORE, JSON.stringify(items));
    else sessionStorage.removeItem(STORE);
  }

  // ---- Beside an answer, and beside each result of the finder ----
  function offer(place) {
    const { bewaar: item, zet, haal, staat, weg } = place.dataset;
    const [button, status, link] = [place.querySelector("button"), place.querySelector("[role=status]"), place.querySelector("a")];
    const say = () => {
      button.textContent = kept().includes(item) ? haal : zet;
      link.hidden = kept().length === 0;
    };
    button.addEventListener("click", () => {
      const there = kept().includes(item);
      keep(there ? kept().filter((one) => one !== item) : [...kept(), item]);
      status.textContent = there ? weg : staat;
      say();
    });
    say();
    place.hidden = false;
  }
  for (const place of document.querySelectorAll("[data-bewaar]")) if (ITEM.test(place.dataset.bewaar)) offer(place);
  window.antwoordkaartList = { offer };

  // ---- The page of the list ----
  const page = document.querySelector(".mijnlijst");
  if (!page) return;
  const words = page.dataset;
  const cards = page.querySelector(".mijnlijst__kaarten");
  const status = page.querySelector("[role=status]");
  const tools = page.querySelector(".mijnlijst__knoppen");
  const share = tools.querySelector("a");
  const inAddress = () => sound(decodeURIComponent(window.location.hash).replace(/^#lijst=/, "").split(","));

  function line(parts) {
    return parts.map(({ soort, tekst, url, taal }) => {
      const part = element(soort === "link" ? "a" : soort === "nadruk" ? "strong" : "span", "", tekst);
      if (soort === "link") part.href = url.startsWith(`${words.site}/`) ? words.base + url.slice(words.site.length + 1) : url;
      if (taal) part.lang = taal;
      return part;
    });
  }

  function filled(name, parts) {
    const made = document.createElement(name);
    made.append(...line(parts));
    return made;
  }

  function body(content) {
    if (content.soort === "alinea") return filled("p", content.tekst);
    if (content.soort === "gegevens") {
      const pairs = element("dl", "paren");
      pairs.append(...content.gegevens.map(({ naam, waarde }) => {
        const pair = element("div");
        pair.append(element("dt", "", naam), filled("dd", waarde));
        return pair;
      }));
      return pairs;
    }
    if (content.soort === "tabel") return table(content);
    const list = element(content.soort === "stappen" ? "ol" : "ul");
    list.append(...content.punten.map((item) => filled("li", item)));
    return list;
  }

  function table({ titel, koppen, rijen }) {
    const made = element("table");
    if (titel) made.append(element("caption", "", titel));
    const heads = made.createTHead().insertRow();
    heads.append(...koppen.map((head) => Object.assign(element("th", "", head), { scope: "col" })));
    const rows = made.createTBody();
    for (const [first, ...others] of rijen) {
      const row = rows.insertRow();
      const head = filled("th", first);
      head.scope = "row";
      row.append(head, ...others.map((cell) => filled("td", cell)));
    }
    return made;
  }

  const wanted = (block, chosen) => (block.startsWith("aanbod-") ? !chosen || block === chosen : block.startsWith("locatie-") || SHOWN.includes(block));

  async function card(item) {
    const [path, chosen] = item.split("~");
    const found = await (window.antwoordkaartFolder?.read ?? fetch)(`${words.base}api/v1/${path}.json`);
    if (!found.ok) throw new Error(path);
    const answer = await found.json();
    const made = element("article", "mijnlijst__kaart");
    made.lang = answer.taal;
    const heading = element("h2");
    const link = element("a", "", answer.titel);
    link.href = words.base + answer.url.slice(words.site.length + 1);
    heading.append(link);
    made.append(heading);
    for (const block of answer.blokken.filter(({ id }) => wanted(id, chosen))) made.append(element("h3", "", block.kop), ...block.inhoud.map(body));
    made.append(element("p", "mijnlijst__code", `${words.code}: ${answer.antwoordcode}`));
    if (inAddress().length === 0) {
      const button = element("button", "", words.haal);
      button.type = "button";
      button.setAttribute("aria-label", `${words.haal}: ${answer.titel}`);
      button.addEventListener("click", () => {
        keep(kept().filter((one) => one !== item));
        show().then(() => status.focus());
      });
      made.append(button);
    }
    return made;
  }

  async function show() {
    const items = inAddress().length ? inAddress() : kept();
    tools.hidden = items.length === 0;
    share.href = `#lijst=${items.join(",")}`;
    const [, take, erase] = tools.querySelectorAll("button");
    take.hidden = inAddress().length === 0;
    erase.hidden = kept().length === 0;
    const made = await Promise.allSettled(items.map(card));
    cards.replaceChildren(...made.filter(({ value }) => value).map(({ value }) => value));
    const missing = made.filter(({ reason }) => reason).length;
    status.textContent = items.length === 0 ? words.leeg : missing ? words.mist.replace("{aantal}", missing) : words.aantal.replace("{aantal}", items.length);
  }

  status.tabIndex = -1;
  const [print, take, erase] = tools.querySelectorAll("button");
  print.addEventListener("click", () => window.print());
  take.addEventListener("click", () => {
    keep([...new Set([...kept(), ...inAddress()])]);
    window.history.replaceState(null, "", window.location.pathname);
    show().then(() => status.focus());
  });
  erase.addEventListener("click", () => {
    keep([]);
    show().then(() => status.focus());
  });
  window.addEventListener("hashchange", show);
  show();
})();
