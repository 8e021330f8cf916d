/* What html-validate asks of every HTML file of both sites: all it recommends, with the exceptions below. */
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  // `media` on a <meta name="theme-color"> is in the HTML Standard (4.2.5), `property` (Open Graph) in HTML+RDFa;
  // neither is in what html-validate knows of elements.
  elements: ["html5", { meta: { inherit: "meta", attributes: { media: {}, property: {} } }, svg: { inherit: "svg", attributes: { viewbox: {}, width: {}, height: {} } } }],
  rules: {
    // Beyond what is recommended: our Content-Security-Policy would ignore a <style>, and an unknown name is a slip of the pen.
    "no-style-tag": "error",
    "no-unknown-elements": "error",
    "no-unknown-attributes": "error",

    // HTML takes `<!doctype html>` in either case; all our other names are in lower case.
    "doctype-style": ["error", { style: "lowercase" }],

    // A checksum guards what another host sends. We load nothing from other hosts (test_privacy.py); should that change, it needs one.
    "require-sri": ["error", { target: "crossorigin" }],

    // A title is the record's title, the same in every channel, followed by the municipality's name: its length is the editor's to choose.
    // What WCAG 2.4.2 asks is in test_html.py: every page has a title, and no two have the same.
    "long-title": "off",

    // Wants non-breaking spaces in telephone numbers, which would differ from the same number in other channels. That a number stays on
    // one line is measured instead, in the browser (test_validators.py).
    "tel-non-breaking": "off",
  },
};
