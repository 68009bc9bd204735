// Serves a built site on this computer's loopback address as a host does: over https, with the headers of _headers as Netlify
// reads them, folders by their index.html, and every question over http sent on to https, on one and the same port.
import { readFile } from 'node:fs/promises';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer } from 'node:net';
import { extname, join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';

const TLS_HANDSHAKE = 0x16;
const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json', '.xml': 'application/xml',
};

/** @returns the host's name and port, and what ends it. The certificate is the one that the script `certificate` made. */
export async function serve(site) {
  const { headers: rules } = await parseAllHeaders({ headersFiles: [join(site, '_headers')], configHeaders: [], minimal: false });
  const fits = (pattern, path) => pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;

  async function answer(request, response) {
    const path = new URL(request.url, 'https://localhost').pathname;
    for (const rule of rules.filter(rule => fits(rule.for, path))) {
      for (const [name, value] of Object.entries(rule.values)) response.setHeader(name, value);
    }
    const name = path.endsWith('/') ? path + 'index.html' : path;
    try {
      // Hosts read the files whose names begin with an underscore and do not serve them.
      if (name.startsWith('/_')) throw new Error();
      const content = await readFile(join(site, name));
      if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404, { 'Content-Type': TYPES['.html'] }).end(await readFile(join(site, '404.html')));
    }
  }

  const [key, cert] = await Promise.all([process.env.HOST_KEY, process.env.NODE_EXTRA_CA_CERTS].map(file => readFile(file)));
  const secure = createHttps({ key, cert }, answer);
  const plain = createHttp((request, response) => response.writeHead(301, { Location: `https://${request.headers.host}${request.url}` }).end());
  const sockets = new Set();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', first => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    host: `localhost:${server.address().port}`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
