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

  const labelled = (data, colors) => timeline(data, colors, [
    {
      name: 'labelled', type: 'line', data: data.labelled, step: 'middle', symbol: data.start.length < 24 ? 'circle' : 'none', connectNulls: false,
      itemStyle: { color: colors.baseline }, areaStyle: { color: colors.baseline, opacity: 0.3 }, markLine: marks(data, colors),
    },
  ], axis(colors, { type: 'value', min: 0, max: 10000, splitNumber: 4, axisLabel: { color: colors.quiet, formatter: percent } }));

  const short = (value) => Number(Number(value).toPrecision(4)).toLocaleString('en-US', { maximumSignificantDigits: 4 });

  // Metrics over time: a line for each group, the interval behind it as a band that is stacked on its lower end.
  const metric = (data, colors) => {
    const shades = [colors.current, colors.baseline, colors.good, colors.failed, colors.quiet];
    const isOne = data.lines.length === 1;
    const series = [];
    data.lines.forEach((line, i) => {
      const color = shades[i % shades.length];
      if (line.low && line.high) {
        const band = { type: 'line', stack: `band-${i}`, stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
        series.push({ ...band, name: `low-${i}`, data: line.low });
        series.push({
          ...band, name: `band-${i}`, areaStyle: { color, opacity: isOne ? 0.28 : 0.14 },
          data: line.high.map((high, at) => (high === null || line.low[at] === null ? null : high - line.low[at])),
        });
      }
      const isBad = new Set(line.violated);
      series.push({
        name: line.name, type: 'line', connectNulls: false, lineStyle: { width: 2 }, itemStyle: { color }, z: 3,
        data: (line.value ?? []).map((value, at) => (isBad.has(at)
          ? { value, symbol: 'diamond', symbolSize: 9, itemStyle: { color: colors.bad } }
          : { value, symbol: data.start.length < 60 ? 'circle' : 'none', symbolSize: 4 })),
        showAllSymbol: true,
      });
      ['limit', 'minimum', 'maximum'].filter((name) => line[name]).forEach((name) => series.push({
        name: `${line.name}, ${name}`, type: 'line', step: 'middle', symbol: 'none', silent: true, data: line[name],
        lineStyle: { color: isOne ? colors.bad : color, type: 'dashed', width: 1 }, itemStyle: { color: isOne ? colors.bad : color },
      }));
    });
    return {
      ...common(colors),
      legend: { ...common(colors).legend, show: !isOne, type: 'plain', data: data.lines.map((line) => ({ name: line.name, icon: 'rect' })) },
      grid: { ...common(colors).grid, top: isOne ? 12 : 36 },
      tooltip: {
        ...common(colors).tooltip, axisPointer: { type: 'line' },
        formatter: (items) => [time(data.start[items[0].dataIndex]), ...data.lines.map((line) => {
          const at = items[0].dataIndex;
          const of = (name) => line[name]?.[at] ?? null;
          const figures = [of('value') === null ? 'no value' : short(of('value'))];
          if (of('low') !== null && of('high') !== null) {
            figures.push(`${short(of('low'))} to ${short(of('high'))}`);
          }
          if (of('limit') !== null) {
            figures.push(`compared with ${short(of('limit'))}`);
          }
          return `${line.name}: ${figures.join(', ')}${line.violated.includes(at) ? ', violated' : ''}`;
        })].join('\n'),
      },
      xAxis: timeAxis(data, colors),
      yAxis: axis(colors, { type: 'value', scale: true, splitNumber: 3, axisLabel: { color: colors.quiet, formatter: short } }),
      series,
    };
  };

  // A curve in the unit square, over the baseline's.
  const curve = (data, colors) => {
    const whole = (value) => `${Math.round(value * 100)} %`;
    const square = { type: 'value', min: 0, max: 1, splitNumber: 4, nameLocation: 'middle', nameTextStyle: { color: colors.quiet } };
    const symbol = data.points ? 'circle' : 'none';
    const line = (name, points, color) => ({ name, type: 'line', data: points, symbol, symbolSize: 7, itemStyle: { color }, lineStyle: { width: 2 }, emphasis: { disabled: true } });
    return {
      ...common(colors),
      grid: { left: 56, right: 16, top: 36, bottom: 44 },
      tooltip: {
        ...common(colors).tooltip, axisPointer: { type: 'line' },
        formatter: (items) => items.filter((item) => item.seriesName !== 'diagonal')
          .map((item) => `${item.seriesName}: ${data.x} ${short(item.value[0])}, ${data.y} ${short(item.value[1])}`).slice(0, 2).join('\n'),
      },
      legend: { ...common(colors).legend, data: ['baseline', 'this window'].filter((name) => name !== 'baseline' || data.baseline) },
      xAxis: axis(colors, { ...square, name: data.x, nameGap: 26, axisLabel: { color: colors.quiet, formatter: whole } }),
      yAxis: axis(colors, { ...square, name: data.y, nameGap: 42, axisLabel: { color: colors.quiet, formatter: whole } }),
      series: [
        ...(data.diagonal
          ? [{ name: 'diagonal', type: 'line', data: [[0, 0], [1, 1]], symbol: 'none', silent: true, lineStyle: { color: colors.quiet, type: 'dashed', width: 1 } }]
          : []),
        ...(data.baseline ? [line('baseline', data.baseline, colors.baseline)] : []),
        { ...line('this window', data.current, colors.current), areaStyle: data.points ? undefined : { color: colors.current, opacity: 0.12 } },
      ],
    };
  };

  const confusion = (data, colors) => {
    const size = data.classes.length;
    const cells = [];
    data.counts.forEach((row, actual) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      row.forEach((count, predicted) => cells.push([predicted, actual, total === 0 ? 0 : Math.round((1000 * count) / total) / 10, count]));
    });
    const names = (name, more) => axis(colors, {
      type: 'category', data: data.classes, splitLine: { show: false }, name, nameLocation: 'middle', nameTextStyle: { color: colors.quiet },
      ...more,
    });
    const width = innerWidth < 600 ? 60 : 110;
    return {
      ...common(colors),
      legend: { show: false },
      grid: { left: width + 34, right: 16, top: 8, bottom: 92 },
      tooltip: {
        ...common(colors).tooltip, trigger: 'item',
        formatter: (item) => `actual ${data.classes[item.value[1]]}\npredicted ${data.classes[item.value[0]]}\n${item.value[3].toLocaleString('en-US')} rows, ${item.value[2]} %`,
      },
      xAxis: names('predicted', { nameGap: 34, axisLabel: { color: colors.text, width: Math.max(40, 600 / size), overflow: 'truncate', hideOverlap: true } }),
      yAxis: names('actual', { inverse: true, nameGap: width + 16, axisLabel: { color: colors.text, width, overflow: 'truncate', interval: 0 } }),
      visualMap: {
        type: 'continuous', min: 0, max: 100, dimension: 2, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 12,
        text: ['100 % of the row', '0 %'], textStyle: { color: colors.quiet }, inRange: { color: [colors.heat[0], colors.heat[1], colors.heat[2]] },
      },
      series: [{
        type: 'heatmap', data: cells, itemStyle: { borderColor: colors.surface, borderWidth: 1 },
        label: { show: size <= (innerWidth < 600 ? 5 : 12), color: colors.text, formatter: (item) => `${item.value[2]} %` },
        emphasis: { itemStyle: { borderColor: colors.text, borderWidth: 1 } },
      }],
    };
  };

  const attribution = (data, colors) => {
    const one = (name, values, color) => ({
      name, type: 'bar', data: values, itemStyle: { color, opacity: 0.8 }, barGap: '10%', barCategoryGap: '30%', emphasis: { disabled: true },
    });
    return {
      ...common(colors),
      tooltip: { ...common(colors).tooltip, valueFormatter: (value) => (value === null || value === undefined ? 'none' : short(value)) },
      xAxis: axis(colors, { type: 'value', splitNumber: 4, axisLabel: { color: colors.quiet, formatter: short, hideOverlap: true } }),
      yAxis: axis(colors, {
        type: 'category', data: data.features, inverse: true, splitLine: { show: false },
        axisLabel: { color: colors.text, width: innerWidth < 600 ? 90 : 180, overflow: 'truncate', interval: 0 },
      }),
      series: [one('baseline', data.baseline, colors.baseline), one('this window', data.current, colors.current)],
    };
  };

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

  const makers = { distribution, violations, rows, drift, labelled, metric, curve, confusion, attribution };

  const heightOf = (kind, data) => {
    if (kind === 'drift') {
      return 112 + 22 * data.features.length;
    }
    if (kind === 'attribution') {
      return 60 + 34 * data.features.length;
    }
    if (kind === 'confusion') {
      return 108 + Math.max(150, (data.classes.length < 5 ? 60 : 26) * data.classes.length);
    }
    if (kind === 'metric') {
      return data.lines.length === 1 ? 190 : 220;
    }
    if (kind === 'curve') {
      return 320;
    }
    if (kind === 'labelled') {
      return 160;
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
