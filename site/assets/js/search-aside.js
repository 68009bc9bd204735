// A large index answers in a worker. What holds up whoever types is less the search than the browser: it reads the files of
// the index and tidies up after them, and does so beside the page when they are the worker's.

/** What gives an index, whose address this is, the worker's answers; its own ways where a page may have no worker. */
export async function aside(address) {
  const worker = await start().catch(() => null);
  return worker ? { enlarge: index => hand(index, worker, address) } : import('./search-large.js');
}

// The site's policy (Trusted Types) lets a worker start from an address only that a maker named in it has made; this one makes
// no other than the worker's, and can be asked for once only.
let address = null;
function addressOfWorker() {
  const { href } = new URL('./search-worker.js', import.meta.url);
  return address ??= globalThis.trustedTypes?.createPolicy('search-worker', { createScriptURL: () => href }).createScriptURL('') ?? href;
}

// A policy that forbids workers tells so at once or when the script does not come.
function start() {
  return new Promise((done, fail) => {
    const worker = new Worker(addressOfWorker());
    worker.onmessage = () => done(worker);
    worker.onerror = fail;
  });
}

function hand(index, worker, address) {
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, answer, error } }) => {
    const { done, fail, near } = waiting.get(id);
    waiting.delete(id);
    if (error) return fail(new DOMException(error.message, error.name));
    if (near) index.complete = true;
    done(answer);
  };
  worker.postMessage({ data: index.data, address });

  index.query = (query, { signal, ...options } = {}) => new Promise((done, fail) => {
    const id = ++last;
    waiting.set(id, { done, fail, near: options.near !== false });
    worker.postMessage({ id, query: String(query ?? ''), options });
    signal?.addEventListener('abort', () => worker.postMessage({ stop: id }));
  });
}
