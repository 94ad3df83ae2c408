// The review desk: seeking and speed, notes at a moment, drafts that save themselves, one-key shortcuts.
import { fill, say } from './enhance.js';

// ── Player ──
const media = id => document.getElementById(id)?.querySelector('video, audio');
const clock = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;

for (const figure of document.querySelectorAll('[data-player]')) {
  const player = media(figure.id), select = document.createElement('select');
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
for (const field of document.querySelectorAll('[data-time-of]')) {
  const player = media(field.dataset.timeOf);
  if (!player) continue;
  const follow = () => { if (!field.dataset.typed) field.value = clock(player.currentTime); };
  player.addEventListener('timeupdate', follow);
  player.addEventListener('seeked', follow);
  field.addEventListener('input', () => { field.dataset.typed = '1'; });
  // The moment that is meant is the one when writing starts.
  field.form.addEventListener('focusin', e => { if (e.target.matches('textarea')) { follow(); field.dataset.typed = '1'; } });
  field.form.addEventListener('reset', () => { delete field.dataset.typed; });
}

// ── Drafts ──
// <form data-autosave="/address"> sends its fields by PUT a second after the last change. The field
// `revision` says what it is based on; the answer {"revision": n} is the new base, 409 means that
// somebody else was faster, and nothing is saved over their work.
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const status = form.querySelector('[data-autosave-status]'), words = JSON.parse(status.dataset.words);
  let timer, dirty = false, busy = false, stuck = false;
  const save = async () => {
    if (busy || stuck) return;
    busy = true;
    dirty = false;
    let answer;
    try {
      answer = await fetch(form.dataset.autosave, { method: 'PUT', body: new URLSearchParams(new FormData(form)), redirect: 'manual', headers: { Accept: 'application/json' } });
      if (answer.ok) {
        const { revision } = await answer.json();
        if (form.elements.revision) form.elements.revision.value = revision;
        status.textContent = fill(words.saved, { time: new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' }) });
      }
    } catch { answer = null; }
    busy = false;
    if (answer?.ok) { if (dirty) later(); return; }
    dirty = true;
    stuck = answer?.status === 409;
    status.textContent = stuck ? words.conflict : answer && (answer.type === 'opaqueredirect' || answer.status === 401) ? words['signed-out'] : words.failed;
    status.classList.add('wrong-text');
    say(status.textContent);
    if (!stuck) timer = setTimeout(save, 10_000);
  };
  const later = () => { dirty = true; clearTimeout(timer); timer = setTimeout(() => { status.classList.remove('wrong-text'); save(); }, 1000); };
  form.addEventListener('input', later);
  form.addEventListener('submit', () => { clearTimeout(timer); dirty = false; stuck = true; });
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
  const target = [...document.querySelectorAll('[data-key]')].find(el => el.dataset.key === e.key && el.checkVisibility());
  if (!target) return;
  e.preventDefault();
  if (target.matches('input, textarea, select')) target.focus();
  else target.click();
});
