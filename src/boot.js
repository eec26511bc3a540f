// Starts the console. Kept apart from the page because the content security policy allows no
// inline script. Trunk writes the hashed file names into <meta name="dms-app">.
const { js, wasm } = document.querySelector('meta[name="dms-app"]').dataset;
const absolute = (path) => new URL(path, document.baseURI).href;

try {
  const app = await import(absolute(js));
  // Mounting happens inside: when this returns, the first page is there.
  await app.default({ module_or_path: absolute(wasm) });
  document.getElementById("boot")?.remove();
} catch (error) {
  console.error(error);
  const text = document.getElementById("boot-text");
  if (text) {
    text.setAttribute("role", "alert");
    text.textContent =
      `DMS Console could not start. Reload the page; if that does not help, use a current browser. ` +
      `DMS Console 无法启动。请刷新页面；如仍无法启动，请使用较新的浏览器。${error}`;
  }
}
