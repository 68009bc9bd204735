// node hosts.mjs <built site> <folder with a netlify.toml>...
// Reads _headers, _redirects and netlify.toml with the packages that Netlify itself reads them with.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { resolveConfig } from '@netlify/config';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';

const [, , site, ...recipes] = process.argv;

const { headers, errors: headerErrors } = await parseAllHeaders({ headersFiles: [`${site}/_headers`], configHeaders: [], minimal: false });
assert.deepEqual(headerErrors, []);
// Every rule that stands in the file is one that was read: what a reader skips in silence is missing on the site.
const rules = (await readFile(`${site}/_headers`, 'utf8')).split('\n').filter(line => line.startsWith('/'));
assert.deepEqual(headers.map(rule => rule.for), rules);
const everywhere = headers.find(rule => rule.for === '/*').values;
for (const name of ['Content-Security-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy']) {
  assert.ok(everywhere[name], `${name} is not among what was read for every address.`);
}

const { redirects, errors: redirectErrors } = await parseAllRedirects({ redirectsFiles: [`${site}/_redirects`], configRedirects: [], minimal: false, featureFlags: {} });
assert.deepEqual(redirectErrors, []);
const pages = await readdir(site, { recursive: true });
assert.ok(redirects.length > 0);
for (const { from, to, status } of redirects) {
  assert.ok(pages.includes(to.slice(1)), `${from} leads to ${to}, which there is not.`);
  assert.equal(status, 404);
}

for (const folder of recipes) {
  for (const context of ['production', 'deploy-preview', 'branch-deploy']) {
    const { config } = await resolveConfig({ repositoryRoot: folder, cwd: folder, context, branch: 'main', offline: true, mode: 'buildbot', buffer: true });
    const [, script] = config.build.command.match(/^bash (\S+) "\$(?:URL|DEPLOY_PRIME_URL)"$/);
    await readFile(`${folder}/${script}`);
    assert.match(config.build.publish, /\/output$/);
    assert.equal(config.build.command.includes('DEPLOY_PRIME_URL'), context !== 'production');
  }
}
console.log(`Netlify reads ${headers.length} rules for headers, ${redirects.length} redirect and ${recipes.length} recipes without a fault.`);
