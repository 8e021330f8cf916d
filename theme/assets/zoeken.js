// The engine of search, loaded when the field is used for the first time. It reads the index in parts, and what is typed stays in the browser.
// `generator/dutch.py`, `generator/search/` and `generator/finding.py` do the same in Python; tests compare what both find, word for word.
"use strict";

window.antwoordkaartZoeken = (folder) => {
  const ENDINGS = ["en", "s", "e", "n", "t", "er", "je", "jes", "tje", "tjes", "d", "de", "te", "den", "ten", "ing", "ingen", "nen", "ers"];
  const PARTICLES = ["aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "terug", "toe", "uit", "voor", "weg"];
  const PARTICIPLE = new RegExp(`^(${PARTICLES.join("|")}|)ge(.{3,})(?:t|d|(?<=e)n)$`);
  const GOES_ON = ["en", "als", "want", "maar", "of", "omdat", "dan", "wat", "hoe", "wanneer", "voor", "bij", "met"];
  const LINKS = ["", "s", "e", "en", "n"];
  const SOUNDS = [
    [/ij|ei|ey|y/g, "y"], [/ou|auw|ouw/g, "au"], [/ph/g, "f"], [/th/g, "t"], [/sch(?=e?$)/g, "s"], [/ch/g, "g"], [/ck|q/g, "k"],
    [/c(?=[eiy])/g, "s"], [/c/g, "k"], [/x/g, "ks"], [/z/g, "s"], [/v/g, "f"], [/dt$|d$/g, "t"], [/(.)\1+/g, "$1"],
  ];
  const FIELDS = ["naam", "alleen", "woorden", "kort", "rest", "kcc"];
  const WEIGHTS = [0.7, 0.45, 0.6, 0.35, 0.22, 0.2];
  const OUTRIGHT = [0.7, 0.3, 0.4, 0, 0, 0];
  const NOTHING = [0, 0, 0, 0, 0, 0];
  const LENGTH = 8;
  const LATER = { keuzehulp: 0.8, loket: 0.72, vraag: 0.72 };
  const MISTYPED = 0.85, PER_ERROR = 0.12, OTHER = 0.9, BEGINNING = 0.6, HALF = 0.6, LAST_PART = 0.5, FIRST_PART = 0.42, SHORTENED = 0.7;
  const IN_PASSING = 0.6, IN_FULL = 0.7, FAINT = 0.45, RARE = 1.3, HALF_PHRASE = 0.8, MEANT = 0.77, ONCE = 0.9, MORE = 0.75, TOGETHER = 0.25;
  const COVERED = 0.85, UNCOVERED = 0.5, IN_TITLE = 0.25, JUST_THAT = 1.15, ALONE = 2;
  const LONG = 9, BEGUN = 6, LONGER = 7, LONG_SHORTENED = 8;
  const LOWEST = 63;

  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const wordsOf = (text) => fold(text).match(/[a-z0-9]+/g) || [];
  const sound = (word) => SOUNDS.reduce((heard, [spelled, sounds]) => heard.replace(spelled, sounds), word);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const unique = (values) => [...new Set(values)];

  function light(word) {
    if (word.length <= 3) return word;
    const heard = sound(word);
    const shorter = heard.replace(/(?:tjes?|jes?|en|es|e|s)$/, "");
    return shorter.length >= 3 ? shorter : heard;
  }

  let core;
  let words;
  let known;
  let typedOnly; // words that no answer has, and that editors say people type
  const parts = new Map(); // by where they start: the words of each and what phrases mean, once they are there
  const pages = new Map(); // answers as results show them, by file
  const sounds = new Map();
  const soundOf = (word) => {
    if (!sounds.has(word)) sounds.set(word, sound(word));
    return sounds.get(word);
  };

  async function got(path) {
    const answer = await (window.antwoordkaartFolder?.read ?? fetch)(folder + path);
    if (!answer.ok) throw new Error(path);
    return answer;
  }

  function unpacked(told) {
    let before = "";
    return told === "" ? [] : told.split(" ").map((piece) => {
      before = before.slice(0, parseInt(piece[0], 36)) + piece.slice(1);
      return before;
    });
  }

  let loading;
  function load() {
    loading ||= got("kern.json").then((answer) => answer.json()).then((told) => {
      core = { ...told, stil: new Set(told.stil), zwak: new Set(told.zwak) };
      for (const filter of core.filters) {
        filter.keuzesVan = filter.van.split(",").map((of) => (of === "" ? [] : of.split(" ").map(Number)));
      }
      const every = unpacked(told.woorden);
      words = every.filter((word) => !word.endsWith("!"));
      known = new Set(words);
      typedOnly = new Set(every.filter((word) => word.endsWith("!")).map((word) => word.slice(0, -1)));
    });
    return loading.catch((error) => {
      loading = undefined;
      throw error;
    });
  }

  function startOf(word) {
    let low = 0;
    let high = core.delen.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (core.delen[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return core.delen[Math.max(0, low - 1)];
  }

  const partOf = (word) => parts.get(startOf(word))?.words;

  function stemmed(word, code) {
    const cut = parseInt(code, 10);
    return word.slice(0, word.length - cut) + code.slice(String(cut).length);
  }

  // What a part tells of one word. Few words of a part are asked for, so its answers are read when they are.
  class Entry {
    told = [];

    constructor(word, codes) {
      this.stems = codes.split("/").map((code) => stemmed(word, code));
    }

    get found() {
      return (this.read ||= this.postings()).found;
    }

    get together() {
      return (this.read ||= this.postings()).together;
    }

    postings() {
      const read = { found: new Map(), together: new Map() };
      for (const [segment, postings] of this.told) {
        let at = segment * core.segment - 1;
        for (const [, step, letter, phrases] of postings.matchAll(/(\d+)([@-~])([A-Za-z]*)/g)) {
          at += Number(step);
          read.found.set(at, letter.charCodeAt(0) - LOWEST);
          if (phrases) read.together.set(at, phrases);
        }
      }
      return read;
    }
  }

  const readMeaning = (told) => (told[0] === "#"
    ? { parts: [], records: told.slice(1).split(" ").filter(Boolean).map(Number) }
    : { parts: told.split(" "), records: [] });

  function readPart(text) {
    const read = new Map();
    const meanings = new Map();
    for (const segment of text.split("\f")) {
      const [number, ...lines] = segment.split("\n");
      for (const line of lines) {
        if (!line) continue;
        if (number === "=") {
          const [phrase, meant] = line.split("=");
          meanings.set(phrase, meant.split("|").map(readMeaning));
          continue;
        }
        const [word, stems, postings] = line.split(" ");
        if (!read.has(word)) read.set(word, new Entry(word, stems));
        read.get(word).told.push([Number(number), postings]);
      }
    }
    return { words: read, meanings };
  }

  async function loadParts(asked) {
    const starts = unique(asked.map(startOf)).filter((start) => !parts.has(start));
    await Promise.all(starts.map(async (start) => {
      const text = await got(`woorden/${start}.txt`).then((answer) => answer.text());
      parts.set(start, readPart(text));
    }));
  }

  // What is at hand for a question is the core and the parts of its own words: so it is the same whatever was asked before.
  const isKnown = (word, near) => known.has(word) || (startOf(word) === startOf(near) && partOf(near).has(word));

  function bases(base) {
    const spelled = [base];
    const last = base.at(-1);
    const before = base.at(-2);
    if (last === before) spelled.push(base.slice(0, -1));
    if (last === "z") spelled.push(`${base.slice(0, -1)}s`);
    if (last === "v") spelled.push(`${base.slice(0, -1)}f`);
    if ("aeou".includes(before) && !"aeou".includes(base.at(-3))) spelled.push(base.slice(0, -1) + before + last);
    return spelled;
  }

  // The infinitive of a verb that loses a vowel in it: haal is halen.
  const opened = (base) => (base.length > 3 && base.at(-2) === base.at(-3) && "aeou".includes(base.at(-2))
    ? [`${base.slice(0, -2)}${base.at(-1)}en`] : []);

  // What a participle may come from: opgehaald from ophalen.
  function infinitives(word) {
    const found = PARTICIPLE.exec(word);
    if (!found) return [];
    const base = found[1] + found[2];
    if (word.endsWith("n")) return [`${base}n`];
    const tried = [base, `${base}en`, `${base}${base.at(-1)}en`, ...opened(base)];
    if (base.endsWith("s")) tried.push(`${base.slice(0, -1)}zen`);
    if (base.endsWith("f")) tried.push(`${base.slice(0, -1)}ven`);
    return tried;
  }

  function otherForms(word, isWord) {
    const tried = [];
    for (const ending of ENDINGS) {
      if (word.endsWith(ending) && word.length - ending.length >= 3) {
        const found = bases(word.slice(0, -ending.length));
        tried.push(...found, ...found.flatMap((base) => [`${base}en`, `${base}ing`]), ...opened(found[0]));
      }
      tried.push(word + ending);
    }
    tried.push(...opened(word));
    tried.push(`${word}${word.at(-1)}en`);
    if (word.endsWith("s")) tried.push(`${word.slice(0, -1)}zen`);
    if (word.endsWith("f")) tried.push(`${word.slice(0, -1)}ven`);
    tried.push(...infinitives(word));
    return unique(tried).filter((form) => form !== word && isWord(form));
  }

  function knownForm(word, isWord) {
    if (isWord(word)) return word;
    return (word.length >= 4 && otherForms(word, isWord)[0]) || "";
  }

  function split(word, isWord) {
    let best = [];
    for (let at = 3; at <= word.length - 4; at += 1) {
      const last = knownForm(word.slice(at), isWord);
      for (const link of last ? LINKS : []) {
        const written = word.slice(0, at);
        const first = written.endsWith(link) ? written.slice(0, written.length - link.length) : "";
        const found = first.length >= 3 ? knownForm(first, isWord) : "";
        if (found && (best.length === 0 || Math.min(found.length, last.length) > Math.min(best[0].length, best[1].length))) best = [found, last];
      }
    }
    return best;
  }

  function splitMistyped(word, isWord, guess) {
    let best = [];
    for (let at = 4; at <= word.length - 4; at += 1) {
      const first = knownForm(word.slice(0, at), isWord);
      const last = knownForm(word.slice(at), isWord);
      if (Boolean(first) === Boolean(last)) continue;
      const other = guess(first ? word.slice(at) : word.slice(0, at));
      const found = other ? [first || other, last || other] : [];
      const evenness = ([one, two]) => Math.min(one.length, two.length);
      if (found.length && (best.length === 0 || evenness(found) > evenness(best))) best = found;
    }
    return best;
  }

  // Letters as bits; a digit shares the bit of a letter. Each that only one of two words has takes an error, so most pairs need no counting.
  const letters = new Map();
  function lettersOf(word) {
    let bits = letters.get(word);
    if (bits === undefined) {
      bits = 0;
      for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
      letters.set(word, bits);
    }
    return bits;
  }

  function bitsIn(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count += 1;
    return count;
  }

  const lettersApart = (one, other) => Math.max(bitsIn(one & ~other), bitsIn(other & ~one));

  function typingErrors(word, other, most) {
    if (Math.abs(word.length - other.length) > most || lettersApart(lettersOf(word), lettersOf(other)) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= word.length; i += 1) {
      const now = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        let cost = Math.min(row[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1), row[j] + 1, now[j - 1] + 1);
        if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        now.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = row;
      row = now;
    }
    return row.at(-1);
  }

  function guesses(word, among) {
    if (word.length < 4 || /^\d+$/.test(word)) return [];
    const most = word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3;
    const heard = soundOf(word);
    const found = [];
    for (const other of among) {
      if (Math.abs(other.length - word.length) > most || other.length < 4) continue;
      let cost = typingErrors(word, other, most);
      const theirs = soundOf(other);
      if (theirs.length >= 4) {
        const off = typingErrors(heard, theirs, 1);
        if (off <= 1) cost = Math.min(cost, 0.5 + off);
      }
      if (other[0] !== word[0]) cost += 0.5;
      if (cost <= most) found.push([other, cost]);
    }
    found.sort(([one, its], [two, other]) => its - other || (one < two ? -1 : one > two ? 1 : 0));
    return found.slice(0, 6).filter(([, cost]) => cost <= found[0][1] + 0.35);
  }

  const heads = (forms, weight) => new Map(forms.map((form) => [form, weight]));

  function addCompounds(found, word) {
    if (word.length < 4) return found;
    const verb = word.endsWith("en") ? word.slice(0, -2) : "";
    const stems = [word];
    if (verb.length > 3) {
      stems.push(verb);
      if ("aeou".includes(verb.at(-2)) && !"aeou".includes(verb.at(-3))) {
        stems.push(verb.slice(0, -1) + verb.slice(-2), verb.slice(0, -1) + verb.at(-2) + verb.at(-1));
      }
    }
    const beginnings = stems.filter((stem) => stem.length > 4);
    const ends = [];
    for (const other of words) {
      if (other.length <= word.length + 2) continue;
      if (other.endsWith(word)) ends.push(other);
      else if (beginnings.some((stem) => other.startsWith(stem))) found.set(other, FIRST_PART);
    }
    ends.sort((one, two) => one.length - two.length || (one < two ? -1 : 1));
    for (const other of ends.slice(0, core.eindes)) found.set(other, LAST_PART);
    return found;
  }

  function related(word) {
    const shared = Math.max(6, Math.floor((word.length * 2) / 3));
    const alike = (other) => (other.length >= shared && other.slice(0, shared) === word.slice(0, shared))
      || (other.length > 5 && word.length > other.length + 2 && word.endsWith(other));
    return words.filter(alike);
  }

  const bared = new Map();
  function bare(word) {
    if (!bared.has(word)) bared.set(word, word[0] + word.slice(1).replace(/[aeiouyj]/g, ""));
    return bared.get(word);
  }

  function within(word, other) {
    let at = 0;
    for (const letter of other) if (letter === word[at]) at += 1;
    return at === word.length;
  }

  // Words that may be meant with vowels and the end left out, as agents type with a caller on the line: rlst is rolstoel.
  function shortened(word) {
    const left = bare(word);
    if (word.length < 4 || left.length < 3 || (word.length - left.length > 1 && word.length < LONG_SHORTENED)) return [];
    return words.filter((other) => other[0] === word[0] && other.length > word.length && bare(other).startsWith(left) && within(word, other));
  }

  function guessed(word) {
    const found = heads(word.length > 2 ? words.filter((longer) => longer.startsWith(word)) : [], BEGINNING);
    const guess = guesses(word, [...words, ...typedOnly]);
    for (const [other, cost] of guess) found.set(other, MISTYPED - PER_ERROR * cost);
    if (guess.length === 0 || guess[0][1] > 1 || word.length < LONGER) {
      for (const full of shortened(word)) if (SHORTENED > (found.get(full) || 0)) found.set(full, SHORTENED);
    }
    if (guess.length === 0 || guess[0][1] > 1) {
      for (const other of related(word)) if (HALF > (found.get(other) || 0)) found.set(other, HALF);
    }
    return { found, apart: [], corrected: guess.length ? guess[0][0] : word };
  }

  function addAlike(found, word) {
    for (const group of core.vormen) if (group.includes(word)) for (const form of group) if (form !== word && known.has(form)) found.set(form, OTHER);
    return found;
  }

  function meant(word) {
    const isWord = (form) => isKnown(form, word);
    if (isWord(word)) {
      return { found: addCompounds(addAlike(new Map([[word, 1]]), word), word), apart: [], corrected: word };
    }
    const forms = addAlike(heads(otherForms(word, isWord), OTHER), word);
    if (forms.size) return { found: addCompounds(forms, word), apart: [], corrected: word };
    if (typedOnly.has(word)) return { found: new Map(), apart: [], corrected: word };
    const near = (part) => guesses(part, words).filter(([, cost]) => cost <= 1)[0]?.[0] || "";
    const whole = (word.length >= LONG && near(word)) || (word.length >= BEGUN && words.some((longer) => longer.startsWith(word)));
    const apart = whole ? [] : split(word, isWord);
    if (apart.length) return { found: new Map([[apart[1], LAST_PART]]), apart, corrected: word };
    const guess = guessed(word);
    const mistyped = guess.found.size ? [] : splitMistyped(word, isWord, near);
    return mistyped.length ? { found: new Map([[mistyped[1], LAST_PART]]), apart: mistyped, corrected: mistyped.join("") } : guess;
  }

  const simple = (word) => (isKnown(word, word) ? new Map([[word, 1]]) : heads(otherForms(word, (form) => isKnown(form, word)), OTHER));

  function joined(asked) {
    const found = [];
    for (let at = 0; at + 1 < asked.length; at += 1) {
      const plain = asked[at] + asked[at + 1];
      for (const together of [plain, `${asked[at]}s${asked[at + 1]}`]) {
        const phrase = (forms, weight) => found.push({ first: at, after: at + 2, words: [forms], weight, records: [] });
        if (isKnown(together, together)) {
          phrase(new Map([[together, 1]]), 1);
          continue;
        }
        const forms = otherForms(together, (form) => known.has(form));
        if (forms.length) phrase(heads(forms, OTHER), 1);
        else if (together === plain && together.length > 6) {
          const guess = new Map(guesses(together, words).map(([other, cost]) => [other, MISTYPED - PER_ERROR * cost]));
          if (guess.size && Math.max(...guess.values()) >= 0.72) phrase(guess, 0.9);
        }
      }
    }
    return found;
  }

  // Verbs put together again: `haalt iemand mijn bank op` is ophalen. The particle ends a clause, or else it says where.
  function separated(typed, places) {
    const found = [];
    places.forEach((place, at) => {
      for (let end = place + 1; end < typed.length; end += 1) {
        if (!PARTICLES.includes(typed[end]) || !(end + 1 === typed.length || GOES_ON.includes(typed[end + 1]))) continue;
        const together = typed[end] + typed[place];
        const forms = known.has(together) ? [together] : otherForms(together, (form) => known.has(form));
        if (forms.length) found.push({ first: at, after: at + 1, words: [heads(forms, OTHER)], weight: 1, records: [] });
      }
    });
    return found;
  }

  // Words of a question that stand in parts of their own: these are read before it is understood.
  const asideOf = (asked) => asked.slice(1).flatMap((word, at) => [asked[at] + word, `${asked[at]}s${word}`]);

  async function understand(question) {
    const typed = wordsOf(question).slice(0, 16);
    let places = typed.map((_, at) => at).filter((at) => !core.stil.has(typed[at]));
    if (places.length === 0) places = typed.map((_, at) => at);
    const asked = { typed, words: places.map((at) => typed[at]), heads: [], phrases: [], corrected: [] };
    await loadParts([...asked.words, ...asked.words.map(light), ...asideOf(asked.words)]);
    asked.words.forEach((word, at) => {
      const { found, apart, corrected } = meant(word);
      asked.heads.push(found);
      asked.corrected.push(corrected);
      if (apart.length) asked.phrases.push({ first: at, after: at + 1, parts: apart, weight: 0.9, records: [] });
    });
    const joins = [...joined(asked.words), ...separated(typed, places)];
    await loadParts(asked.corrected.map(light));
    const synonyms = synonymsIn(typed, places, asked.corrected);
    await loadParts([...[...asked.phrases, ...synonyms].flatMap(({ parts: told }) => told), ...asked.heads.flatMap((found) => [...found.keys()])]);
    for (const phrase of [...asked.phrases, ...synonyms]) phrase.words = phrase.parts.map(simple);
    asked.phrases.push(...joins, ...synonyms);
    await loadParts(asked.phrases.flatMap((phrase) => phrase.words).flatMap((found) => [...found.keys()])); // mostly at hand by now
    return asked;
  }

  function synonymsIn(typed, places, corrected) {
    const spelled = [...typed];
    places.forEach((place, at) => { spelled[place] = corrected[at]; });
    const lights = spelled.map(light);
    const found = [];
    for (let begin = 0; begin < typed.length; begin += 1) {
      for (let end = begin + 1; end <= Math.min(typed.length, begin + 5); end += 1) {
        const covered = places.map((place, at) => [place, at]).filter(([place]) => begin <= place && place < end).map(([, at]) => at);
        if (covered.length === 0) continue;
        const { meanings } = parts.get(startOf(lights[places[covered[0]]]));
        for (const meaning of meanings.get(lights.slice(begin, end).join(" ")) || []) {
          found.push({ first: covered[0], after: covered.at(-1) + 1, weight: MEANT, ...meaning });
        }
      }
    }
    const said = places.map((place, at) => [at, lights[place]]);
    const strong = said.filter(([at]) => !core.zwak.has(typed[places[at]]));
    return [...found, ...inAnyOrder(said), ...(strong.length < said.length ? inAnyOrder(strong) : [])];
  }

  // Phrases of several words that say something, in whatever order they stand, with at most one other word between;
  // also asked without words that say little: `de stoep ligt helemaal scheef`.
  function inAnyOrder(said) {
    const found = [];
    for (let begin = 0; begin < said.length; begin += 1) {
      for (let end = begin + 2; end <= Math.min(said.length, begin + 5); end += 1) {
        const all = said.slice(begin, end).map(([, word]) => word);
        const less = all.slice(1, -1).map((_, at) => all.filter((__, other) => other !== at + 1));
        for (const chosen of [all, ...less]) {
          chosen.sort();
          const { meanings } = parts.get(startOf(chosen[0]));
          for (const meaning of meanings.get(chosen.join(" ")) || []) {
            found.push({ first: said[begin][0], after: said[end - 1][0] + 1, weight: MEANT, ...meaning });
          }
        }
      }
    }
    return found;
  }

  const spelledIn = ({ typed }) => [
    ...typed.map((word) => [light(word), !core.stil.has(word) && !isKnown(word, word)]),
    ...typed.slice(1).map((word, at) => [light(typed[at] + word), false]),
  ];

  function soundsLike(word, choice, doubtful) {
    if (word === choice) return true;
    const length = Math.min(word.length, choice.length);
    const most = !doubtful || length < 3 || /^\d+$/.test(word) ? 0 : length < 8 ? 1 : 2;
    return most > 0 && word[0] === choice[0] && typingErrors(word, choice, most) <= most;
  }

  const matches = (pattern, spelled) => pattern.every(
    (place) => spelled.some(([word, doubt]) => place.split("/").some((choice) => soundsLike(word, choice, doubt))),
  );

  function urgent(asked) {
    const spelled = spelledIn(asked);
    const plain = new Set(asked.typed.map(light));
    return core.crisis.filter((need) => !need.niet.some((word) => plain.has(word)) && need.vragen.some((pattern) => matches(pattern, spelled)));
  }

  function preferred(asked) {
    const spelled = spelledIn(asked);
    const chosen = ({ vragen }) => vragen.some((pattern) => matches(pattern, spelled) && saysNoMore(pattern, asked, spelled));
    return core.voorkeur.filter(chosen).flatMap(({ records }) => records);
  }

  // Whether every word that says something is one of the pattern, alone or with a neighbour: `rijbewijs`, and not `rijbewijs gestolen`.
  function saysNoMore(pattern, { typed, words: asked }, spelled) {
    const whole = [pattern.join("/")];
    return typed.every((word, at) => !asked.includes(word) || core.zwak.has(word)
      || [spelled[at], ...spelled.slice(typed.length + Math.max(0, at - 1), typed.length + at + 1)].some((one) => matches(whole, [one])));
  }

  function formsOf(found) {
    const forms = new Map();
    for (const [head, weight] of found) {
      const part = partOf(head);
      const stems = part.get(head)?.stems || [];
      for (const [form, word] of part) {
        if (form !== head && !word.stems.some((stem) => stems.includes(stem))) continue;
        forms.set(form, Math.max(forms.get(form) || 0, weight * (form === head ? 1 : OTHER)));
      }
    }
    return forms;
  }

  function rowsOf(forms) {
    const rows = new Map();
    for (const [form, weight] of forms) {
      for (const [number, bits] of partOf(form).get(form).found) {
        const row = WEIGHTS.map((value, at) => ((bits >> at) & 1 ? weight * value : 0));
        if (!rows.has(number) || sum(row) > sum(rows.get(number))) rows.set(number, row);
      }
    }
    return rows;
  }

  function weightOf(rows) {
    if (rows.size === 0) return Math.log(1 + core.aantal) * 0.6;
    const sums = [...rows.values()].map(sum);
    const weight = Math.log(1 + core.aantal / (0.5 + sums.filter((has) => has >= 0.5).length)) ** RARE;
    return weight * (IN_PASSING + (1 - IN_PASSING) * Math.min(1, Math.max(...sums) / IN_FULL));
  }

  function addPhrase(phrase, rows) {
    const found = phrase.words.map((heads) => rowsOf(formsOf(heads)));
    const weights = found.map(weightOf);
    const raise = (number, row) => {
      for (let at = phrase.first; at < phrase.after; at += 1) {
        if (!rows[at].has(number) || sum(row) > sum(rows[at].get(number))) rows[at].set(number, row);
      }
    };
    for (const number of unique(found.flatMap((one) => [...one.keys()])).sort((one, two) => one - two)) {
      const share = phrase.weight * (found.every((one) => one.has(number)) ? 1 : HALF_PHRASE);
      raise(number, NOTHING.map((_, at) => (share * sum(found.map((one, nr) => weights[nr] * (one.get(number) || NOTHING)[at]))) / sum(weights)));
    }
    for (const number of phrase.records) raise(number, OUTRIGHT);
  }

  // Words of the question that stand together in a keyword of an answer (each has a letter there) count more; of a long one, with a capital, three.
  function countedTogether(asked) {
    const places = new Map();
    asked.forEach((forms, at) => {
      for (const [form, weight] of forms) {
        for (const [number, phrases] of partOf(form).get(form).together) {
          for (const letter of phrases) {
            const key = `${number} ${letter}`;
            if (!places.has(key)) places.set(key, new Map());
            const ofPhrase = places.get(key);
            ofPhrase.set(at, Math.max(ofPhrase.get(at) || 0, weight));
          }
        }
      }
    });
    const more = asked.map(() => new Map());
    for (const [key, ofPhrase] of places) {
      const number = parseInt(key, 10);
      if (ofPhrase.size < (key.at(-1) >= "a" ? 2 : 3)) continue;
      for (const [at, weight] of ofPhrase) more[at].set(number, Math.max(more[at].get(number) || 0, TOGETHER * weight));
    }
    return more;
  }

  // Further fields add less to a word that an answer has outright.
  function counted(found, more) {
    return new Map([...found].map(([number, row]) => {
      const less = (sum(row) / ONCE) ** (MORE - 1);
      return [number, row.map((value, at) => value * less + (FIELDS[at] === "woorden" ? more.get(number) || 0 : 0))];
    }));
  }

  // lunr adds up how well each answer has each word, over its fields. The last value of a vector stands for no word: it makes all equally long.
  function byLunr(asked, rows, weights) {
    const terms = asked.map((word, at) => String(at).padStart(2, "0") + word);
    const numbers = unique(rows.flatMap((found) => [...found.keys()])).sort((one, two) => one - two);
    const fieldVectors = [];
    FIELDS.forEach((name, field) => {
      for (const number of numbers) {
        const values = rows.map((found) => (found.get(number) || NOTHING)[field]);
        if (!values.some(Boolean)) continue;
        const rest = Math.sqrt(LENGTH ** 2 - sum(values.map((value) => value ** 2)));
        fieldVectors.push([`${name}/${number}`, [...values, rest].flatMap((value, at) => [at, value])]);
      }
    });
    const invertedIndex = terms.map((term, at) => {
      const postings = { _index: at };
      FIELDS.forEach((name, field) => {
        postings[name] = Object.fromEntries([...rows[at]].filter(([, row]) => row[field]).map(([number]) => [number, {}]));
      });
      return [term, postings];
    });
    const index = window.lunr.Index.load({ version: window.lunr.version, fields: FIELDS, fieldVectors, invertedIndex, pipeline: [] });
    const found = index.query((query) => terms.forEach((term, at) => query.term(term, { boost: weights[at], usePipeline: false })));
    return found.map(({ ref, score }) => [Number(ref), score * LENGTH]);
  }

  // The answers that have the only word of a question as a keyword by itself, or as their title.
  function justThat({ words }) {
    const found = words.length === 1 && partOf(words[0])?.get(words[0])?.found;
    return new Set(found ? [...found].filter(([, bits]) => bits & ALONE).map(([number]) => number) : []);
  }

  function ranked(asked, rows, weights, together) {
    const total = sum(weights);
    const meant = justThat(asked);
    const told = rows.map((found, at) => counted(found, together[at]));
    const hits = byLunr(asked.words, told, weights).map(([number, score]) => {
      const has = rows.map((found) => found.get(number));
      const covered = sum(has.map((row, at) => (row ? weights[at] * Math.min(1, sum(row) / COVERED) : 0))) / total;
      const title = Math.min(1, has.filter((row) => row && row[0] >= 0.5).length / Math.max(1, parseInt(core.titels[number], 36)));
      const later = LATER[core.soorten[parseInt(core.soort[number], 36)]] || 1;
      const part = (UNCOVERED + (1 - UNCOVERED) * covered) * (1 + IN_TITLE * title);
      return { number, score: score * part * later * (meant.has(number) ? JUST_THAT : 1) };
    });
    const rounded = ({ score }) => Math.round(score * 1e6);
    return hits.sort((one, two) => rounded(two) - rounded(one) || one.number - two.number).map(({ number }) => number);
  }

  function oneOfMany(numbers) {
    const seen = new Map();
    const first = [];
    const later = [];
    for (const number of numbers) {
      const family = core.families[number];
      seen.set(family, (seen.get(family) || 0) + 1);
      (family && seen.get(family) > 2 ? later : first).push(number);
    }
    return [...first.slice(0, 10), ...later, ...first.slice(10)];
  }

  function find(asked) {
    if (asked.words.length === 0) return [];
    const forms = asked.heads.map(formsOf);
    const rows = forms.map(rowsOf);
    let weights = rows.map(weightOf);
    const silent = rows.map((found, at) => (found.size ? -1 : at)).filter((at) => at >= 0);
    for (const phrase of asked.phrases) addPhrase(phrase, rows);
    for (const at of silent) weights[at] = weightOf(rows[at]);
    weights = weights.map((weight, at) => weight * (core.zwak.has(asked.words[at]) ? FAINT : 1));
    return oneOfMany(ranked(asked, rows, weights, countedTogether(forms)));
  }

  // All answers to a question by number, best first; what editors put first comes first.
  async function search(question) {
    await load();
    const asked = await understand(question);
    const needs = urgent(asked);
    const first = [...needs.flatMap((need) => need.records), ...preferred(asked)];
    return {
      needs,
      numbers: unique([...first, ...find(asked)]),
      meant: asked.corrected.join(" ") === asked.words.join(" ") ? "" : asked.corrected.join(" "),
      marked: (word) => isMarked(word, asked),
    };
  }

  // Whether a word of a result is one that was asked for, or a form of it.
  function isMarked(text, asked) {
    return wordsOf(text).some((word) => !core.stil.has(word) && asked.heads.some((found) => {
      if (found.get(word) > 0.5) return true;
      const stems = partOf(word)?.get(word)?.stems;
      return stems && [...found].some(([head, weight]) => weight > 0.5 && partOf(head)?.get(head)?.stems.some((stem) => stems.includes(stem)));
    }));
  }

  async function documents(numbers) {
    const files = unique(numbers.map((number) => Math.floor(number / core.samen)));
    await Promise.all(files.filter((file) => !pages.has(file)).map(async (file) => {
      pages.set(file, await got(`antwoorden/${file}.json`).then((answer) => answer.json()));
    }));
    return numbers.map((number) => pages.get(Math.floor(number / core.samen))[number % core.samen]);
  }

  return { load, search, documents, filters: () => core.filters, fold, wordsOf, sound, light };
};
