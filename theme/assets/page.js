// What only the visitor's own clock and keys can do: say whether it is open now, and leave a page without a trace of the way back.
"use strict";

(() => {
  const words = document.body.dataset;
  const ZONE = "Europe/Amsterdam";
  const AHEAD = 14 * 24 * 60; // minutes; what opens later than that is not told
  const SOON = 60; // minutes; within an hour they are counted, but for the last one

  // "o29700030-29700540 a… u… t29690000-29760000": open, by appointment, unknown, and where all this is known; in minutes since 1970.
  function read(code) {
    const moments = code.split(" ").map((part) => {
      const [begin, end] = part.slice(1).split("-").map(Number);
      return { state: part[0], begin, end };
    });
    return { known: moments.pop(), moments };
  }

  const parts = (minutes, options) => Object.fromEntries(
    new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: ZONE, ...options })
      .formatToParts(minutes * 60000).map(({ type, value }) => [type, value]),
  );

  function time(minutes) {
    const { hour, minute } = parts(minutes, { hour: "numeric", minute: "2-digit", hourCycle: "h23" });
    return words.tijd.replace("{uur}", Number(hour)).replace("{minuten}", minute);
  }

  const dayOf = (minutes) => new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(minutes * 60000);

  function when(minutes, now) {
    const day = dayOf(minutes);
    if (day === dayOf(now)) return words.nuVandaag;
    const tomorrow = new Date(`${dayOf(now)}T12:00:00Z`);
    tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
    if (day === tomorrow.toISOString().slice(0, 10)) return words.nuMorgen;
    const { weekday, month, day: number } = parts(minutes, { weekday: "long", day: "numeric", month: "long" });
    return minutes - now < 6 * 24 * 60 ? weekday : `${weekday} ${number} ${month}`;
  }

  const soon = (said, left) => (left > 1 && left <= SOON ? said.replace("{minuten}", left) : "");

  // The same as `status_at` in generator/openings.py: silent where anything is not known for certain.
  function told({ known, moments }, now) {
    if (now < known.begin || now + AHEAD > known.end) return ["", ""];
    const [first, second] = moments.filter(({ end }) => end > now);
    if (first && first.begin <= now) {
      if (first.state !== "o") return ["", ""];
      const closes = !second || second.begin !== first.end;
      if (!closes || first.end - now > AHEAD) return ["open", words.nuOpen];
      return ["open", soon(words.nuSluitOver, first.end - now) || words.nuOpenTot.replace("{tijd}", time(first.end))];
    }
    if (!first || first.state !== "o" || first.begin - now > AHEAD) return ["dicht", words.nuDicht];
    const opens = soon(words.nuOpentOver, first.begin - now);
    if (opens) return ["dicht", opens];
    return ["dicht", words.nuDichtTot.replace("{wanneer}", when(first.begin, now)).replace("{tijd}", time(first.begin))];
  }

  function tell() {
    const now = Math.floor(Date.now() / 60000);
    for (const line of document.querySelectorAll("[data-momenten]")) {
      const [state, text] = told(read(line.dataset.momenten), now);
      line.textContent = text;
      line.dataset.nu = state;
      line.hidden = text === "";
    }
  }
  tell();
  setInterval(tell, 60000);
  document.addEventListener("momenten", tell); // search has shown results that say when they are open
  window.antwoordkaartNow = { read, told, tell };

  // The first row of the coming days is the day that the page speaks for.
  function markToday() {
    const first = document.querySelector("[data-peildatum]")?.dataset.peildatum;
    const today = (Date.parse(dayOf(Date.now() / 60000)) - Date.parse(first)) / 86400000;
    for (const body of document.querySelectorAll(".blok--deze-week tbody")) {
      const row = body.rows[today];
      if (!row) continue;
      row.setAttribute("aria-current", "date");
      const word = Object.assign(document.createElement("span"), { className: "vandaag", textContent: words.nuVandaag });
      row.cells[0].append(" ", word);
    }
  }
  markToday();

  // Without this the link works as any link; with it, "back" does not lead here.
  for (const link of document.querySelectorAll("[data-verlaat]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      window.location.replace(link.href);
    });
  }
})();
