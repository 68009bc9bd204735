// node firefox.mjs <built site>
// Reads a built site in Firefox, by WebDriver BiDi, as a reader does in each language, and fails unless all of it works and the
// browser has nothing to complain about: no error, nothing that the site's policy refused, no request that failed or left the
// site, nothing kept that the reader did not ask for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { launch } from 'puppeteer-core';
import { serve } from './host.mjs';

const PATIENCE = 30_000;

function installed() {
  for (const program of ['firefox-esr', 'firefox']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
    } catch {
      // The next one.
    }
  }
  throw new Error('There is no Firefox.');
}

// Runs in every page before its own scripts. What a policy or a digest refuses is told to the page alone.
function watch() {
  addEventListener('securitypolicyviolation', e => console.error(`refused: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
  addEventListener('error', e => e.target instanceof Element && console.error(`did not come: ${e.target.outerHTML}`), true);
}

// All that a page could keep about its reader.
const kept = page => page.evaluate(async () => [
  document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(d => d.name),
  ...await caches.keys(), ...(await navigator.serviceWorker.getRegistrations()).map(r => r.scope),
].filter(Boolean));

const has = (page, selector) => page.waitForSelector(selector, { visible: true, timeout: PATIENCE });

/** Follows a link to another page. */
async function follow(page, selector) {
  const link = await has(page, selector);
  const target = await link.evaluate(a => a.href);
  await Promise.all([page.waitForNavigation({ timeout: PATIENCE }), link.click()]);
  assert.equal(page.url(), target);
  await has(page, 'h1');
}

async function read(page, origin, { home, word, worksheet }) {
  await page.goto(origin + home);
  const language = await page.$eval('html', html => html.lang);
  assert.deepEqual(await kept(page), []);

  // From the front page to a topic, to the same in the other language, and back.
  await follow(page, 'main a.button');
  const topic = page.url();
  await follow(page, 'nav.languages a:not([aria-current])');
  assert.notEqual(await page.$eval('html', html => html.lang), language);
  await follow(page, `nav.languages a[hreflang=${language}]`);
  assert.equal(page.url(), topic);

  // Results come as one types; the arrow leads to the first and Enter to where it stands.
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  await has(page, '.search-panel.open ol mark');
  await page.keyboard.press('ArrowDown');
  const result = await page.evaluate(() => document.activeElement.href);
  await Promise.all([page.waitForNavigation({ timeout: PATIENCE }), page.keyboard.press('Enter')]);
  assert.equal(page.url(), result);

  // All results on a page of their own, whose address can be sent on.
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  // What a page is left half loaded for does not match its digest, and Firefox says so.
  await has(page, '.search-panel.open ol mark');
  await Promise.all([page.waitForNavigation({ timeout: PATIENCE }), page.keyboard.press('Enter')]);
  await has(page, '#search-results mark');
  assert.equal(new URL(page.url()).searchParams.get('q'), word);
  assert.deepEqual(await kept(page), []);

  // Notes are kept when one says so, found again, and deleted when one says so.
  await page.goto(origin + worksheet);
  await page.type('.worksheet textarea', word);
  assert.deepEqual(await kept(page), []);
  await (await has(page, '.worksheet .save')).click();
  await page.reload();
  assert.equal(await page.$eval('.worksheet textarea', answer => answer.value), word);
  assert.notDeepEqual(await kept(page), []);
  await (await has(page, '.worksheet .delete')).click();
  await page.waitForFunction(() => document.querySelector('.worksheet textarea').value === '', { timeout: PATIENCE });
  assert.deepEqual(await kept(page), []);
}

const [, , site] = process.argv;
const { host, close } = await serve(site);
const browser = await launch({ browser: 'firefox', executablePath: installed(), acceptInsecureCerts: true });
const complaints = [];
try {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watch);
  page.on('console', message => ['error', 'warn'].includes(message.type()) && complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`${page.url()}: ${error.stack ?? error}`));
  page.on('request', request => new URL(request.url()).host === host || complaints.push(`a request left the site: ${request.url()}`));
  // A reader who goes on does not wait for what the page still loads.
  page.on('requestfailed', request => request.failure()?.errorText === 'NS_BINDING_ABORTED' || complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', response => response.status() >= 400 && complaints.push(`${response.url()}: ${response.status()}`));
  page.on('dialog', dialog => dialog.accept());

  await read(page, `https://${host}`, { home: '/', word: 'tillid', worksheet: '/lederdag-1/arbejdsark/' });
  await read(page, `https://${host}`, { home: '/en/', word: 'trust', worksheet: '/en/leaders-day-1/worksheet/' });
  assert.deepEqual(complaints, []);

  // Whoever watches must be able to see: what the policy is for is refused here as well, and told.
  await page.evaluate(() => { try { document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>'; } catch { /* That it threw is told. */ } });
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/x.png' })));
  await page.waitForFunction(() => document.querySelector('img[src*=elsewhere]').complete);
  for (const expected of ['require-trusted-types-for', 'img-src']) {
    assert.ok(complaints.some(complaint => complaint.includes(expected)), `Nobody told of ${expected}: ${complaints.join('\n')}`);
  }
  console.log(`${await browser.version()}: front page, topic, language, search and worksheet in two languages, and nothing to complain about`);
} catch (error) {
  // What the browser complained about is mostly why.
  console.error(complaints.join('\n'));
  throw error;
} finally {
  await browser.close();
  close();
}
