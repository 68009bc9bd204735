// node nginx.mjs configure <README> <built site> <folder>    writes nginx.conf there, of the two pieces that the README gives
// node nginx.mjs check <built site> <socket>                 asks for every file, and for some that there are not
import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { parseAllHeaders } from '@netlify/headers-parser';

const BASE = '/our-day/';
const [, , verb, ...rest] = process.argv;
await { configure, check }[verb](...rest);

async function configure(readme, site, folder) {
  const [http, server, ...more] = [...(await readFile(readme, 'utf8')).matchAll(/```nginx\n(.*?)```/gs)].map(([, piece]) => piece);
  assert.equal(more.length, 0);
  assert.ok(server.includes('alias /srv/our-day/;'));
  // Without a user of its own, for the site lies in a folder of whoever checks it.
  await writeFile(`${folder}/nginx.conf`, `${process.getuid() === 0 ? 'user root;' : ''}
    pid ${folder}/nginx.pid;
    events { }
    http {
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${folder}/${kind};`).join('\n')}
      ${http}
      server { listen unix:${folder}/nginx.sock; ${server.replace('/srv/our-day/', `${site}/`)} }
    }`);
}

async function check(site, socketPath) {
  const ask = path => new Promise((answered, failed) => request({ socketPath, path, headers: { host: 'example.org' } }, answer => {
    const parts = [];
    answer.on('data', part => parts.push(part));
    answer.on('end', () => answered({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  }).on('error', failed).end());
  await eventually(() => ask(BASE));

  const { headers: rules } = await parseAllHeaders({ headersFiles: [`${site}/_headers`], configHeaders: [], minimal: false });
  const asked = path => Object.assign({}, ...rules
    .filter(({ for: of }) => of.endsWith('*') ? path.startsWith(of.slice(0, -1)) : of === path || of + 'index.html' === path)
    .map(({ values }) => values));
  const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter(file => file.isFile())
    .map(file => `${file.parentPath}/${file.name}`.slice(site.length)).filter(path => !/^\/[._]/.test(path));
  assert.ok(files.length > 100);
  const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'application/javascript; charset=utf-8', json: 'application/json',
    ics: 'text/calendar; charset=utf-8', xml: 'text/xml; charset=utf-8', txt: 'text/plain; charset=utf-8', webmanifest: 'application/manifest+json', svg: 'image/svg+xml', png: 'image/png' };
  for (const path of files) {
    const answer = await ask(BASE + path.slice(1));
    assert.equal(answer.status, 200, path);
    assert.ok(answer.body.equals(await readFile(site + path)), path);
    const told = { ...asked(path), 'Content-Type': types[path.split('.').at(-1)] };
    for (const name of Object.keys({ ...told, 'Content-Disposition': '', 'Access-Control-Allow-Origin': '' })) {
      assert.equal(answer.headers[name.toLowerCase()], told[name], `${path}: ${name}`);
    }
  }
  for (const page of files.filter(path => path.endsWith('/index.html'))) {
    const answer = await ask(BASE + page.slice(1, -'index.html'.length));
    assert.ok(answer.body.equals(await readFile(site + page)), page);
  }
  for (const [path, page] of [['nowhere', '/404.html'], ['assets/nowhere.css', '/404.html'], ['en/nowhere/at/all/', '/en/404.html']]) {
    const answer = await ask(BASE + path);
    assert.equal(answer.status, 404);
    assert.ok(answer.body.equals(await readFile(site + page)), path);
    assert.equal(answer.headers['content-security-policy'], asked('/')['Content-Security-Policy']);
  }
  console.log(`nginx answers for ${files.length} files as the build asks, and in the reader's language for those that there are not.`);
}

async function eventually(attempt) {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (fault) {
      if (tries === 100) throw fault;
      await setTimeout(50);
    }
  }
}
