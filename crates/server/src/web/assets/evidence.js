// The list of files on their way, and the recorder beside it.
import { fill, say, swap } from './enhance.js';
import { Upload, abandon, begun } from './tus.js';
import { drop } from './slices.js';
import './recorder.js';

const lang = document.documentElement.lang;
const percent = new Intl.NumberFormat(lang, { style: 'percent' });
const size = n => {
  const [unit, div] = n < 1e6 ? ['kilobyte', 1e3] : n < 1e9 ? ['megabyte', 1e6] : ['gigabyte', 1e9];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: n / div < 10 ? 1 : 0 }).format(n / div);
};
const make = (tag, props = {}, ...children) => {
  const el = Object.assign(document.createElement(tag), props);
  el.append(...children);
  return el;
};

customElements.define('evidence-uploads', class extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.list = make('ul', { className: 'uploads' });
    this.append(this.list);
    const form = this.querySelector('form'), input = form.querySelector('input[type=file]');
    form.querySelector('button').hidden = true;
    input.addEventListener('change', () => { [...input.files].forEach(f => this.add(f)); form.reset(); });
    form.addEventListener('submit', e => e.preventDefault());
    for (const kind of ['dragenter', 'dragover']) this.addEventListener(kind, e => { if (e.dataTransfer.types.includes('Files')) e.preventDefault(); });
    this.addEventListener('drop', e => { e.preventDefault(); [...e.dataTransfer.files].forEach(f => this.add(f)); });
    this.rows = new Map();
    this.leave = e => { if ([...this.rows.keys()].some(u => ['sending', 'waiting'].includes(u.state))) e.preventDefault(); };
    addEventListener('beforeunload', this.leave);
    begun(this.dataset.evidence).forEach(entry => this.remember(entry));
  }

  disconnectedCallback() { removeEventListener('beforeunload', this.leave); }

  /** Sends a file. `recording` is the id of the copy on this device, to be forgotten when it has arrived. */
  add(file, { duration, recording } = {}) {
    const upload = new Upload(file, { evidence: this.dataset.evidence, duration, changed: u => this.show(u) });
    this.querySelector(`[data-begun="${CSS.escape(upload.key)}"]`)?.remove();
    if ([...this.rows.keys()].some(u => u.key === upload.key)) return;
    upload.recording = recording;
    this.rows.set(upload, this.row(upload));
    if (file.size > Number(this.dataset.max)) {
      return upload.to('failed', fill(this.words['too-large'], { all: size(Number(this.dataset.max)) }));
    }
    upload.run();
  }

  button(words, name, onclick) {
    return make('button', { type: 'button', className: 'btn small', onclick }, words, make('span', { className: 'vh' }, ` ${name}`));
  }

  row(upload) {
    const { name } = upload.file, w = this.words;
    const status = make('span', { className: 'muted' });
    const bar = make('progress', { max: upload.file.size || 1, value: 0 });
    bar.setAttribute('aria-label', name);
    const pause = this.button(w.pause, name, () => { upload.pause(); row.resume.focus(); });
    const resume = this.button(w.resume, name, () => { upload.run(); row.pause.focus(); });
    const retry = this.button(w.retry, name, () => upload.run());
    const remove = this.button(w.remove, name, async () => { await upload.remove(); this.done_with(upload); });
    const li = make('li', {}, make('span', {}, make('strong', {}, name), ' ', status), make('span', { className: 'row' }, pause, resume, retry, remove), bar);
    this.list.append(li);
    const row = { li, status, bar, pause, resume, retry, quarter: 0 };
    return row;
  }

  show(upload) {
    const row = this.rows.get(upload), w = this.words, { file, state } = upload;
    if (!row) return;
    const share = file.size ? upload.sent / file.size : 1, part = percent.format(Math.floor(share * 100) / 100);
    row.bar.value = upload.sent;
    row.pause.hidden = state !== 'sending';
    row.resume.hidden = state !== 'paused';
    row.retry.hidden = !['waiting', 'signed-out'].includes(state);
    row.bar.hidden = state === 'failed';
    const values = { part, sent: size(upload.sent), all: size(file.size), name: file.name };
    row.status.textContent = {
      sending: fill(w.progress, values), paused: fill(w.pausing, values), waiting: fill(w.waiting, values),
      'signed-out': w['signed-out'], done: w.saved, failed: fill(w.failed, { ...values, part: upload.words }),
    }[state] ?? '';
    if (Math.floor(share * 4) > row.quarter && share < 1) {
      row.quarter = Math.floor(share * 4);
      say(fill(w.quarter, { ...values, part: percent.format(row.quarter / 4) }));
    }
    const words = row.status.textContent;
    if (words !== row.said && ['failed', 'signed-out', 'waiting'].includes(state)) { row.said = words; say(words); }
    if (state === 'done') this.arrived(upload);
  }

  async arrived(upload) {
    say(fill(this.words.done, { name: upload.file.name }));
    if (upload.recording) await drop(upload.recording).catch(() => {});
    // Without a network there is no page to go on to: this one stays until there is.
    if (!navigator.onLine) await new Promise(ok => { addEventListener('online', ok, { once: true }); });
    this.done_with(upload);
    this.dispatchEvent(new CustomEvent('arrived', { bubbles: true, detail: { url: upload.url, size: upload.file.size } }));
    if (!this.dataset.done) return;
    if (document.querySelector('#evidence-list')) swap('#evidence-list', this.dataset.done, { address: false });
    else location.assign(this.dataset.done);
  }

  done_with(upload) {
    const { li } = this.rows.get(upload) ?? {};
    const focused = li?.contains(document.activeElement);
    li?.remove();
    this.rows.delete(upload);
    if (focused) this.querySelector('input[type=file]').focus();
  }

  /** A file begun before a reload: the browser may not open it again by itself, so it is asked for. */
  async remember(entry) {
    const head = await fetch(entry.url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' }, redirect: 'manual' }).catch(() => null);
    if (head && [404, 410].includes(head.status)) return localStorage.removeItem(entry.key);
    if ([...this.rows.keys()].some(u => u.key === entry.key)) return;
    const at = Number(head?.headers.get('upload-offset') ?? 0);
    const part = percent.format(Math.floor(100 * at / (entry.size || 1)) / 100);
    const choose = this.button(this.words.continue, entry.name, () => this.querySelector('input[type=file]').click());
    const remove = this.button(this.words.remove, entry.name, () => { abandon(entry); li.remove(); this.querySelector('input[type=file]').focus(); });
    const li = make('li', {}, make('span', {}, fill(this.words['continue-hint'], { name: entry.name, part })), make('span', { className: 'row' }, choose, remove));
    li.dataset.begun = entry.key;
    this.list.append(li);
  }
});
