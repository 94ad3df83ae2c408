// The review desk: seeking and speed, notes at a moment, drafts that save themselves, one-key shortcuts.
import { fill, say, swap } from './enhance.js';

// ── Player ──
const media = id => document.getElementById(id)?.querySelector('video, audio');
const clock = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;

function speeds(figure) {
  const player = figure.querySelector('video, audio'), select = document.createElement('select');
  for (const speed of [0.5, 0.75, 1, 1.25, 1.5, 2]) {
    const number = new Intl.NumberFormat(document.documentElement.lang).format(speed);
    select.append(new Option(`${number}×`, speed, speed === 1, speed === 1));
  }
  select.addEventListener('change', () => { player.playbackRate = Number(select.value); });
  const label = document.createElement('label');
  label.append(`${figure.dataset.speed} `, select);
  figure.querySelector('figcaption').append(label);
}

addEventListener('click', e => {
  const to = e.target.closest('[data-seek]'), player = to && media(to.dataset.playerId);
  if (!player) return;
  e.preventDefault();
  player.currentTime = Number(to.dataset.seek);
  player.closest('figure').scrollIntoView({ block: 'nearest' });
});

// A time field follows the player until somebody types in it: data-time-of="player id".
function follows(field) {
  const player = media(field.dataset.timeOf);
  if (!player) return;
  const follow = () => { if (!field.dataset.typed) field.value = clock(player.currentTime); };
  player.addEventListener('timeupdate', follow);
  player.addEventListener('seeked', follow);
  field.addEventListener('input', () => { field.dataset.typed = '1'; });
  // The moment that is meant is the one when writing starts.
  const area = field.closest('form, .noting').querySelector('textarea');
  area.addEventListener('focus', () => { follow(); field.dataset.typed = '1'; });
}

// What was begun of a note goes along when another piece of evidence is opened.
let note = '';
addEventListener('input', e => { if (e.target.name === 'note-words') note = e.target.value; });

/** What a piece of evidence needs, on the page or just put into it. */
function prepare(root) {
  root.querySelectorAll('[data-player]').forEach(speeds);
  root.querySelectorAll('[data-time-of]').forEach(follows);
  root.querySelectorAll('[name=note-words]').forEach(area => { if (!area.value) area.value = note; });
}
prepare(document);
new MutationObserver(changes => {
  for (const node of changes.flatMap(c => [...c.addedNodes])) if (node instanceof Element && node.matches('#evidence, #notes')) prepare(node);
}).observe(document.body, { childList: true, subtree: true });

// ── Drafts ──
// <form data-autosave="/address"> sends its fields by PUT a second after the last change. The field `revision` says
// what it is based on; the answer has the new base and, as `standing`, the part of the page that says what is missing.
// 409 means that somebody else was faster, and nothing is saved over their work.
const form = document.querySelector('form[data-autosave]');
if (form) {
  const status = form.querySelector('[data-autosave-status]'), words = JSON.parse(status.dataset.words);
  let timer, dirty = false, stuck = false, under_way = 0, line = Promise.resolve(true);

  const tell = (text, wrong) => {
    status.textContent = text;
    status.classList.toggle('wrong-text', wrong);
    if (wrong) say(text);
  };
  const show = ({ revision, scored, standing }) => {
    form.elements.revision.value = revision;
    const count = form.querySelector('[data-scored]'), old = form.querySelector('#standing');
    if (count && scored) count.textContent = scored;
    if (!old || !standing || old.outerHTML === standing) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.outerHTML = standing;
    if (focused) document.getElementById(focused)?.focus();
  };
  const failed = answer => {
    dirty = true;
    stuck = answer?.status === 409;
    const out = answer && (answer.type === 'opaqueredirect' || answer.status === 401);
    tell(stuck ? words.conflict : out ? words['signed-out'] : words.failed, true);
    if (!stuck) timer = setTimeout(save, 10_000);
    return false;
  };
  const send = async wish => {
    if (stuck) return false;
    clearTimeout(timer);
    dirty = false;
    const body = new URLSearchParams(new FormData(form));
    if (wish) body.set(wish.name, wish.value);
    // Browsers send at most 64 KB on after a page is left.
    const small = body.toString().length < 60_000;
    let answer = null;
    try {
      answer = await fetch(form.dataset.autosave, { method: 'PUT', body, redirect: 'manual', keepalive: small, headers: { Accept: 'application/json' } });
    } catch { return failed(null); }
    const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
    if (answer.status === 422) { tell(said.errors?.join(' ') ?? words.failed, true); return false; }
    if (!answer.ok) return failed(answer);
    show(said);
    tell(fill(words.saved, { time: new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' }) }), false);
    return true;
  };
  // One after the other: each save is based on the revision that the one before brought.
  const save = wish => {
    under_way += 1;
    line = line.then(() => send(wish)).finally(() => { under_way -= 1; });
    return line;
  };

  form.addEventListener('input', e => {
    if (e.target.name.startsWith('note-')) return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 1000);
  });
  form.addEventListener('submit', async e => {
    clearTimeout(timer);
    if (!e.submitter?.hasAttribute('data-note') || stuck) {
      dirty = false;
      if (!under_way || stuck) return;
      // Sent now, it would be based on what the save on its way is about to replace: it goes once that has arrived.
      e.preventDefault();
      const id = e.submitter?.id;
      await line;
      form.requestSubmit((id && document.getElementById(id)) || e.submitter);
      return;
    }
    // A note is added or taken away without leaving the recording.
    e.preventDefault();
    const adds = e.submitter.value === 'note';
    if (!await save(e.submitter)) return;
    if (adds) note = '';
    const here = form.getAttribute('action').replace(/\/draft$/, '');
    swap('#notes', `${here}?item=${form.elements['note-item'].value}`, { address: false });
  });
  // How many of an item's questions are answered.
  form.addEventListener('change', e => {
    const item = e.target.closest('.varcs'), words = item?.querySelector('[data-done]');
    if (words) words.textContent = fill(words.dataset.done, { done: item.querySelectorAll(':checked').length });
  });
  // A link may be followed at once: what is filled in is saved first.
  addEventListener('click', async e => {
    const a = e.target.closest('a[href]');
    if (!a || !dirty || stuck || a.target || a.closest('[data-into]') || e.ctrlKey || e.metaKey || e.shiftKey || e.button || e.defaultPrevented) return;
    if (a.pathname === location.pathname && a.search === location.search) return;
    e.preventDefault();
    await save();
    location.assign(a.href);
  });
  addEventListener('beforeunload', e => { if (dirty) e.preventDefault(); });
}

// ── Shortcuts ──
// Any element with data-key="n" is clicked or focused by that key. They can be switched off, because
// speech input and shaky hands press single keys by accident (WCAG 2.1.4).
const OFF = 'shortcuts-off';
const toggle = document.querySelector('[data-shortcuts]');
if (toggle) {
  toggle.checked = !localStorage.getItem(OFF);
  toggle.addEventListener('change', () => toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'));
}
const player_keys = {
  k: p => p.paused ? p.play() : p.pause(),
  j: p => { p.currentTime = Math.max(0, p.currentTime - 5); },
  l: p => { p.currentTime = Math.min(p.duration || Infinity, p.currentTime + 5); },
};
/** Chooses an answer where the focus is, else at the first question without one; then goes on to the reason or the next. */
function choose(n) {
  const all = () => [...document.querySelectorAll('[data-criterion]')].filter(el => el.checkVisibility());
  const open = () => all().find(el => !el.querySelector(':checked'));
  const here = document.activeElement.closest?.('[data-criterion]') ?? open();
  const cell = here?.querySelectorAll('input[type=radio]')[n - 1];
  if (!cell) return false;
  cell.click();
  const why = [...here.querySelectorAll('.why textarea')].find(el => el.checkVisibility());
  const to = why ?? open()?.querySelector('input') ?? cell;
  to.focus();
  to.scrollIntoView({ block: 'nearest' });
  return true;
}
/** Opens the piece of evidence before or after the one that is shown. */
function step(by) {
  const tabs = [...document.querySelectorAll('#evidence nav.filters a')];
  const to = tabs[tabs.findIndex(a => a.hasAttribute('aria-current')) + by];
  to?.click();
  return Boolean(to);
}
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || localStorage.getItem(OFF)) return;
  if (e.target.matches('input:not([type=radio], [type=checkbox]), textarea, select') || document.querySelector('dialog[open]')) return;
  if (e.key === '?') {
    const help = document.querySelector('dialog#keys');
    if (help) { e.preventDefault(); help.showModal(); }
    return;
  }
  const player = document.querySelector('[data-player] :is(video, audio)');
  if (player && player_keys[e.key]) { e.preventDefault(); return player_keys[e.key](player); }
  if (/^[1-3]$/.test(e.key) && choose(Number(e.key))) return e.preventDefault();
  if (/^[[\]]$/.test(e.key) && step(e.key === ']' ? 1 : -1)) return e.preventDefault();
  const target = [...document.querySelectorAll('[data-key]')].find(el => el.dataset.key === e.key && el.checkVisibility());
  if (!target) return;
  e.preventDefault();
  if (target.matches('input, textarea, select')) target.focus();
  else target.click();
});
