// Text never becomes HTML or script on these pages (Trusted Types, see generator/policy.py). Only files of this site may be loaded as
// scripts: from its own folder, also where that is opened without a server and every file of the computer has the same origin.
"use strict";

{
  const site = new URL("../", document.currentScript.src).href;
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => {
      const { href } = new URL(url, document.baseURI);
      return href.startsWith(site) ? href : null;
    },
  });
}
