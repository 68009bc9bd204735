// The worker that search-aside.js starts: it opens the one index it is given and answers the queries that come.
import { openIndex } from './search-core.js';
import { enlarge } from './search-large.js';

const answering = new Map();
let opened;

addEventListener('message', ({ data: { data, address, id, query, options, stop } }) => {
  if (data) opened = openIndex(name => name ? fetchFile(new URL(name, address)) : data, () => ({ enlarge }));
  else if (stop) answering.get(stop)?.abort();
  else answer(id, query, options);
});
postMessage({});

async function answer(id, query, options) {
  const given = new AbortController();
  answering.set(id, given);
  try {
    const index = await opened;
    postMessage({ id, answer: await index.query(query, { ...options, signal: given.signal }) });
  } catch ({ name, message }) {
    postMessage({ id, error: { name, message } });
  } finally {
    answering.delete(id);
  }
}

async function fetchFile(file) {
  const response = await fetch(file, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.json();
}
