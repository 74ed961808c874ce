(async () => {
  const failure = document.getElementById("failure");
  try {
    for (const { textContent } of document.querySelectorAll("script.code")) {
      const bytes = Uint8Array.from(atob(textContent), (char) => char.charCodeAt(0));
      const script = document.createElement("script");
      script.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
      document.body.append(script);
    }
  } catch (error) {
    failure.hidden = false;
    failure.textContent = typeof DecompressionStream === "undefined"
      ? "This browser is too old to open the page: a Chromium, Firefox or Safari of 2023 or later is needed."
      : `The page could not be opened: ${error.message}`;
  }
})();
