// Search in the visitor's own browser: nothing that is typed leaves it. `generator/dutch.py` folds and splits words in the same way.
"use strict";

(() => {
  const field = document.getElementById("zoekveld");
  const list = document.getElementById("zoekresultaten");
  const status = document.getElementById("zoekstatus");
  if (!field) return;
  const base = field.dataset.base;
  const MOST = 20;
  let loading;

  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const wordsOf = (text) => fold(text).match(/[a-z0-9]+/g) || [];

  function script(url) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = url;
      element.onload = resolve;
      element.onerror = () => reject(new Error(url));
      document.head.append(element);
    });
  }

  // The index is made once, at the first use of the field, from plain documents.
  function load() {
    loading ||= Promise.all([
      fetch(`${base}zoeken/documenten.json`).then((answer) => answer.json()),
      script(`${base}assets/lunr.min.js`),
    ]).then(([content]) => ({ ...content, index: indexOf(content) }));
    return loading;
  }

  const termsOf = (text, stems) => wordsOf(text).flatMap((word) => (stems[word] ? [word, stems[word]] : [word]));

  function indexOf({ velden, stammen, documenten }) {
    return window.lunr(function build() {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.tokenizer = (value) => (value || "").split(" ").filter(Boolean).map((word) => new window.lunr.Token(word, {}));
      this.ref("record");
      for (const [name, boost] of Object.entries(velden)) this.field(name, { boost });
      for (const found of documenten) {
        const terms = { record: found.record };
        for (const name of Object.keys(velden)) terms[name] = termsOf(found[name] || "", stammen).join(" ");
        this.add(terms);
      }
    });
  }

  // Exact words count most, then stems, then the beginning of a word, then a typing error in a word that no document has.
  function search({ index, stammen }, query) {
    const words = wordsOf(query);
    const { wildcard } = window.lunr.Query;
    const known = (word) => index.invertedIndex[word] !== undefined;
    return index.query((builder) => {
      for (const word of words) {
        builder.term(word, { boost: 10 });
        if (stammen[word]) builder.term(stammen[word], { boost: 6 });
        if (word.length > 2) builder.term(word, { boost: 2, wildcard: wildcard.TRAILING });
        if (word.length > 4 && !known(word)) builder.term(word, { boost: 3, editDistance: 1 });
      }
    });
  }

  function show(found, documents) {
    const byRecord = new Map(documents.map((one) => [one.record, one]));
    list.replaceChildren(...found.slice(0, MOST).map(({ ref }) => {
      const one = byRecord.get(ref);
      const item = document.createElement("li");
      item.dataset.record = one.record;
      const link = Object.assign(document.createElement("a"), { href: base + one.pad, textContent: one.titel });
      const kind = Object.assign(document.createElement("p"), { className: "soort", textContent: one.soort });
      const short = Object.assign(document.createElement("p"), { textContent: one.kort });
      item.append(link, kind, short);
      return item;
    }));
  }

  async function run(query) {
    if (!query.trim()) return;
    status.textContent = "Zoeken…";
    try {
      const content = await load();
      const found = search(content, query);
      show(found, content.documenten);
      const count = Math.min(found.length, MOST);
      status.textContent = count === 0 ? `Niets gevonden voor “${query}”. Probeer een ander woord, of kijk hieronder.` : `${count} ${count === 1 ? "antwoord" : "antwoorden"} gevonden voor “${query}”.`;
    } catch {
      status.textContent = "Zoeken lukt nu niet. Kijk hieronder, of bel ons.";
    }
  }

  field.addEventListener("focus", () => { load().catch(() => { loading = undefined; }); }, { once: true });
  if (list) {
    const query = new URLSearchParams(window.location.search).get("q") || "";
    field.value = query;
    run(query);
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
      run(field.value);
    });
  }
})();
