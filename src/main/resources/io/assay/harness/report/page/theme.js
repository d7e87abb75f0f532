// Canvases have no style sheet: they are told the colours, and told again when the theme changes.

const themes = ["system", "light", "dark"];
const themed = new Set();

/** Calls back now, and whenever colours change. */
function withColours(draw) {
  themed.add(draw);
  draw(colours());
}

function colours() {
  const probe = element("span", {hidden: true});
  document.body.append(probe);
  const found = {};
  for (const name of ["ink", "soft", "line", "card", "accent", "ours", "peer", "bound", "slower", "faster", "unknown", "warn"]) {
    // A custom property is handed out as it was written; only a real property is resolved for the theme.
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

function recolour() {
  const now = colours();
  themed.forEach(draw => draw(now));
}

function startTheme() {
  const button = document.getElementById("theme");
  let chosen = 0;
  button.addEventListener("click", () => {
    chosen = (chosen + 1) % themes.length;
    document.documentElement.dataset.theme = themes[chosen];
    button.textContent = `Theme: ${themes[chosen]}`;
    recolour();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}
