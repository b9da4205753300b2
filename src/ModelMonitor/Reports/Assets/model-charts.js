// Draws the figures of model quality, bias and attribution: metrics over time, curves, confusions and bars of attributions.
(() => {
  'use strict';
  const { common, axis, time, timeAxis, timeline, marks, percent } = globalThis.chartTools;

  const labelled = (data, colors) => timeline(data, colors, [
    {
      name: 'labelled', type: 'line', data: data.labelled, step: 'middle', symbol: data.start.length < 24 ? 'circle' : 'none', connectNulls: false,
      itemStyle: { color: colors.baseline }, areaStyle: { color: colors.baseline, opacity: 0.3 }, markLine: marks(data, colors),
    },
  ], axis(colors, { type: 'value', min: 0, max: 10000, interval: 5000, axisLabel: { color: colors.quiet, formatter: percent } }));

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
    const square = { type: 'value', min: 0, max: 1, interval: 0.25, nameLocation: 'middle', nameTextStyle: { color: colors.quiet } };
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

  // Names of many classes do not fit side by side.
  const isTilted = (size) => size > (innerWidth < 600 ? 3 : 8);

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
    const tilted = isTilted(size);
    return {
      ...common(colors),
      legend: { show: false },
      grid: { left: width + 34, right: 16, top: 8, bottom: tilted ? 136 : 92 },
      tooltip: {
        ...common(colors).tooltip, trigger: 'item',
        formatter: (item) => `actual ${data.classes[item.value[1]]}\npredicted ${data.classes[item.value[0]]}\n${item.value[3].toLocaleString('en-US')} rows, ${item.value[2]} %`,
      },
      xAxis: names('predicted', {
        nameGap: tilted ? 78 : 34,
        axisLabel: { color: colors.text, width: tilted ? 80 : 600 / size, overflow: 'truncate', rotate: tilted ? 45 : 0, interval: size > 8 && innerWidth < 600 ? 'auto' : 0 },
      }),
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

  labelled.height = () => 160;
  metric.height = (data) => (data.lines.length === 1 ? 190 : 220);
  curve.height = () => 320;
  confusion.height = (data) => {
    const size = data.classes.length;
    return 108 + (isTilted(size) ? 44 : 0) + Math.max(150, (size < 5 ? 60 : 26) * size);
  };
  attribution.height = (data) => 60 + 34 * data.features.length;

  Object.assign(globalThis.chartMakers, { labelled, metric, curve, confusion, attribution });
})();
