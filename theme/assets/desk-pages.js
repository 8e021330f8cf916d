// What only some pages for agents need: look up an answer code, put two answers side by side, and choose among changes.
"use strict";

(() => {
  const { base, make, local, codeIn } = window.antwoordkaartDesk;
  const asked = new URLSearchParams(location.search);

  // ---- /code/?code=
  const question = document.querySelector("[data-code-vraag]");
  let codes; // by code: title, path, and whether it is of now
  async function look() {
    const status = document.querySelector("[data-code-status]");
    const code = codeIn(question.code.value);
    if (!question.code.value.trim()) return;
    if (!code) {
      status.textContent = "Dit is geen antwoordcode. Een code heeft zes tekens, zonder nul, één, O of I.";
      return;
    }
    const shown = `${code.slice(0, 3)}-${code.slice(3)}`;
    try {
      codes ??= await (window.antwoordkaartFolder?.read ?? fetch)(`${base}code/codes.json`).then((answer) => answer.json());
    } catch {
      status.textContent = "De codes zijn nu niet te lezen. Kies hieronder het eerste teken.";
      return;
    }
    if (!codes[shown]) {
      status.textContent = `De code ${shown} kennen wij niet. Lees hem nog eens voor: er staan geen nul, één, O of I in.`;
      return;
    }
    const [title, path, current] = codes[shown];
    const link = make("a", { href: local(new URL(base + path, location.href)).href, textContent: title });
    status.replaceChildren(`${shown}: `, link, current ? ". De tekst is sindsdien niet veranderd." : ". De tekst is sindsdien veranderd.");
    link.focus();
  }
  if (question) {
    question.hidden = false;
    question.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?code=${encodeURIComponent(question.code.value.trim())}`);
      look();
    });
    question.code.value = asked.get("code") ?? "";
    look();
  }

  // ---- /naast/?a=producten/x/&b=producten/y/
  const choice = document.querySelector("form[data-naast]");
  const clean = (path) => (/^(?:[a-z0-9-]+\/){2,3}$/.test(path ?? "") ? path : "");

  function fetched(url) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest(); // gives a document without text that becomes HTML here
      request.responseType = "document";
      request.addEventListener("load", () => (request.response && request.status < 400 ? resolve(request.response) : reject(new Error(url))));
      request.addEventListener("error", () => reject(new Error(url)));
      request.open("GET", url);
      request.send();
    });
  }
  function adopted(page, url, side) {
    const article = document.importNode(page.querySelector("article[data-antwoord]"), true);
    for (const part of article.querySelectorAll(".werkbalk, .inhoud, .inhoudsopgave, .folders, .melden")) part.remove();
    for (const link of article.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), url).href;
    for (const one of article.querySelectorAll("[id]")) one.id = `${side}-${one.id}`;
    for (const aside of article.querySelectorAll("aside")) {
      const plain = make("div", { className: aside.className }); // twice the same landmarks would only be in the way
      plain.append(...aside.childNodes);
      aside.replaceWith(plain);
    }
    for (const one of article.querySelectorAll("section")) one.removeAttribute("aria-labelledby");
    for (const one of article.querySelectorAll("[aria-labelledby]")) one.setAttribute("aria-labelledby", `${side}-${one.getAttribute("aria-labelledby")}`);
    for (const one of article.querySelectorAll("[accesskey]")) one.removeAttribute("accesskey");
    for (const heading of article.querySelectorAll("h2, h3")) {
      const lower = make(heading.localName === "h2" ? "h3" : "h4", heading.id ? { id: heading.id } : {});
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
    const title = article.querySelector("h1");
    const link = make("a", { href: url, textContent: title.textContent });
    const head = make("h2", {});
    head.append(link);
    title.replaceWith(head);
    return article;
  }
  async function beside() {
    const place = document.querySelector("[data-naast-plaats]");
    const status = document.querySelector("[data-naast-status]");
    const paths = [clean(choice.a.value), clean(choice.b.value)];
    status.textContent = "";
    const sides = await Promise.all(paths.map(async (path, number) => {
      const side = make("section", {});
      side.setAttribute("aria-label", number ? "Rechts" : "Links");
      if (!path) return null;
      const url = local(new URL(base + path, location.href)).href;
      try {
        side.append(adopted(await (window.antwoordkaartFolder?.page ?? fetched)(url), url, number ? "b" : "a"));
      } catch {
        status.textContent = "De antwoorden kunnen hier niet samen worden getoond. Open ze met de links in twee vensters.";
        const option = [...choice.a.options].find(({ value }) => value === path);
        side.append(make("a", { href: url, textContent: option?.textContent ?? path, target: "_blank", rel: "noopener" }));
      }
      return side;
    }));
    place.replaceChildren(...sides.filter(Boolean));
  }
  if (choice) {
    choice.hidden = false;
    choice.b.append(...[...choice.a.options].slice(1).map((option) => option.cloneNode(true)));
    choice.a.value = clean(asked.get("a"));
    choice.b.value = clean(asked.get("b"));
    choice.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?a=${encodeURIComponent(choice.a.value)}&b=${encodeURIComponent(choice.b.value)}`);
      beside();
    });
    beside();
  }

  // ---- /veranderd/: since when, for which team, about what; remembered in this browser alone
  const sieve = document.querySelector("form[data-kies]");
  const CHOSEN = "antwoordkaart.veranderd";
  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(CHOSEN)) ?? {};
    } catch {
      return {};
    }
  };
  const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(Date.now());
  function sift(last) {
    const { sinds, team, thema } = Object.fromEntries(new FormData(sieve));
    const from = sinds === "vorige" ? last : sinds && new Date(Date.parse(today()) - Number(sinds) * 86400000).toISOString().slice(0, 10);
    const has = (value, list) => !value || list.split("|").includes(value);
    const all = [...document.querySelectorAll(".wijziging[data-dag]")];
    for (const one of all) one.hidden = !((!from || one.dataset.dag >= from) && has(team, one.dataset.team) && has(thema, one.dataset.thema));
    for (const day of document.querySelectorAll("[data-veranderd] > section:has(> .wijziging)")) day.hidden = !day.querySelector(".wijziging:not([hidden])");
    const count = all.filter((one) => !one.hidden).length;
    const further = document.querySelector(".bladen [aria-current]")?.parentElement.nextElementSibling;
    const goesOn = further && (!from || all.at(-1)?.dataset.dag >= from) ? ` Meer op ${further.textContent.toLowerCase()}.` : "";
    document.querySelector("[data-kies-status]").textContent = `${count} ${count === 1 ? "verandering" : "veranderingen"} op deze pagina.${goesOn}`;
  }
  if (sieve) {
    const before = remembered();
    const { sinds, team, thema } = sieve; // what will change has no "since"
    if (before.dag && sinds) {
      sinds.options[0].after(make("option", { value: "vorige", textContent: "uw vorige dienst" }));
      sinds.value = "vorige";
    }
    for (const [list, chosen] of [[team, before.team], [thema, before.thema]]) {
      if ([...list.options].some(({ value }) => value === chosen)) list.value = chosen;
    }
    // The first visit of a day ends the shift before: what was read then is not new any more.
    const last = before.dag === today() ? before.vorige : before.dag;
    const remember = () => {
      const read = sinds ? { dag: today(), vorige: last ?? "" } : { dag: before.dag, vorige: before.vorige };
      try {
        localStorage.setItem(CHOSEN, JSON.stringify({ ...read, team: team.value, thema: thema.value }));
      } catch { /* a browser that keeps nothing */ }
    };
    sieve.hidden = false;
    sieve.addEventListener("change", () => { sift(last); remember(); });
    sieve.addEventListener("submit", (event) => { event.preventDefault(); sift(last); });
    sift(last);
    remember();
  }
})();
