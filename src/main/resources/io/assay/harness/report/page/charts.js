// What all plots share: drawn when they come into view, again when the theme changes, still for everybody.

Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;
Chart.defaults.font.family = "system-ui, sans-serif";
Chart.defaults.plugins.legend.display = false;

const inView = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      inView.unobserve(entry.target);
      entry.target.dispatchEvent(new Event("draw"));
    }
  }
}, {rootMargin: "300px"});

/** A figure whose plot is made of a configuration for the colours; label says in words what it shows. */
function plot(label, height, configure) {
  const canvas = element("canvas", {role: "img", "aria-label": label});
  const frame = element("div", {class: "plot"}, canvas);
  frame.style.height = `${height}px`;
  frame.addEventListener("draw", () => {
    let chart = null;
    withColours(paint => {
      chart?.destroy();
      chart = new Chart(canvas, configure(paint));
    });
    canvas.dataset.drawn = "true";
  });
  inView.observe(frame);
  return frame;
}

/** An axis in the page's colours. */
function axis(paint, more) {
  return {
    grid: {color: paint.line},
    border: {display: false},
    ...more,
    ticks: {color: paint.soft, ...more.ticks},
    title: more.title ? {display: true, text: more.title, color: paint.soft} : {display: false},
  };
}

/** A logarithmic axis names the decades and as much between them as there is room for. */
function logAxis(paint, title) {
  return axis(paint, {
    type: "logarithmic",
    title,
    ticks: {
      maxRotation: 0,
      autoSkip: true,
      callback(value, at, ticks) {
        const digits = Number(value.toExponential().split("e")[0]);
        const decades = Math.log10(ticks[ticks.length - 1].value / ticks[0].value);
        const told = decades < 1 || digits === 1 || (decades < 3 && [2, 5].includes(digits));
        return told ? figure(value) : null;
      },
    },
  });
}

/** Names down the side, each as long as there is room. */
function names(paint, labels) {
  return axis(paint, {
    grid: {display: false},
    ticks: {
      color: paint.ink,
      autoSkip: false,
      callback(value) {
        const room = this.chart.width < 500 ? 16 : 44;
        const label = labels[value];
        return label.length <= room ? label : `${label.slice(0, room / 2)}…${label.slice(-(room / 2 - 1))}`;
      },
    },
  });
}

/** Draws each value's interval over it. */
const whiskers = {
  id: "whiskers",
  afterDatasetsDraw(chart) {
    const {ctx, scales: {x}, chartArea} = chart;
    chart.data.datasets.forEach((set, number) => {
      (set.intervals ?? []).forEach(([low, high], at) => {
        if (low === null || high === null || low === undefined) {
          return;
        }
        const y = chart.getDatasetMeta(number).data[at].y;
        const clamp = value => Math.min(Math.max(x.getPixelForValue(value), chartArea.left), chartArea.right);
        const [from, to] = [clamp(low), clamp(high)];
        ctx.save();
        ctx.strokeStyle = set.whisker;
        ctx.lineWidth = 1.5;
        ctx.beginPath();
        ctx.moveTo(from, y);
        ctx.lineTo(to, y);
        for (const end of [from, to]) {
          ctx.moveTo(end, y - 4);
          ctx.lineTo(end, y + 4);
        }
        ctx.stroke();
        ctx.restore();
      });
    });
  },
};

/** Upright lines at values of x: {at, colour, dash}. */
const uprights = {
  id: "uprights",
  beforeDatasetsDraw(chart, args, options) {
    const {ctx, scales: {x}, chartArea} = chart;
    for (const line of options.lines ?? []) {
      ctx.save();
      ctx.strokeStyle = line.colour;
      ctx.setLineDash(line.dash ?? []);
      ctx.beginPath();
      ctx.moveTo(x.getPixelForValue(line.at), chartArea.top);
      ctx.lineTo(x.getPixelForValue(line.at), chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    }
  },
};
