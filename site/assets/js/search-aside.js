// A large index answers in a worker. What holds up whoever types is less the search than the browser: it reads the files of
// the index and tidies up after them, and does so beside the page when they are the worker's.

/** What gives an index, whose address this is, the worker's answers; its own ways where a page may have no worker. */
export async function aside(address) {
  const worker = await start().catch(() => null);
  return worker ? { enlarge: index => hand(index, worker, address) } : import('./search-large.js');
}

// A policy that forbids workers tells so at once or when the script does not come.
function start() {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./search-worker.js', import.meta.url));
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
