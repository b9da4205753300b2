// Makes tables sort by their headings and filter by a word, and shows what a page holds back until someone asks.
(() => {
  'use strict';
  const text = (tag, content, className) => {
    const element = document.createElement(tag);
    element.textContent = content;
    if (className) {
      element.className = className;
    }
    return element;
  };

  const sortKey = (row, column) => {
    const cell = row.cells[column];
    if (!cell) {
      return Number.NEGATIVE_INFINITY;
    }
    const said = cell.dataset.sort ?? cell.textContent.trim();
    const number = Number(said.replace(/[, %]/g, ''));
    return said !== '' && Number.isFinite(number) ? number : said.toLowerCase();
  };

  const compare = (a, b) => {
    if (typeof a === typeof b) {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    return typeof a === 'number' ? -1 : 1;
  };

  const makeSortable = (table) => {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const button = text('button', heading.textContent, 'sort');
      button.type = 'button';
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const isNumber = heading.classList.contains('number');
        const before = heading.getAttribute('aria-sort');
        const descending = before ? before === 'ascending' : isNumber;
        for (const other of table.tHead.rows[0].cells) {
          other.removeAttribute('aria-sort');
        }
        heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        const body = table.tBodies[0];
        const rows = [...body.rows].filter((row) => !row.classList.contains('evidence'));
        closeEvidence(body);
        const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
        keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
        body.append(...keyed.map((item) => item.row));
      });
    });
  };

  const makeFilterable = (table) => {
    const label = text('label', '', 'filter');
    const input = document.createElement('input');
    input.type = 'search';
    input.placeholder = table.dataset.filter;
    input.setAttribute('aria-label', table.dataset.filter);
    input.setAttribute('aria-controls', table.id);
    const told = text('span', '', 'quiet');
    told.setAttribute('role', 'status');
    label.append(input, told);
    table.closest('.scroll').before(label);
    input.addEventListener('input', () => {
      const word = input.value.trim().toLowerCase();
      closeEvidence(table.tBodies[0]);
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        row.hidden = word !== '' && !row.textContent.toLowerCase().includes(word)
          && ![...row.querySelectorAll('[title]')].some((named) => named.title.toLowerCase().includes(word));
        shown += row.hidden ? 0 : 1;
      }
      told.textContent = word === '' ? '' : `${shown} of ${table.tBodies[0].rows.length}`;
    });
  };

  const closeEvidence = (body) => {
    body.querySelectorAll('tr.evidence').forEach((row) => row.remove());
    body.querySelectorAll('button[aria-expanded="true"]').forEach((button) => button.setAttribute('aria-expanded', 'false'));
  };

  // The evidence of features that have no card: built from the page's data when a row is opened.
  const readJson = (id) => {
    const element = document.getElementById(id);
    return element ? JSON.parse(element.textContent) : null;
  };

  const table = (name, head, rows) => {
    const made = document.createElement('table');
    made.setAttribute('aria-label', name);
    const headRow = made.createTHead().insertRow();
    head.forEach((title, column) => {
      const cell = text('th', title, column > 0 ? 'number' : '');
      cell.scope = 'col';
      headRow.append(cell);
    });
    const body = made.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      row.forEach((value, column) => {
        const cell = text(column === 0 ? 'th' : 'td', value, column > 0 ? 'number' : '');
        if (column === 0) {
          cell.scope = 'row';
        }
        line.append(cell);
      });
    }
    return made;
  };

  const share = (value) => (value === undefined ? '–' : `${Math.round(value / 10) / 10} %`);

  const evidenceOf = (feature, measurements) => {
    const pair = text('div', '', 'pair');
    if (feature.baseline || feature.current) {
      const bars = feature.bars ?? feature.edges.slice(1).map((edge, i) => `${feature.edges[i]} to ${edge}`);
      const figure = text('figure', '', 'chart');
      figure.dataset.chart = 'distribution';
      const caption = text('figcaption', 'Distribution of ');
      caption.append(text('bdi', feature.name));
      const plot = text('div', '', 'plot');
      plot.setAttribute('role', 'img');
      plot.setAttribute('aria-label', `Distribution of ${feature.name} in the baseline and in this window`);
      const behind = text('details', '', 'behind');
      behind.append(
        text('summary', 'The same as a table'),
        table(`Distribution of ${feature.name}`, ['value', 'baseline', 'this window'],
          bars.map((bar, i) => [bar, share(feature.baseline?.[i]), share(feature.current?.[i])])));
      figure.append(caption, plot, behind);
      pair.append(figure);
      figure.chartData = feature;
    }
    if (feature.figures) {
      pair.append(table(`Figures of ${feature.name}`, ['', 'baseline', 'this window'],
        measurements.map((name, i) => [name, feature.figures[2 * i], feature.figures[2 * i + 1]])));
    }
    return pair;
  };

  const offerEvidence = (features) => {
    let data = null;
    const cards = document.querySelectorAll('section.feature').length;
    for (const row of features.querySelectorAll('tr[data-evidence]')) {
      const heading = row.cells[0];
      const button = text('button', '', 'expand');
      button.type = 'button';
      button.append(...heading.childNodes);
      button.setAttribute('aria-expanded', 'false');
      heading.append(button);
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-expanded') === 'true') {
          button.setAttribute('aria-expanded', 'false');
          row.nextElementSibling.remove();
          return;
        }
        data ??= readJson('evidence');
        const opened = document.createElement('tr');
        opened.className = 'evidence';
        const cell = opened.insertCell();
        cell.colSpan = features.tHead.rows[0].cells.length;
        cell.append(evidenceOf(data.features[Number(row.dataset.evidence) - cards], data.rows));
        row.after(opened);
        button.setAttribute('aria-expanded', 'true');
        opened.querySelectorAll('figure.chart').forEach((figure) => globalThis.drawChart?.(figure));
      });
    }
  };

  // The runs before those of the table, from the same data as the charts.
  const offerRuns = (note) => {
    const words = [['Healthy', 'good'], ['Violations', 'bad'], ['No data', 'none'], ['Failed', 'failed']];
    const pad = (number) => String(number).padStart(2, '0');
    const stamp = (time) => `${time.getUTCFullYear()}-${pad(time.getUTCMonth() + 1)}-${pad(time.getUTCDate())} ${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}`;
    const page = (time) => `${stamp(time).replace(/[-:]/g, '').replace(' ', 'T')}${pad(time.getUTCSeconds())}Z.html`;
    const seconds = (value) => (value === null ? '–' : `${value} s`);
    const button = text('button', 'Show all');
    button.type = 'button';
    note.append(' ', button);
    button.addEventListener('click', () => {
      const runs = readJson('runs');
      const body = document.getElementById('run-table').tBodies[0];
      for (let i = runs.start.length - 1 - Number(note.dataset.shown); i >= 0; i--) {
        const start = new Date(runs.start[i] * 1000);
        const end = stamp(new Date((runs.start[i] + runs.minutes[i] * 60) * 1000));
        const row = body.insertRow();
        const heading = document.createElement('th');
        heading.scope = 'row';
        heading.dataset.sort = runs.start[i];
        const link = text('a', `${stamp(start)} to ${end.startsWith(stamp(start).slice(0, 10)) ? end.slice(11) : end}`);
        link.href = `runs/${page(start)}`;
        heading.append(link);
        const state = document.createElement('td');
        state.append(text('span', words[runs.outcome[i]][0], `state ${words[runs.outcome[i]][1]}`));
        row.append(heading, state);
        for (const [value, shown] of [
          [runs.violations[i]],
          ...(runs.drifted ? [[runs.drifted[i]]] : runs.labelled ? [[runs.labelled[i] ?? -1, share(runs.labelled[i] ?? undefined)]] : []),
          [runs.rows[i]], [runs.unreadable[i]], [runs.late[i]],
          [runs.lag[i] ?? -1, seconds(runs.lag[i])], [runs.took[i], seconds(runs.took[i])],
        ]) {
          const cell = text('td', shown ?? value.toLocaleString('en-US'), 'number');
          cell.dataset.sort = value;
          row.append(cell);
        }
      }
      note.remove();
    });
  };

  // A report that is due and not there is told by the clock of whoever looks.
  const tellOverdue = (cell) => {
    const hours = (Date.now() / 1000 - Number(cell.dataset.due)) / 3600;
    if (hours > 1 && hours < 24 * 14) {
      const due = hours < 48 ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} days`;
      cell.append(text('span', `overdue by ${due}`, 'under overdue'));
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    const features = document.getElementById('features');
    if (features) {
      offerEvidence(features);
    }
    document.querySelectorAll('table.sortable').forEach((sortable) => {
      makeSortable(sortable);
      makeFilterable(sortable);
    });
    const more = document.getElementById('more-runs');
    if (more) {
      offerRuns(more);
    }
    document.querySelectorAll('[data-due]').forEach(tellOverdue);
  });
})();
