// What every figure depends on, and how it was computed.

const method = [
  "A score is the geometric mean over forks of each fork's mean; its interval is a 95% interval over forks, whose variance is shared between rows as far as they agree (moderated). docs/method.md has the details.",
  "The ratio to the fastest peer is a ratio of costs from the same estimator: below 1 is cheaper, whatever the mode.",
  "Lower bounds (BOUND_...) do less work than the rest and win nothing.",
  "slower: the interval of the ratio excludes 1 and the estimate reaches the threshold. faster: likewise. same: the whole interval lies within the threshold. cannot tell: neither is shown.",
];

function methodSection(data) {
  return [
    ...data.runs.map(run => card(data.runs.length > 1 ? run.name : "Configuration",
      data.runs.length > 1 ? null : element("p", {class: "run"}, run.name),
      sentences(run.configuration, "notes"))),
    card("How figures are made", sentences(method, "notes")),
    ...data.runs.filter(run => run.labels.length).map(run =>
      folded(data.runs.length > 1 ? `Implementations of ${run.name}` : "Implementations, by their own account", "card",
        () => sentences(run.labels, "notes"))),
    ...data.runs.filter(run => run.environment.rows.length).map(run =>
      folded(data.runs.length > 1 ? `Environment of ${run.name}` : "Environment", "card",
        () => dataTable(run.environment))),
  ];
}

function graphSection(data) {
  return data.runs.filter(run => run.graphs.length).map(run => card(
    data.runs.length > 1 ? run.name : "Pages beside this one",
    element("ul", {class: "links"}, run.graphs.map(graph =>
      element("li", {}, element("a", {href: graph.href}, graph.name), graph.changed)))));
}
