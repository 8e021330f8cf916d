// The map of the places that the finder found. Leaflet, and the pictures of the server that the municipality chose, are asked for after a
// press and never before: the text beside the button says so. All that the map shows stands in the list as well.
"use strict";

(() => {
  const box = document.querySelector(".kaart");
  if (!box || window.location.protocol === "file:") return; // a folder that is read without a server has no map
  const words = box.dataset;
  const { base } = document.querySelector(".wijzer__vorm").dataset;
  const show = box.querySelector("button");
  const before = [show, box.querySelector("p")];
  const animate = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const PIN = "M12 1a8 8 0 0 0-8 8c0 5.6 8 14 8 14s8-8.4 8-14a8 8 0 0 0-8-8z";
  const CLOSEST = 16; // one place alone is shown with the streets around it
  let places = [];
  let loading;
  let map = null;
  let markers;

  const element = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

  function button(text, act) {
    const made = Object.assign(element("button", "", text), { type: "button" });
    made.addEventListener("click", act);
    return made;
  }

  const notice = element("p", "kaart__melding", "");
  const count = element("p", "", "");
  notice.role = count.role = "status";
  const area = Object.assign(element("div", "kaart__vlak", ""), { role: "region", ariaLabel: words.label });
  const buttons = element("p", "kaart__knoppen", "");
  buttons.append(
    button(words.verberg, hide),
    button(words.dichter, () => map.zoomIn(1, { animate })),
    button(words.verder, () => map.zoomOut(1, { animate })),
  );
  const opened = element("div", "", "");
  opened.hidden = true;
  opened.append(buttons, count, element("p", "wijzer__hulp", words.volledig), area, element("p", "wijzer__hulp", words.bron));
  box.append(notice, opened);

  function fetched(name, given) {
    return new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement(name), given, { onload: done, onerror: failed }));
    });
  }

  function load() {
    const folder = `${base}assets/leaflet/leaflet`;
    loading ||= Promise.all([fetched("link", { rel: "stylesheet", href: `${folder}.css` }), fetched("script", { src: `${folder}.js` })]);
    loading.catch(() => { loading = undefined; });
    return loading;
  }

  // Who are at one address share a marker: of two on top of each other only one could be pressed.
  function placesOf(found) {
    const known = new Map();
    for (const { offer: { organisation, spots } } of found) {
      for (const { op, naam, adres } of spots) {
        if (!op) continue;
        if (!known.has(op.join())) known.set(op.join(), { op, who: new Map() });
        known.get(op.join()).who.set(organisation.record, { name: organisation.titel, path: organisation.pad, where: `${naam}, ${adres}` });
      }
    }
    return [...known.values()];
  }

  function drawing() {
    const [svg, path, dot] = ["svg", "path", "circle"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    for (const [name, value] of [["viewBox", "0 0 24 24"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
    path.setAttribute("d", PIN);
    for (const [name, value] of [["cx", 12], ["cy", 9], ["r", 3]]) dot.setAttribute(name, value);
    svg.append(path, dot);
    return svg;
  }

  function close(marker) {
    map.closePopup();
    marker.getElement().focus();
  }

  function told(who, marker) {
    const content = element("div", "", "");
    for (const { name, path, where } of who) {
      const link = element("a", "", name);
      link.href = base + path;
      const line = element("p", "", "");
      line.append(link, document.createElement("br"), where);
      content.append(line);
    }
    content.append(button(words.sluit, () => close(marker)));
    content.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close(marker);
    });
    return content;
  }

  function put({ op, who }) {
    const icon = window.L.divIcon({ className: "kaart__plek", html: drawing(), iconSize: [44, 44], iconAnchor: [22, 42], popupAnchor: [0, -36] });
    const marker = window.L.marker(op, { icon }).addTo(markers);
    const content = told(who.values(), marker);
    marker.bindPopup(content, { closeButton: false, maxWidth: 260 });
    marker.on("popupopen", () => content.querySelector("a").focus({ preventScroll: true }));
    marker.getElement().setAttribute("aria-label", [...who.values()].map(({ name }) => name).join(", "));
    marker.getElement().addEventListener("keydown", (event) => {
      if (!["Enter", " "].includes(event.key)) return;
      event.preventDefault(); // Leaflet's own Enter would close it again
      marker.openPopup();
    });
  }

  function draw() {
    map.closePopup();
    markers.clearLayers();
    if (places.length) map.fitBounds(places.map(({ op }) => op), { maxZoom: CLOSEST, paddingTopLeft: [24, 44], paddingBottomRight: [24, 8], animate: false });
    places.forEach(put); // a marker is made once the map has a view
    count.textContent = words.plekken.replace("{aantal}", places.length);
  }

  function start() {
    const { L } = window;
    // Leaflet's own controls make HTML of text; the wheel is for the page.
    map = L.map(area, {
      zoomControl: false, attributionControl: false, scrollWheelZoom: false, maxZoom: 19,
      zoomAnimation: animate, fadeAnimation: animate, markerZoomAnimation: animate, inertia: animate,
    });
    if (!animate) map.panBy = (offset) => L.Map.prototype.panBy.call(map, offset, { animate });
    map.on("click", ({ latlng }) => map.panTo(latlng, { animate })); // for who can't drag (WCAG 2.5.7)
    let arrived = false;
    L.tileLayer(words.tegels)
      .on("tileload", () => { arrived = true; notice.textContent = ""; })
      .on("tileerror", () => { if (!arrived) notice.textContent = words.mislukt; })
      .addTo(map);
    markers = L.layerGroup().addTo(map);
  }

  function swap() {
    opened.hidden = map === null;
    for (const part of before) part.hidden = map !== null;
    box.hidden = map === null && places.length === 0;
    notice.textContent = "";
  }

  function hide() {
    map.remove();
    map = null;
    swap();
    show.focus();
  }

  show.addEventListener("click", async () => {
    notice.textContent = "";
    try {
      await load();
    } catch {
      notice.textContent = words.mislukt;
      return;
    }
    if (map || places.length === 0) return;
    opened.hidden = false; // Leaflet measures it
    start();
    swap();
    draw();
    buttons.firstElementChild.focus();
  });

  // What finder.js calls with each new result.
  window.antwoordkaartMap = {
    tell(found) {
      places = placesOf(found);
      if (map) draw();
      else box.hidden = places.length === 0;
    },
  };
})();
