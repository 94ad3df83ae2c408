// Records camera and microphone, or the microphone alone, and hands the recording to the upload list.
import { fill, measure, say } from './enhance.js';
import * as slices from './slices.js';

const TYPES = {
  video: ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/mp4', 'video/webm;codecs=vp9,opus', 'video/webm'],
  audio: ['audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg'],
};
const REASONS = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy' };
const clock = ms => { const s = Math.floor(ms / 1000); return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`; };
const make = (tag, props = {}, ...children) => {
  const el = Object.assign(document.createElement(tag), props);
  el.append(...children);
  return el;
};

class EvidenceRecorder extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.kind = this.dataset.kind;
    this.limit = Number(this.dataset.limit) * 1000;
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) {
      this.replaceChildren(make('p', { className: 'hint' }, this.words.unsupported));
      return;
    }
    this.draw();
    this.to('idle');
    this.offer_left_behind();
  }

  disconnectedCallback() { if (this.recorder?.state !== 'inactive') this.recorder?.stop(); this.release(); }

  button(words, act, main) {
    return make('button', { type: 'button', className: main ? 'btn main' : 'btn', onclick: () => act.call(this) }, words);
  }

  draw() {
    const w = this.words;
    this.media = make(this.kind, { muted: true, autoplay: true });
    if (this.kind === 'video') this.media.playsInline = true;
    this.level = make('meter', { min: 0, max: 1, low: 0.05, value: 0 });
    this.level.setAttribute('aria-label', w.sound);
    this.time = make('span', { className: 'num' });
    this.time.setAttribute('role', 'timer');
    this.light = make('span', { className: 'rec' }, w.recording);
    this.buttons = {
      setup: this.button(w[`start-${this.kind}`], this.setup, true), record: this.button(w.record, this.record, true),
      stop: this.button(w.stop, this.stop, true), pause: this.button(w.pause, this.pause), resume: this.button(w.resume, this.resume),
      use: this.button(w.use, this.use, true), retake: this.button(w.retake, this.retake),
    };
    this.controls = make('div', { className: 'ctl' }, this.light, this.time, make('span', { className: 'sound' }, this.level),
      this.buttons.pause, this.buttons.resume, this.buttons.stop);
    this.figure = make('figure', { className: 'player' }, this.media, this.controls);
    this.status = make('p', { className: 'hint' });
    this.devices = make('div', { className: 'devices' });
    this.found = make('div', { className: 'stack tight' });
    const row = make('div', { className: 'row' }, this.buttons.setup, this.buttons.record, this.buttons.use, this.buttons.retake);
    this.replaceChildren(this.found, this.figure, this.devices, this.status, row);
  }

  /** Shows what belongs to a state, and moves the focus to its first button when there was one before. */
  to(state, words = '') {
    const { buttons: b } = this, shown = {
      idle: [b.setup], ready: [b.record], recording: [b.stop, b.pause], paused: [b.resume, b.stop], review: [b.use, b.retake],
    }[state];
    const live = ['recording', 'paused'].includes(state), first = !this.state;
    for (const button of Object.values(b)) button.hidden = !shown.includes(button);
    this.figure.hidden = state === 'idle';
    this.figure.classList.toggle('live', state === 'recording');
    this.light.hidden = state !== 'recording';
    this.controls.hidden = state === 'review';
    this.devices.hidden = state !== 'ready';
    this.time.hidden = !live;
    this.state = this.dataset.state = state;
    this.tell(words);
    if (!first) shown[0].focus();
  }

  tell(words) { this.status.textContent = words; if (words) say(words); }

  async setup() {
    this.tell(this.words.allow);
    try {
      await this.open();
    } catch (e) {
      return this.tell(this.words[REASONS[e.name] ?? 'busy']);
    }
    await this.list_devices();
    this.to('ready', this.words.ready);
  }

  /** Opens the chosen devices, the default ones first. */
  async open() {
    this.release();
    const pick = (select, more) => select?.value ? { ...more, deviceId: { exact: select.value } } : more;
    const video = this.kind === 'video' && pick(this.camera, { width: { ideal: 1280 }, height: { ideal: 720 } });
    const audio = pick(this.microphone, { echoCancellation: true });
    this.stream = await navigator.mediaDevices.getUserMedia({ video, audio });
    this.media.controls = false;
    this.media.muted = true;
    this.media.removeAttribute('src');
    this.media.srcObject = this.stream;
    this.stream.getTracks().forEach(t => { t.onended = () => this.stop(); });
    this.listen();
  }

  async list_devices() {
    const all = await navigator.mediaDevices.enumerateDevices();
    const choice = (kind, label, old) => {
      const here = all.filter(d => d.kind === kind);
      const select = make('select', { className: 'input', onchange: () => this.open().catch(e => this.tell(this.words[REASONS[e.name] ?? 'busy'])) },
        ...here.map((d, i) => make('option', { value: d.deviceId, selected: d.deviceId === old?.value }, d.label || `${label} ${i + 1}`)));
      select.id = `${this.id}-${kind}`;
      return [select, make('div', { className: 'field' }, make('label', { htmlFor: select.id }, label), select)];
    };
    const [microphone, sound] = choice('audioinput', this.words.microphone, this.microphone);
    this.microphone = microphone;
    if (this.kind === 'audio') return this.devices.replaceChildren(sound);
    const [camera, picture] = choice('videoinput', this.words.camera, this.camera);
    this.camera = camera;
    this.devices.replaceChildren(picture, sound);
  }

  /** Shows the sound level, and says so once when nothing is heard for eight seconds. */
  listen() {
    const context = this.sound = new AudioContext(), analyser = context.createAnalyser();
    context.createMediaStreamSource(this.stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    let heard = performance.now(), told = false;
    this.ears = setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      const loud = Math.sqrt(wave.reduce((sum, v) => sum + v * v, 0) / wave.length);
      this.level.value = Math.min(1, loud * 4);
      if (loud > 0.003 || context.state !== 'running') heard = performance.now();
      if (!told && performance.now() - heard > 8000) { told = true; this.tell(this.words.silent); }
    }, 100);
  }

  release() {
    clearInterval(this.ears);
    this.sound?.close();
    this.stream?.getTracks().forEach(t => { t.onended = null; t.stop(); });
    this.stream = this.sound = undefined;
  }

  record() {
    const type = TYPES[this.kind].find(t => MediaRecorder.isTypeSupported(t));
    // Chromium hands out MP4 only up to a key frame: with one a second, a crash costs two seconds at most.
    const quality = { videoBitsPerSecond: 1_500_000, audioBitsPerSecond: 96_000, videoKeyFrameIntervalDuration: 1000 };
    const recorder = this.recorder = new MediaRecorder(this.stream, { mimeType: type, ...quality });
    const made = this.made = { id: crypto.randomUUID?.() ?? String(Math.random()), evidence: this.dataset.evidence, kind: this.kind, type: recorder.mimeType || type, started: Date.now(), ms: 0 };
    const parts = [];
    // Held while this tab lives: another tab must not offer a recording that is still being made.
    navigator.locks?.request(`recording:${made.id}`, () => new Promise(free => { this.free = free; }));
    recorder.ondataavailable = e => {
      if (!e.data.size) return;
      parts.push(e.data);
      made.ms = this.elapsed();
      slices.add(made, e.data).catch(() => {});
    };
    recorder.onstop = () => {
      clearInterval(this.tick);
      this.release();
      slices.note({ ...made }).catch(() => {});
      this.review(new Blob(parts, { type: made.type }), made, this.over ? this.words.limit : this.words['saved-here']);
    };
    this.before = 0;
    this.since = performance.now();
    this.over = false;
    recorder.start(1000);
    this.to('recording', this.words.recording);
    this.told = new Set();
    this.tick = setInterval(() => this.count(), 250);
    this.count();
  }

  elapsed() { return this.before + (this.since ? performance.now() - this.since : 0); }

  count() {
    const now = this.elapsed(), left = this.limit - now;
    this.time.textContent = fill(this.words.time, { time: clock(now), limit: clock(this.limit) });
    for (const [ms, words] of [[60_000, 'minute-left'], [10_000, 'ten-seconds']]) {
      if (left <= ms && this.limit > ms && !this.told.has(ms)) { this.told.add(ms); say(this.words[words]); }
    }
    if (left <= 0) { this.over = true; this.stop(); }
  }

  pause() { this.recorder.pause(); this.before = this.elapsed(); this.since = 0; this.to('paused', this.words.paused); }
  resume() { this.recorder.resume(); this.since = performance.now(); this.to('recording', this.words.recording); }
  stop() {
    if (!this.recorder || this.recorder.state === 'inactive') return;
    this.made.ms = this.before = this.elapsed();
    this.since = 0;
    this.recorder.stop();
  }

  /** Plays the finished recording before anything is sent. */
  review(blob, made, words) {
    this.blob = blob;
    this.made = made;
    URL.revokeObjectURL(this.address);
    this.address = URL.createObjectURL(blob);
    Object.assign(this.media, { srcObject: null, src: this.address, muted: false, controls: true, autoplay: false });
    measure(this.media);
    this.to('review', words);
  }

  use() {
    const { made, blob } = this, ending = /mp4/.test(made.type) ? (this.kind === 'audio' ? 'm4a' : 'mp4') : /ogg/.test(made.type) ? 'ogg' : 'webm';
    const when = new Date(made.started).toLocaleString('sv', { dateStyle: 'short', timeStyle: 'short' }).replace(':', '.'); // 2026-11-04 14.07, sound as a file name
    const name = `${fill(this.words[`name-${this.kind}`], { name: when })}.${ending}`;
    const file = new File([blob], name, { type: made.type.split(';')[0], lastModified: made.started });
    const list = document.querySelector(`evidence-uploads[data-evidence="${CSS.escape(this.dataset.evidence)}"]`);
    list.add(file, { duration: Math.round(made.ms), recording: made.id });
    this.clear();
  }

  retake() { slices.drop(this.made.id).catch(() => {}); this.clear(); this.setup(); }

  clear() {
    this.free?.();
    URL.revokeObjectURL(this.address);
    this.media.removeAttribute('src');
    this.blob = this.made = this.free = undefined;
    this.to('idle');
  }

  /** Recordings from a tab that was closed or crashed. */
  async offer_left_behind() {
    const all = await slices.left_behind(this.dataset.evidence, this.kind).catch(() => []);
    for (const made of all) {
      const look = this.button(this.words.recover, async () => {
        const blob = await slices.whole(made);
        line.remove();
        this.review(blob, made, this.words['saved-here']);
      });
      const discard = this.button(this.words.discard, () => { slices.drop(made.id); line.remove(); this.buttons.setup.focus(); });
      const line = make('div', { className: 'notice wait' }, make('div', { className: 'stack tight' },
        make('p', {}, fill(this.words.found, { time: clock(made.ms) })), make('div', { className: 'row' }, look, discard)));
      this.found.append(line);
    }
  }
}
customElements.define('evidence-recorder', EvidenceRecorder);
