// Sends a file in pieces with the tus 1.0 protocol, and goes on where it stopped after a lost
// network, a reload, a sign-out or a restart of the server.

const PIECE = 4 * 1024 * 1024;
const VERSION = { 'Tus-Resumable': '1.0.0' };

class Refused extends Error {
  constructor(status, words = '') { super(words || String(status)); this.status = status; this.words = words; }
}

const base64 = bytes => btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
const encode = meta => Object.entries(meta).filter(([, v]) => v != null && v !== '')
  .map(([k, v]) => `${k} ${base64(new TextEncoder().encode(String(v)))}`).join(',');

/** The files that were begun for a piece of evidence and are not complete yet. */
export function begun(evidence) {
  return Object.keys(localStorage).filter(k => k.startsWith(`tus:${evidence}:`))
    .map(k => ({ key: k, ...JSON.parse(localStorage.getItem(k)) }));
}

/** Takes a begun upload back, on the server too. */
export async function abandon(entry) {
  localStorage.removeItem(entry.key);
  await fetch(entry.url, { method: 'DELETE', headers: VERSION }).catch(() => {});
}

/** One file on its way. `changed` is called whenever `state` or `at` is new.
 *  States: sending, paused, waiting (for the network), signed-out, failed, done. */
export class Upload {
  constructor(file, { evidence, duration, endpoint = '/uploads', changed = () => {} }) {
    Object.assign(this, { file, endpoint, changed, duration, evidence });
    this.key = `tus:${evidence}:${file.name}:${file.size}:${file.lastModified}`;
    this.url = JSON.parse(localStorage.getItem(this.key) ?? '{}').url;
    this.at = this.url ? null : 0; // null: the server has to be asked how much it has
    this.sent = 0;
    this.checksum = !!globalThis.crypto?.subtle;
  }

  to(state, words = '') { this.state = state; this.words = words; this.changed(this); }

  pause() { this.halted = true; this.request?.abort(); this.to('paused'); }

  async remove() {
    this.halted = true;
    this.request?.abort();
    await abandon({ key: this.key, url: this.url ?? this.endpoint });
  }

  /** Sends until done, paused or refused. */
  async run() {
    if (this.running) return this.wake?.();
    this.running = true;
    this.halted = false;
    let tries = 0;
    this.to('sending');
    while (!this.halted) {
      try {
        if (!this.url) await this.create();
        if (this.at === null) await this.ask();
        if (this.at >= this.file.size) break;
        await this.piece();
        tries = 0;
      } catch (e) {
        if (this.halted) break;
        if (e.status === 401) { this.running = false; return this.to('signed-out'); }
        if (this.gives_up(e)) { this.running = false; localStorage.removeItem(this.key); return this.to('failed', e.words); }
        this.at = this.url ? null : 0;
        this.to('waiting');
        await this.rest(Math.min(1000 * 2 ** tries++, 30_000));
        if (!this.halted) this.to('sending');
      }
    }
    this.running = false;
    if (this.halted) return;
    localStorage.removeItem(this.key);
    this.to('done');
  }

  gives_up(e) {
    if (!(e instanceof Refused)) return false; // the network
    if ([404, 410].includes(e.status) && this.url && !this.renewed) {
      this.renewed = true; // the server no longer has it: once more from the start
      this.url = undefined;
      localStorage.removeItem(this.key);
      return false;
    }
    if (e.status === 400 && this.checksum) { this.checksum = false; return false; } // a server without our digest
    return ![409, 423, 429, 460].includes(e.status) && (e.status < 500 || e.status === 507); // 507: no room there
  }

  /** Waits, but not past the return of the network or an impatient click. */
  rest(ms) {
    return new Promise(ok => {
      const go = () => { clearTimeout(timer); removeEventListener('online', go); this.wake = undefined; ok(); };
      const timer = setTimeout(go, ms);
      addEventListener('online', go);
      this.wake = go;
    });
  }

  async fetch(url, init) {
    const answer = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store' });
    if (answer.type === 'opaqueredirect') throw new Refused(401);
    if (answer.ok) return answer;
    const plain = answer.headers.get('content-type')?.startsWith('text/plain');
    throw new Refused(answer.status, plain ? (await answer.text()).slice(0, 300) : '');
  }

  async create() {
    const { name, type, size } = this.file;
    const meta = encode({ filename: name, filetype: type || 'application/octet-stream', evidence: this.evidence, duration: this.duration });
    const answer = await this.fetch(this.endpoint, { method: 'POST', headers: { ...VERSION, 'Upload-Length': size, 'Upload-Metadata': meta } });
    this.url = answer.headers.get('location');
    this.at = 0;
    localStorage.setItem(this.key, JSON.stringify({ url: this.url, name, size }));
  }

  async ask() {
    const answer = await this.fetch(this.url, { method: 'HEAD', headers: VERSION });
    this.at = this.sent = Number(answer.headers.get('upload-offset'));
  }

  async piece() {
    const start = this.at, blob = this.file.slice(start, start + PIECE);
    const headers = { ...VERSION, 'Upload-Offset': start, 'Content-Type': 'application/offset+octet-stream' };
    if (this.checksum) {
      const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
      headers['Upload-Checksum'] = `sha256 ${base64(new Uint8Array(digest))}`;
    }
    this.at = await this.patch(blob, headers, done => { this.sent = start + done; this.changed(this); });
    this.sent = this.at;
    this.changed(this);
  }

  // XMLHttpRequest because fetch does not tell how much of a body has gone out.
  patch(blob, headers, progress) {
    return new Promise((ok, no) => {
      const x = this.request = new XMLHttpRequest();
      x.open('PATCH', this.url);
      for (const [name, value] of Object.entries(headers)) x.setRequestHeader(name, value);
      x.upload.onprogress = e => progress(e.loaded);
      x.onload = () => {
        if (x.status === 204) return ok(Number(x.getResponseHeader('upload-offset')));
        const plain = x.getResponseHeader('content-type')?.startsWith('text/plain');
        no(new Refused(x.status === 200 ? 401 : x.status, plain ? x.responseText.slice(0, 300) : '')); // 200: the sign-in page
      };
      x.onerror = x.onabort = x.ontimeout = () => no(new TypeError('network'));
      x.send(blob);
    });
  }
}
