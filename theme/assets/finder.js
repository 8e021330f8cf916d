// The finder of the sociale kaart: filters, counts and distance, all in the visitor's own browser. Nothing that is chosen leaves it, and a
// location that the browser gives is kept in memory alone. `generator/channels/finder.py` writes the data that are read here.
"use strict";

(() => {
  const form = document.querySelector(".wijzer__vorm");
  if (!form) return;
  const words = form.dataset;
  const status = document.getElementById("wijzer-status");
  const list = document.getElementById("wijzer-resultaten");
  const drops = document.querySelector(".wijzer__laat-weg");
  const more = document.querySelector(".wijzer__meer");
  const notice = document.getElementById("wijzer-plek-melding");
  const { postcode, wijk } = form.elements;
  // Beside each choice comes how much it gives.
  function counted(label) {
    const count = Object.assign(document.createElement("span"), { className: "wijzer__aantal" });
    label.append(" ", count);
    return count;
  }
  const groups = [...form.querySelectorAll("[data-groep]")].map((set) => ({
    id: set.dataset.groep,
    name: set.querySelector("legend").textContent,
    boxes: [...set.querySelectorAll("input")],
    counts: [...set.querySelectorAll("label")].map(counted),
  }));
  const STEP = 20; // results that are shown at a time
  const EARTH = 6371000; // metres, as in generator/postcodes.py
  const NEAREST = 5000; // metres; who is further from every postcode is not in the municipality
  const DAY = 4; // parts of a day, as in generator/offer.py
  const EASE = ["vrij", "aanmelden", "verwijzing", "indicatie"]; // what asks least of someone comes first
  // Who comes to you, or helps by telephone, is near everyone it works for: as near as a place at so many metres.
  const REACH = { wijk: 250, gemeente: 500, regio: 2000, landelijk: 4000 };
  let loading;
  let here = null; // what the browser says, after a press
  let found = [];
  let shown = 0;

  const read = window.antwoordkaartFolder?.read ?? fetch;
  const json = (name) => read(`${words.base}sociale-kaart/${name}.json`).then((answer) => {
    if (!answer.ok) throw new Error(name);
    return answer.json();
  });

  function load() {
    loading ||= Promise.all([json("aanbod"), json("plaatsen")]).then(([content, areas]) => ({ areas, offers: unfolded(content) }));
    loading.catch(() => { loading = undefined; });
    return loading;
  }

  // "o30,510 …" are steps of minutes from `begin`; page.js reads moments in full.
  function moments(steps, known) {
    let at = Number(known.split("-")[0]);
    const full = steps.split(" ").filter(Boolean).map((step) => {
      const [gap, length] = step.slice(1).split(",").map(Number);
      const begin = at + gap;
      at = begin + length;
      return `${step[0]}${begin}-${at}`;
    });
    return [...full, `t${known}`].join(" ");
  }

  function unfolded({ bekend, tijden, organisaties }) {
    const codes = tijden.map((steps) => moments(steps, bekend));
    const collator = new Intl.Collator(document.documentElement.lang);
    return organisaties.flatMap((organisation) => organisation.aanbod.map((offer) => {
      const spots = offer.plekken.map((number) => organisation.plekken[number]);
      const hours = offer.tijd === undefined ? spots.filter(({ tijd }) => tijd !== undefined).map(({ tijd }) => tijd) : [offer.tijd];
      return { ...offer, organisation, spots, hours: [...new Set(hours)].map((number) => codes[number]), code: (tijd) => codes[tijd] };
    })).sort((one, other) => EASE.indexOf(one.toegang) - EASE.indexOf(other.toegang) || collator.compare(one.titel, other.titel));
  }

  const isOpen = (offer, now) => offer.hours.some((code) => window.antwoordkaartNow.told(window.antwoordkaartNow.read(code), now)[0] === "open");

  function bits(days, parts) {
    let mask = 0;
    for (const day of days) for (const part of parts) mask |= 1 << (Number(day) * DAY + Number(part));
    return mask;
  }
  const DAYS = [0, 1, 2, 3, 4, 5, 6];
  const PARTS = [0, 1, 2, 3];

  // Whether an offer has a value of a group. Day and part of day must hold together, so they look at what is chosen in the other.
  const HAS = {
    leefdomein: (offer, value) => offer.organisation.leefdomeinen.includes(value),
    doelgroep: (offer, value) => offer.doelgroepen.includes(value),
    leeftijd: ({ leeftijd: [from, to] }, value) => {
      const [low, high] = value.split("-").map(Number);
      return (from ?? 0) <= high && (to ?? 120) >= low;
    },
    kosten: (offer, value) => offer.betalen === value,
    toegang: (offer, value) => offer.toegang === value,
    nu: (offer, _, __, now) => isOpen(offer, now),
    dag: (offer, value, chosen) => (offer.week & bits([value], chosen.dagdeel.length ? chosen.dagdeel : PARTS)) !== 0,
    dagdeel: (offer, value, chosen) => (offer.week & bits(chosen.dag.length ? chosen.dag : DAYS, [value])) !== 0,
    manier: (offer, value) => offer.manier.includes(value),
    taal: (offer, value) => offer.talen.includes(value),
    rolstoel: (offer) => offer.spots.some(({ rolstoel }) => rolstoel),
  };

  function metres([north, east], [otherNorth, otherEast]) {
    const radians = (degrees) => degrees * Math.PI / 180;
    const half = Math.sin(radians(otherNorth - north) / 2) ** 2
      + Math.cos(radians(north)) * Math.cos(radians(otherNorth)) * Math.sin(radians(otherEast - east) / 2) ** 2;
    return 2 * EARTH * Math.asin(Math.sqrt(half));
  }

  // From where is measured, and in which neighbourhood that is; null where nothing is known or asked.
  function position(areas) {
    const typed = postcode.value.toUpperCase().replace(/\s/g, "");
    notice.textContent = "";
    postcode.removeAttribute("aria-invalid");
    if (here) {
      const near = Object.entries(areas).flatMap(([id, { postcodes }]) => Object.values(postcodes).map((at) => ({ id, away: metres(here, at) })))
        .sort((one, other) => one.away - other.away)[0];
      notice.textContent = words.locatieAan;
      return { at: here, wijk: near && near.away < NEAREST ? near.id : "" };
    }
    if (typed) {
      for (const code of [typed, typed.slice(0, 4)]) {
        const [id, area] = Object.entries(areas).find(([, { postcodes }]) => postcodes[code]) || [];
        if (area && /^\d{4}([A-Z]{2})?$/.test(typed)) return { at: area.postcodes[code], wijk: id };
      }
      notice.textContent = words.onbekend;
      postcode.setAttribute("aria-invalid", "true");
    }
    const area = areas[wijk.value];
    if (!area) return null;
    const places = Object.entries(area.postcodes).filter(([code]) => code.length === 4).map(([, at]) => at);
    const middle = [0, 1].map((side) => places.reduce((sum, at) => sum + at[side], 0) / places.length);
    return { at: places.length ? middle : null, wijk: wijk.value };
  }

  const serves = ({ organisation }, from) => !from?.wijk || organisation.gebied !== "wijk" || organisation.wijken.includes(from.wijk);

  function nearest(offer, from) {
    if (!from?.at) return { away: null, spot: offer.spots[0] };
    const measured = offer.spots.filter(({ op }) => op).map((spot) => ({ spot, away: metres(from.at, spot.op) }));
    return measured.sort((one, other) => one.away - other.away)[0] || { away: null, spot: offer.spots[0] };
  }

  // How near an offer counts as: by its place, or by its reach where it needs none.
  function nearness({ offer, away }) {
    const reach = REACH[offer.organisation.gebied];
    const comes = offer.manier.some((manner) => manner !== "op-locatie") || !offer.spots.length;
    return Math.min(away ?? Infinity, comes ? reach : Infinity);
  }

  // One walk over all offers gives the results, the count of each choice, and what dropping a group would give.
  function sift(offers, from) {
    const now = Math.floor(Date.now() / 60000);
    const chosen = Object.fromEntries(groups.map(({ id, boxes }) => [id, boxes.filter(({ checked }) => checked).map(({ value }) => value)]));
    const counts = groups.map(({ boxes }) => boxes.map(() => 0));
    const dropped = groups.map(() => 0);
    let anywhere = 0;
    const results = [];
    const free = { ...chosen, dag: [], dagdeel: [] };
    const passes = (offer, id, among) => !chosen[id].length || chosen[id].some((value) => HAS[id](offer, value, among, now));
    for (const offer of offers) {
      const failing = groups.filter(({ id }) => !passes(offer, id, chosen)).map(({ id }) => id);
      const there = serves(offer, from);
      if (!failing.length && there) results.push({ offer, ...nearest(offer, from) });
      if (!failing.length) anywhere += 1;
      if (!there) continue;
      groups.forEach(({ id, boxes }, number) => {
        const pair = id === "dag" ? "dagdeel" : id === "dagdeel" ? "dag" : "";
        if (!failing.every((other) => other === id || other === pair)) return;
        if (passes(offer, pair || id, pair ? free : chosen) || !pair) dropped[number] += 1;
        boxes.forEach(({ value }, option) => { if (HAS[id](offer, value, chosen, now)) counts[number][option] += 1; });
      });
    }
    if (from?.at) results.sort((one, other) => nearness(one) - nearness(other));
    return { results, counts, dropped, anywhere, chosen };
  }

  const element = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

  function distance(away) {
    const rounded = away < 950 ? Math.max(50, Math.round(away / 50) * 50) : (away / 1000).toFixed(1).replace(".", words.komma);
    return (away < 950 ? words.meters : words.kilometers).replace("{afstand}", rounded);
  }

  function item({ offer, away, spot }) {
    const entry = document.createElement("li");
    entry.dataset.record = offer.organisation.record;
    const link = element("a", "", offer.titel);
    link.href = `${words.base}${offer.organisation.pad}#${offer.blok}`;
    entry.append(link, element("p", "soort", offer.organisation.titel), element("p", "", offer.kort));
    const hours = offer.tijd ?? spot?.tijd;
    if (hours !== undefined) {
      const line = element("p", "nu", "");
      line.hidden = true;
      line.dataset.momenten = offer.code(hours);
      entry.append(line);
    } else if (spot) {
      entry.append(element("p", "", words.tijdenOnbekend));
    }
    const facts = element("ul", "wijzer__feiten", "");
    const where = spot ? `${spot.naam}, ${spot.adres}` : offer.organisation.werktVoor && `${words.werktVoor}: ${offer.organisation.werktVoor}`;
    if (where) facts.append(element("li", "", where));
    if (away !== null) facts.append(element("li", "wijzer__afstand", distance(away)));
    facts.append(...[...offer.kosten, offer.binnenkomen].map((text) => element("li", "", text)));
    entry.append(facts);
    if (!offer.organisation.gevoelig) {
      const save = document.getElementById("wijzer-bewaar").content.firstElementChild.cloneNode(true);
      save.dataset.bewaar = `organisaties/${offer.organisation.record.split(":")[1]}~${offer.blok}`;
      save.querySelector("button").setAttribute("aria-describedby", link.id = `wijzer-${offer.organisation.record.split(":")[1]}-${offer.blok}`);
      window.antwoordkaartList.offer(save);
      entry.append(save);
    }
    return entry;
  }

  function show(count) {
    const next = found.slice(shown, count).map(item);
    list.append(...next);
    shown = Math.min(count, found.length);
    list.hidden = shown === 0;
    more.hidden = shown === found.length;
    window.antwoordkaartNow.tell();
    return next[0];
  }

  function offerDrops({ dropped, anywhere, chosen }, from) {
    const ways = groups.map((group, number) => ({ name: group.name, count: dropped[number], clear: () => group.boxes.forEach((box) => { box.checked = false; }), used: chosen[group.id].length }));
    ways.push({ name: form.querySelector(".wijzer__plek legend").textContent, count: anywhere, used: from !== null, clear: () => { postcode.value = ""; wijk.value = ""; here = null; } });
    const useful = ways.filter(({ used, count }) => used && count).sort((one, other) => other.count - one.count);
    drops.replaceChildren(...useful.map(({ name, count, clear }) => {
      const way = document.createElement("li");
      const button = element("button", "", words.laatWeg.replace("{groep}", () => name.trim()).replace("{aantal}", count));
      button.type = "button";
      button.addEventListener("click", () => { clear(); run().then(() => status.focus()); });
      way.append(button);
      return way;
    }));
    drops.hidden = useful.length === 0;
  }

  const asked = () => here !== null || [...new FormData(form).values()].some(Boolean);

  async function run(always = false) {
    status.textContent = words.bezig;
    try {
      const { offers, areas } = await load();
      const from = position(areas);
      const sifted = sift(offers, from);
      groups.forEach(({ counts }, number) => counts.forEach((count, option) => { count.textContent = `(${sifted.counts[number][option]})`; }));
      list.replaceChildren();
      shown = 0;
      found = always || asked() ? sifted.results : [];
      show(STEP);
      window.antwoordkaartMap?.tell(found);
      drops.hidden = true;
      if (found.length === 0 && (always || asked())) offerDrops(sifted, from);
      const { niets, een, meer } = words;
      status.textContent = !(always || asked()) ? "" : found.length === 0 ? niets : found.length === 1 ? een : meer.replace("{aantal}", found.length);
    } catch (error) {
      console.error(error);
      status.textContent = words.mislukt;
    }
  }

  function remember() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    window.history.replaceState(null, "", query.size ? `?${query}` : window.location.pathname);
  }

  function restore() {
    const query = new URLSearchParams(window.location.search);
    postcode.value = query.get("postcode") || "";
    wijk.value = query.get("wijk") || "";
    if (wijk.selectedIndex < 0) wijk.value = "";
    for (const { id, boxes } of groups) for (const box of boxes) box.checked = query.getAll(id).includes(box.value);
    if (groups.some(({ id, boxes }) => id !== "leefdomein" && boxes.some(({ checked }) => checked))) form.querySelector("details").open = true;
    return asked();
  }

  form.closest(".wijzer").hidden = false;
  status.tabIndex = -1;
  form.addEventListener("focusin", () => { if (!loading) run(); }, { once: true });
  form.addEventListener("change", ({ target }) => {
    if (target === postcode || target === wijk) here = null;
    remember();
    run();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    run(true).then(() => status.focus());
  });
  more.addEventListener("click", () => show(shown + STEP)?.querySelector("a").focus());

  const locate = form.querySelector(".wijzer__locatie");
  if (navigator.geolocation) {
    locate.hidden = false;
    document.getElementById("wijzer-locatie-uitleg").hidden = false;
    locate.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        here = [coords.latitude, coords.longitude];
        postcode.value = "";
        wijk.value = "";
        remember();
        run();
      },
      () => { notice.textContent = words.locatieMislukt; },
    ));
  }

  if (restore()) run();
})();
