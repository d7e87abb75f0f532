// The kinds of plots.

const rowHeight = 30;

/** Linear from zero, which is what the length of a bar means, unless the small ones would vanish. */
function wide(values) {
  const known = values.filter(value => value > 0);
  return known.length > 1 && Math.max(...known) / Math.min(...known) > 50;
}

/** Bars with intervals, one a row: {name, value, low, high, ours, bound}. */
function barPlot(title, rows, unit, pick) {
  const logarithmic = wide(rows.map(row => row.value));
  const label = `Bars: ${title}. ${rows.map(row => `${row.name} ${figure(row.value)}`).join(", ")}; in ${unit}. The table below has the numbers.`;
  const axisTitle = unit + (logarithmic ? ", logarithmic" : "") + (rows[0].more ? ", more is better" : ", less is better");
  return plot(label, rows.length * rowHeight + 60, paint => ({
    type: "bar",
    data: {
      labels: rows.map(row => row.name),
      datasets: [{
        data: rows.map(row => row.value),
        intervals: rows.map(row => [row.low, row.high]),
        whisker: paint.ink,
        backgroundColor: rows.map(row => (row.ours ? paint.ours : row.bound ? paint.bound : paint.peer)),
        borderRadius: 3,
        barPercentage: 0.72,
        categoryPercentage: 1,
      }],
    },
    options: {
      indexAxis: "y",
      onClick: (event, hit) => hit.length && pick(hit[0].index),
      onHover: (event, hit) => { event.native.target.style.cursor = hit.length ? "pointer" : "default"; },
      scales: {
        x: logarithmic ? logAxis(paint, axisTitle) : axis(paint, {title: axisTitle, beginAtZero: true, grace: "4%", ticks: {callback: figure, maxRotation: 0}}),
        y: names(paint, rows.map(row => row.name)),
      },
      plugins: {tooltip: {callbacks: {label: at => {
        const row = rows[at.dataIndex];
        return `${figure(row.value)} ${unit}` + (row.low ? `  [${figure(row.low)}, ${figure(row.high)}]` : "");
      }}}},
    },
    plugins: [whiskers],
  }));
}

/** Ratios to a baseline with their intervals: {name, value, low, high, verdict}. */
function ratioPlot(title, rows) {
  const logarithmic = wide(rows.flatMap(row => [row.value, row.low, row.high]).map(value => value && value ** 3));
  const label = `Ratios of cost to the baseline: ${title}. ${rows.map(row => `${row.name} ${figure(row.value)}`).join(", ")}. The table below has the numbers.`;
  const axisTitle = "cost against the baseline: right of 1 is slower";
  return plot(label, rows.length * rowHeight + 60, paint => ({
    type: "line",
    data: {
      labels: rows.map(row => row.name),
      datasets: [{
        data: rows.map(row => row.value),
        intervals: rows.map(row => [row.low, row.high]),
        whisker: paint.soft,
        showLine: false,
        pointRadius: 6,
        pointStyle: rows.map(row => ({slower: "triangle", faster: "rectRot"})[row.verdict] ?? "circle"),
        pointBackgroundColor: rows.map(row => paint[row.verdict] ?? paint.unknown),
        pointBorderColor: paint.card,
      }],
    },
    options: {
      indexAxis: "y",
      scales: {
        x: logarithmic ? logAxis(paint, axisTitle) : axis(paint, {title: axisTitle, suggestedMin: 0.95, suggestedMax: 1.05, grace: "5%", ticks: {callback: figure, maxRotation: 0}}),
        y: {...names(paint, rows.map(row => row.name)), offset: true},
      },
      plugins: {
        uprights: {lines: [{at: 1, colour: paint.soft, dash: [4, 4]}]},
        tooltip: {callbacks: {label: at => {
          const row = rows[at.dataIndex];
          return `${figure(row.value)} times` + (row.low ? `  [${figure(row.low)}, ${figure(row.high)}]` : "");
        }}},
      },
    },
    plugins: [whiskers, uprights],
  }));
}

/** Points and lines over x: sets of {label, points, line, colour, dash, radius, style}, colour by name. */
function curvePlot(label, height, sets, scales, lines) {
  return plot(label, height, paint => ({
    type: "scatter",
    data: {
      datasets: sets.map(set => ({
        label: set.label,
        data: set.points.map(([x, y]) => ({x, y})),
        showLine: set.line ?? false,
        borderColor: paint[set.colour],
        backgroundColor: paint[set.colour],
        borderWidth: set.line ? 2 : 1,
        borderDash: set.dash ?? [],
        pointRadius: set.radius ?? 0,
        pointHoverRadius: set.radius ?? 0,
        pointHitRadius: set.radius ? 6 : 0,
        pointStyle: set.style ?? "circle",
      })),
    },
    options: {
      scales: scales(paint),
      plugins: {
        uprights: {lines: lines?.(paint) ?? []},
        legend: {display: sets.length > 1, position: "bottom", onClick: null, labels: {color: paint.soft, usePointStyle: true, boxHeight: 7, filter: key => key.text !== ""}},
        tooltip: {callbacks: {label: at => `${at.dataset.label}: ${figure(at.parsed.x)}, ${figure(at.parsed.y)}`}},
      },
    },
    plugins: [uprights],
  }));
}
