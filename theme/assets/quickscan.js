// The quick scan: gathers what the answers of one caller lead to. The answers stand in the fragment of the address, which no server
// sees, and nowhere else.
"use strict";

(() => {
  const scan = document.querySelector("[data-scan]");
  const asked = scan?.querySelector("[data-scan-vragen]");
  if (!asked) return;
  const make = (tag, settings) => Object.assign(document.createElement(tag), settings);
  const found = scan.querySelector("[data-scan-gevonden]");
  const status = scan.querySelector("[data-scan-status]");
  const list = scan.querySelector("[data-scan-lijst]");
  const records = new Map([...scan.querySelector("[data-scan-records]").content.querySelectorAll("[data-record]")]
    .map((item) => [item.dataset.record, item]));
  const domains = [...asked.querySelectorAll("[data-domein]")].map((part) => ({
    title: part.querySelector("h2").textContent,
    questions: [...part.querySelectorAll("[data-vraag]")],
  }));
  const questions = domains.flatMap((domain) => domain.questions);
  const chosen = (question) => question.querySelector("input:checked")?.value ?? "";

  // Each record once, at the domain that names it first; that names the other domains too.
  function gathered() {
    const titles = new Map();
    for (const domain of domains) {
      for (const question of domain.questions) {
        if (chosen(question) !== question.dataset.bij) continue;
        for (const key of question.dataset.records.split(" ")) {
          if (records.has(key)) titles.set(key, (titles.get(key) ?? new Set()).add(domain.title));
        }
      }
    }
    return titles;
  }
  function item(key, [, ...others]) {
    const shown = document.importNode(records.get(key), true);
    if (others.length) shown.append(make("p", { textContent: `Helpt ook bij: ${others.join(", ")}.` }));
    return shown;
  }
  function part(title, titles) {
    const own = [...titles].filter(([, [first]]) => first === title);
    if (!own.length) return [];
    const items = make("ul", {});
    items.append(...own.map(([key, at]) => item(key, [...at])));
    return [make("h3", { textContent: title }), items];
  }
  function told(count, answered) {
    if (!answered) return "Nog geen antwoorden.";
    if (!count) return "Hier hoort nog niets bij.";
    return count === 1 ? "1 mogelijkheid." : `${count} mogelijkheden.`;
  }
  function show() {
    const titles = gathered();
    for (const question of questions) {
      if (chosen(question)) question.dataset.antwoord = chosen(question);
      else delete question.dataset.antwoord;
    }
    const answered = questions.filter(chosen).length;
    scan.toggleAttribute("data-beantwoord", answered > 0);
    list.replaceChildren(...domains.flatMap(({ title }) => part(title, titles)));
    status.textContent = told(titles.size, answered);
  }
  function write() {
    const told = new URLSearchParams(questions.filter(chosen).map((question) => [question.dataset.vraag, chosen(question)])).toString();
    history.replaceState(null, "", told ? `#${told}` : location.pathname + location.search);
  }
  function read() {
    const told = new URLSearchParams(location.hash.slice(1));
    for (const question of questions) {
      const value = told.get(question.dataset.vraag);
      const wanted = value === "ja" || value === "nee" ? value : "";
      for (const choice of question.querySelectorAll("input")) choice.checked = choice.value === wanted;
    }
    show();
  }

  asked.addEventListener("change", () => { show(); write(); });
  scan.querySelector("[data-scan-print]").addEventListener("click", () => window.print());
  scan.querySelector("[data-scan-wis]").addEventListener("click", () => {
    history.replaceState(null, "", location.pathname + location.search);
    read();
    asked.querySelector("input:checked").focus();
  });
  // A link within the page, such as to its content, has no answers in its fragment and leaves those given as they are.
  window.addEventListener("hashchange", () => { if (location.hash.includes("=")) read(); });
  scan.setAttribute("data-actief", "");
  found.hidden = false;
  read();
})();
