// Draws the figures of a page with Apache ECharts, from the data beside them, when they come into sight.
(() => {
  'use strict';
  const drawn = new Map();

  const palette = () => {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
      text: color('text'), quiet: color('quiet'), line: color('line'), surface: color('surface'),
      baseline: color('baseline'), current: color('current'), good: color('good'), bad: color('bad'), none: color('none'),
      heat: [color('heat-0'), color('heat-1'), color('heat-2'), color('heat-3'), color('heat-4')],
    };
  };

  const percent = (value) => `${Math.round(value / 10) / 10} %`;
  const pad = (number) => String(number).padStart(2, '0');
  const time = (seconds) => {
    const at = new Date(seconds * 1000);
    return `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
  };

  const middle = (low, high) => {
    const number = (Number(low.replaceAll(',', '')) + Number(high.replaceAll(',', ''))) / 2;
    return Number(number.toPrecision(4)).toLocaleString('en-US', { maximumSignificantDigits: 4 });
  };

  // Tooltips are drawn on the canvas: no markup is made of data, and the policy forbids styles within markup anyway.
  const common = (colors) => ({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colors.text },
    grid: { left: 8, right: 16, top: 36, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: colors.text } },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' },
      backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text, fontSize: 13 },
    },
  });

  const axis = (colors, more) => ({
    axisLine: { lineStyle: { color: colors.line } },
    axisTick: { show: false },
    axisLabel: { color: colors.quiet, hideOverlap: true },
    splitLine: { lineStyle: { color: colors.line, opacity: 0.6 } },
    ...more,
  });

  const distribution = (data, colors) => {
    const bars = data.bars ?? data.edges.slice(1).map((edge, i) => `${data.edges[i]} to ${edge}`);
    const isSideways = !data.edges && bars.some((bar) => bar.length > 6);
    const names = axis(colors, {
      type: 'category', data: bars, inverse: isSideways,
      axisLabel: {
        color: colors.quiet, hideOverlap: true, width: 130, overflow: 'truncate',
        formatter: data.edges ? (bar, i) => middle(data.edges[i], data.edges[i + 1]) : undefined,
      },
      splitLine: { show: false },
    });
    const shares = axis(colors, { type: 'value', min: 0, splitNumber: 4, axisLabel: { color: colors.quiet, formatter: percent, hideOverlap: true } });
    const one = (name, values, color, isBehind) => ({
      name, type: 'bar', data: values ?? [], itemStyle: { color, opacity: isBehind ? 0.75 : 0.7 },
      // Of numbers, the bars lie on each other; of categories, side by side.
      barGap: data.edges ? '-100%' : '10%', barCategoryGap: data.edges ? '4%' : '30%',
      emphasis: { disabled: true },
    });
    return {
      ...common(colors),
      aria: { enabled: false },
      xAxis: isSideways ? shares : names,
      yAxis: isSideways ? names : shares,
      tooltip: { ...common(colors).tooltip, valueFormatter: percent },
      series: [
        one('baseline', data.baseline, colors.baseline, true),
        one('this window', data.current, colors.current, false),
      ],
    };
  };

  const timeAxis = (data, colors) => axis(colors, {
    type: 'category', data: data.start.map(time), splitLine: { show: false },
    axisLabel: { color: colors.quiet, hideOverlap: true, lineHeight: 15, formatter: (text) => text.replace(' ', '\n') },
  });

  // The window in which something happened, or the first after it.
  const columnOf = (data, at) => {
    const column = data.start.findIndex((start, i) => start + data.minutes[i] * 60 > at);
    return column < 0 ? data.start.length - 1 : column;
  };

  const marks = (data, colors) => ({
    symbol: 'none', silent: true, lineStyle: { color: colors.quiet, type: 'dashed' },
    label: { color: colors.quiet, formatter: (mark) => mark.name, position: 'insideEndTop' },
    data: data.marks.map(([at, , name]) => ({ xAxis: columnOf(data, at), name })),
  });

  const zoom = (data) => [
    { type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false },
    ...(data.start.length > 24 ? [{ type: 'slider', height: 18, bottom: 4, showDataShadow: false, labelFormatter: '' }] : []),
  ];

  const timeline = (data, colors, series, yAxis) => ({
    ...common(colors),
    grid: { ...common(colors).grid, bottom: data.start.length > 24 ? 34 : 8 },
    dataZoom: zoom(data),
    xAxis: timeAxis(data, colors),
    yAxis,
    series,
  });

  const violations = (data, colors) => timeline(data, colors, [
    {
      name: 'violations', type: 'bar', data: data.violations, itemStyle: { color: colors.bad }, barMaxWidth: 28,
      markLine: marks(data, colors), emphasis: { disabled: true },
    },
    ...(data.drifted
      ? [{ name: 'drifted features', type: 'line', data: data.drifted, step: 'middle', symbol: 'none', itemStyle: { color: colors.current } }]
      : []),
  ], axis(colors, { type: 'value', min: 0, minInterval: 1, splitNumber: 3 }));

  const rows = (data, colors) => timeline(data, colors, [
    {
      name: 'rows', type: 'bar', data: data.rows, itemStyle: { color: colors.baseline }, barMaxWidth: 28, barGap: '-100%',
      markLine: marks(data, colors), emphasis: { disabled: true },
    },
    { name: 'unreadable', type: 'bar', data: data.unreadable, itemStyle: { color: colors.bad }, barMaxWidth: 28, emphasis: { disabled: true } },
    { name: 'lag (s)', type: 'line', yAxisIndex: 1, data: data.lag, symbol: 'none', connectNulls: false, itemStyle: { color: colors.current } },
  ], [
    axis(colors, { type: 'value', min: 0, splitNumber: 3 }),
    axis(colors, { type: 'value', min: 0, splitNumber: 3, splitLine: { show: false } }),
  ]);

  const drift = (data, colors) => {
    const cells = [];
    data.percents.forEach((row, y) => row.forEach((value, x) => value >= 0 && cells.push([x, y, value])));
    return {
      ...common(colors),
      legend: { show: false },
      grid: { ...common(colors).grid, top: 8, bottom: 48 },
      tooltip: {
        ...common(colors).tooltip, trigger: 'item',
        formatter: (item) => `${data.features[item.value[1]]}\n${time(data.starts[item.value[0]])}\n${item.value[2]} % of the threshold`,
      },
      xAxis: axis(colors, {
        type: 'category', data: data.starts.map(time), splitLine: { show: false },
        axisLabel: { color: colors.quiet, hideOverlap: true, lineHeight: 15, formatter: (text) => text.replace(' ', '\n') },
      }),
      yAxis: axis(colors, {
        type: 'category', data: data.features, inverse: true, splitLine: { show: false },
        axisLabel: { color: colors.text, width: innerWidth < 600 ? 90 : 180, overflow: 'truncate', interval: 0 },
      }),
      visualMap: {
        type: 'piecewise', orient: 'horizontal', left: 'center', bottom: 0, itemWidth: 14, itemHeight: 10,
        textStyle: { color: colors.quiet }, textGap: 4, itemGap: innerWidth < 600 ? 5 : 10,
        pieces: [
          { max: 49, label: '< 50', color: colors.heat[0] },
          { min: 50, max: 100, label: '≤ 100', color: colors.heat[1] },
          { min: 101, max: 200, label: '≤ 200', color: colors.heat[2] },
          { min: 201, max: 400, label: '≤ 400', color: colors.heat[3] },
          { min: 401, label: '> 400', color: colors.heat[4] },
        ],
      },
      series: [{
        type: 'heatmap', data: cells, itemStyle: { borderColor: colors.surface, borderWidth: data.starts.length > 60 ? 0 : 1 },
        emphasis: { itemStyle: { borderColor: colors.text, borderWidth: 1 } },
      }],
    };
  };

  const makers = { distribution, violations, rows, drift };

  const heightOf = (kind, data) => {
    if (makers[kind].height) {
      return makers[kind].height(data);
    }
    if (kind === 'drift') {
      return 112 + 22 * data.features.length;
    }
    if (kind === 'distribution' && data.bars?.some((bar) => bar.length > 6)) {
      return 70 + 34 * data.bars.length;
    }
    return kind === 'distribution' ? 300 : 240;
  };

  const draw = (figure) => {
    if (drawn.has(figure) || !globalThis.echarts) {
      return;
    }
    const data = figure.chartData ?? JSON.parse(document.getElementById(figure.dataset.source).textContent);
    const kind = figure.dataset.chart;
    const plot = figure.querySelector('.plot');
    const label = plot.getAttribute('aria-label');
    plot.style.height = `${heightOf(kind, data)}px`;
    const chart = echarts.init(plot, null, { renderer: 'canvas' });
    chart.setOption(makers[kind](data, palette()));
    plot.setAttribute('aria-label', label);
    drawn.set(figure, { chart, kind, data });
    figure.dataset.drawn = 'true';
    if (kind === 'violations' || kind === 'rows' || kind === 'labelled') {
      chart.group = 'time';
      echarts.connect('time');
    }
  };

  const redraw = () => drawn.forEach(({ chart, kind, data }, figure) => {
    if (figure.isConnected) {
      chart.setOption(makers[kind](data, palette()), { notMerge: true });
    } else {
      chart.dispose();
      drawn.delete(figure);
    }
  });

  // Other scripts add makers of their own, which may know their heights.
  globalThis.chartMakers = makers;
  globalThis.chartTools = { common, axis, time, timeAxis, timeline, marks, percent };
  globalThis.drawChart = draw;
  globalThis.chartOf = (figure) => drawn.get(figure)?.chart;
  document.addEventListener('themechange', redraw);
  addEventListener('resize', () => drawn.forEach(({ chart }) => chart.resize()));
  addEventListener('beforeprint', () => document.querySelectorAll('figure.chart').forEach(draw));
  document.addEventListener('DOMContentLoaded', () => {
    const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      seen.unobserve(entry.target);
      draw(entry.target);
    }), { rootMargin: '400px' });
    document.querySelectorAll('figure.chart').forEach((figure) => seen.observe(figure));
  });
})();
