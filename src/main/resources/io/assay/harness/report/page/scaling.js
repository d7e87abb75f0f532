// Cost over n, both axes logarithmic: a straight line is a power, its slope the exponent.

function curve(series) {
  const [best, ...losers] = series.fits;
  const sets = [{label: "fork", points: series.points, colour: "ours", radius: 4}];
  if (best) {
    sets.push({label: `fit: ${best.class}`, points: best.line, line: true, colour: "slower"});
  }
  losers.forEach((fit, at) => sets.push(
    {label: `lost: ${fit.class}`, points: fit.line, line: true, colour: "unknown", dash: at === 0 ? [6, 4] : [2, 4]}));
  return curvePlot(
    `Cost of ${series.name} over ${series.param}, logarithmic: ${series.class}. The table below has the numbers.`,
    340, sets,
    paint => ({x: logAxis(paint, series.param), y: logAxis(paint, series.unit || "cost")}));
}

function scaled(series) {
  const title = element("span", {}, series.name, " ",
    element("span", {class: "class"}, series.class), " ",
    element("span", {class: "metric"}, series.metric + (series.candidates !== "-" ? `: ${series.candidates}` : "")));
  return folded(title, "card", () => [
    notice("Grows faster than it says", series.broken ? ["the declared class is broken"] : []),
    curve(series),
    ...dataTable(series.table),
    sentences(series.warnings, "notes"),
  ]);
}

function scalingSection(data) {
  return [
    element("p", {class: "lead"}, "The class of the cost against n, with the weight of each candidate. Open a series to see its points, the fit, and the classes that lost."),
    ...data.runs.filter(run => run.scaling).flatMap(run => [
      card(data.runs.length > 1 ? run.name : "Complexity classes", ...dataTable(run.scaling.table)),
      ...run.scaling.series.map(scaled),
    ]),
  ];
}
