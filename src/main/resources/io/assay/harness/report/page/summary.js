// What a reader wants to know first.

function tiles(counts) {
  return element("ul", {class: "tiles"}, counts.map(([name, count]) =>
    element("li", {class: `tile ${count > 0 ? name.replace(" ", "-") : ""}`},
      element("strong", {}, String(count)), element("span", {}, name))));
}

function comparedSection(section) {
  const {table} = section;
  const drawn = section.ratios.filter(ratio => ratio.value > 0).slice(0, 40);
  const make = () => [
    drawn.length ? ratioPlot(table.title, drawn) : null,
    ...(table.rows.length ? dataTable(table) : [sentences(table.notes, "notes")]),
  ].filter(part => part !== null);
  return section.changed ? card(table.title, ...make()) : folded(table.title, "card", make);
}

function verdicts(comparison) {
  return [
    element("p", {class: `verdict ${comparison.failed ? "failed" : "passed"}`},
      comparison.failed ? "Gate: FAILED" : "Gate: passed"),
    element("p", {class: "run"}, `against ${comparison.base}`),
    tiles(comparison.counts),
    notice("Not measured under the same conditions: the verdicts may be theirs, not the code's", comparison.notices),
    notice("Of the comparison", comparison.warnings),
    ...comparison.sections.map(comparedSection),
    comparison.gate.length
      ? folded(`What the gate says (${comparison.gate.length})`, "card", () => sentences(comparison.gate, "notes")) : null,
    comparison.rowWarnings.length
      ? folded(`Warnings of rows (${comparison.rowWarnings.length})`, "card", () => sentences(comparison.rowWarnings, "notes")) : null,
    comparison.unmatched.length
      ? folded(`Not compared (${comparison.unmatched.length})`, "card", () => sentences(comparison.unmatched, "notes")) : null,
    sentences(comparison.promises, "notes"),
  ];
}

/** How often the best of ours is faster than the fastest peer, by family. */
function standing(winners) {
  const families = new Map();
  for (const row of winners.rows) {
    const said = row[winners.header.indexOf("ours is")];
    const counts = families.get(row[0]) ?? {all: 0, faster: 0, "cannot tell": 0, slower: 0};
    counts.all++;
    if (said in counts) {
      counts[said]++;
    }
    families.set(row[0], counts);
  }
  const list = [...families].filter(([, counts]) => counts.faster + counts["cannot tell"] + counts.slower > 0);
  return list.length === 0 ? null : element("ul", {class: "tiles"}, list.map(([family, counts]) =>
    element("li", {class: "tile"},
      element("strong", {}, `${counts.faster} of ${counts.all}`),
      element("span", {}, `${family}: ours fastest` + (counts["cannot tell"] ? `, ${counts["cannot tell"]} cannot be told` : "")
        + (counts.slower ? `, ${counts.slower} beaten` : "")))));
}

function winnersOf(run) {
  if (!run.winners) {
    return [];
  }
  const make = () => dataTable(run.winners, {style: at => (run.winners.rows[at].includes("faster") ? "ours" : null)});
  return run.comparison
    ? [folded(run.winners.title, "card", make)]
    : [standing(run.winners), card(run.winners.title, ...make())];
}

function summarySection(data) {
  return data.runs.map(run => [
    data.runs.length > 1 ? element("h3", {class: "name"}, run.name) : null,
    ...(run.comparison ? verdicts(run.comparison) : []),
    notice("Failed", run.failures),
    notice("Unusable: these rows do not measure what they say", run.unusable),
    notice("Warnings", run.warnings),
    ...winnersOf(run),
    sentences(run.untold, "notes"),
    run.parts.length === 0 && !run.comparison ? element("p", {class: "lead"}, "Nothing was measured.") : null,
  ]).flat();
}
