// Draws each <canvas data-chart>, and again when its part of the page was fetched again or the colours changed.
// The same figures stand in a table beside it.
const drawn = new Map();

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function figure(chart, value) {
  if (chart.unit === "$") return "$" + value.toLocaleString("en-US", { maximumFractionDigits: 2 });
  return value.toLocaleString("en-US") + (chart.unit ? " " + chart.unit : "");
}

function datasets(chart) {
  const bars = chart.series.map(series => ({
    type: "bar",
    label: series.label,
    data: series.values,
    backgroundColor: color(series.color),
    borderWidth: 0,
    categoryPercentage: chart.labels.length > 40 ? 1 : 0.8,
    barPercentage: 0.9,
    maxBarThickness: 64,
  }));
  if (chart.allowed == null) return bars;
  return [...bars, {
    type: "line",
    label: "allowed",
    stack: "allowed",
    data: chart.labels.map(() => chart.allowed),
    borderColor: color("--chart-line"),
    borderWidth: 2,
    borderDash: [6, 4],
    pointRadius: 0,
    pointHitRadius: 0,
  }];
}

function draw(canvas) {
  const chart = JSON.parse(canvas.dataset.chart);
  const text = color("--pico-color");
  const lines = color("--pico-muted-border-color");
  drawn.get(canvas)?.destroy();
  drawn.set(canvas, new Chart(canvas, {
    data: { labels: chart.labels, datasets: datasets(chart) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      plugins: {
        legend: { position: "bottom", align: "start", labels: { color: text, boxWidth: 14, boxHeight: 14, padding: 14 } },
        tooltip: { callbacks: { label: item => " " + item.dataset.label + ": " + figure(chart, item.parsed.y) } },
      },
      scales: {
        x: { stacked: chart.stacked, grid: { display: false }, border: { color: lines }, ticks: { color: text, maxRotation: 0, autoSkipPadding: 18 } },
        y: { stacked: chart.stacked, beginAtZero: true, suggestedMax: chart.allowed == null ? undefined : chart.allowed * 1.1,
          grid: { color: lines }, border: { display: false },
          ticks: { color: text, precision: 0, maxTicksLimit: 6, callback: value => chart.unit === "$" ? figure(chart, value) : value.toLocaleString("en-US") } },
      },
    },
  }));
}

function drawAll() {
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.destroy();
      drawn.delete(canvas);
    }
  }
  document.querySelectorAll("canvas[data-chart]").forEach(canvas => draw(canvas));
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
document.addEventListener("htmx:afterSwap", drawAll);
