// Keeps a recording on the device second by second, so that a crashed tab loses the last one or two.

const open = new Promise((ok, no) => {
  const asked = indexedDB.open('tessera', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('recordings', { keyPath: 'id' });
    asked.result.createObjectStore('slices', { autoIncrement: true }).createIndex('recording', 'recording');
  };
  asked.onsuccess = () => ok(asked.result);
  asked.onerror = () => no(asked.error);
});
open.catch(() => {}); // private windows may refuse; the recording then lives in the tab only

async function act(stores, mode, work) {
  const tx = (await open).transaction(stores, mode);
  const result = work(tx);
  await new Promise((ok, no) => { tx.oncomplete = ok; tx.onerror = tx.onabort = () => no(tx.error); });
  return result?.result;
}

/** Notes a recording, or how long it is by now. */
export const note = recording => act(['recordings'], 'readwrite', tx => tx.objectStore('recordings').put(recording));

/** Adds a second of it. */
export const add = (recording, blob) =>
  act(['recordings', 'slices'], 'readwrite', tx => {
    tx.objectStore('slices').add({ recording: recording.id, blob });
    tx.objectStore('recordings').put({ ...recording });
  });

/** The recordings of one kind for a piece of evidence that nobody is making right now. */
export async function left_behind(evidence, kind) {
  const all = await act(['recordings'], 'readonly', tx => tx.objectStore('recordings').getAll());
  const busy = new Set(((await navigator.locks?.query())?.held ?? []).map(l => l.name));
  return all.filter(r => r.evidence === evidence && r.kind === kind && !busy.has(`recording:${r.id}`));
}

/** All of a recording as one piece. */
export async function whole(recording) {
  const rows = await act(['slices'], 'readonly', tx => tx.objectStore('slices').index('recording').getAll(recording.id));
  return new Blob(rows.map(r => r.blob), { type: recording.type });
}

/** Forgets a recording: it was sent, or discarded. */
export const drop = id =>
  act(['recordings', 'slices'], 'readwrite', tx => {
    tx.objectStore('recordings').delete(id);
    tx.objectStore('slices').index('recording').openKeyCursor(id).onsuccess = e => {
      const at = e.target.result;
      if (!at) return;
      tx.objectStore('slices').delete(at.primaryKey);
      at.continue();
    };
  });
