// The agents' site opened from a folder (file:). There a browser lets no page read another file, shows no masks from one, and finds no
// index.html by itself. The build puts SHAPES before this text, and writes the copies that are read here (generator/desk/folder.py).
"use strict";

(() => {
  if (location.protocol !== "file:") return;

  function local(url) {
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url;
  }

  // A copy of a file is a script, since a page may run those: it hands over what it has, and says so by its end.
  const handed = new WeakMap();
  window.antwoordkaartCopy = (content) => handed.set(document.currentScript, content);
  function read(path) {
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: `${path}.js` });
      script.addEventListener("load", () => {
        const content = handed.get(script);
        script.remove();
        resolve({ ok: true, json: async () => content, text: async () => content });
      });
      script.addEventListener("error", () => reject(new Error(path)));
      document.head.append(script);
    });
  }

  // The answer on another page comes as a tree: name, attributes, children.
  function grown([name, attributes, ...children]) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.map((child) => (typeof child === "string" ? child : grown(child))));
    return element;
  }
  const page = (url) => read(url).then((answer) => answer.json()).then((tree) => {
    const holder = document.createElement("div");
    holder.append(grown(tree));
    return holder;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && link.protocol === "file:") link.href = local(new URL(link.href)).href;
  }, true);
  for (const form of document.querySelectorAll("form[action]")) form.action = local(new URL(form.action)).href;

  // Pictures as shapes that are cut out of a plain colour: they look as masks do, and they come from the page itself.
  const SVG = "http://www.w3.org/2000/svg";
  const drawn = (name, values, ...children) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const size = `scale(${1 / 24})`; // icons are drawn on 24 by 24
  document.body.append(drawn("svg", { width: 0, height: 0, "aria-hidden": "true" }, ...Object.entries(SHAPES).map(([name, d]) => (
    drawn("clipPath", { id: `vorm-${name}`, clipPathUnits: "objectBoundingBox" }, drawn("path", { d, transform: size }))
  ))));
  const look = document.currentScript.src.replace(/js$/, "css");
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: look }));

  window.antwoordkaartFolder = { local, read, page };
})();
