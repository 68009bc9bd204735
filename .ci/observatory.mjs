// node observatory.mjs <built site>
// Lets Mozilla's Observatory look at every page as it is served, and fails unless each has the full score without preloading.
import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from './host.mjs';

const FULL_SCORE = 135;

// The list of hosts that browsers preload. The package downloads it when it is installed, which ours are not let do; no host of
// ours is on it.
await writeFile(fileURLToPath(import.meta.resolve('@mdn/mdn-http-observatory').replace('/src/index.js', '/conf/hsts-preload.json')), '{}');
const { scan } = await import('@mdn/mdn-http-observatory');

const [, , site] = process.argv;
const pages = (await readdir(site, { recursive: true })).filter(name => /(^|\/)index\.html$/.test(name)).map(name => name.replace(/index\.html$/, ''));
if (pages.length === 0) throw new Error(`There is no page in ${site}.`);

const { host, close } = await serve(site);
const faults = [];
try {
  for (const page of pages) {
    const { scan: { score, grade }, tests } = await scan(`${host}/${page}`);
    if (score === FULL_SCORE) continue;
    const lost = Object.entries(tests).map(([name, { result, scoreModifier }]) => `${name}: ${result} (${scoreModifier})`);
    faults.push(`/${page}: ${score} (${grade})\n  ${lost.join('\n  ')}`);
  }
} finally {
  close();
}
console.log(faults.length === 0 ? `${FULL_SCORE} on ${pages.length} pages` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
