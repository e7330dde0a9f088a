// Makes a module a mount from openapi/<mount>.json: src/generated/<mount>.ts has the types, src/<mount>.ts exports them and connects.
// usage: node scripts/generate.js [--check], which changes nothing and fails when a file is not what it would write
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
const note = (mount) => `// Written by ./dev client from openapi/${mount}.json.\n`;
const stale = [];

async function types(mount, document) {
  const nodes = await openapiTS(document, { rootTypes: true, rootTypesNoSchemaPrefix: true, rootTypesKeepCasing: true, alphabetize: false });
  return note(mount) + astToString(nodes);
}

function module(mount, document) {
  const refresh = '/api/v1/auth/refresh';
  const mountOptions = {
    path: document.servers[0].url.replace(/\/$/, ''),
    ...(document.paths[refresh] ? { refresh } : {}),
    // The document's own word for sign-in by cookies.
    cookies: document.components.securitySchemes?.cookie !== undefined,
  };
  return `${note(mount)}import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/${mount}.js';

export type * from './generated/${mount}.js';

/** A client of ${document.info.title}. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>(${JSON.stringify(mountOptions)}, options);
`;
}

async function write(path, text) {
  const file = new URL(path, root);
  if ((await readFile(file, 'utf8').catch(() => '')) === text)
    return;
  stale.push(path);
  if (!check)
    await writeFile(file, text);
}

async function sweep(folder, wanted) {
  for (const name of (await readdir(new URL(folder, root))).filter((n) => n.endsWith('.ts') && !['client.ts', 'operations.ts'].includes(n) && !wanted.has(n))) {
    stale.push(folder + name);
    if (!check)
      await rm(new URL(folder + name, root));
  }
}

const mounts = (await readdir(new URL('openapi/', root))).filter((n) => n.endsWith('.json')).map((n) => n.slice(0, -'.json'.length)).sort();
for (const mount of mounts) {
  const document = JSON.parse(await readFile(new URL(`openapi/${mount}.json`, root), 'utf8'));
  await write(`src/generated/${mount}.ts`, await types(mount, document));
  await write(`src/${mount}.ts`, module(mount, document));
}

const files = new Set(mounts.map((m) => `${m}.ts`));
await sweep('src/', files);
await sweep('src/generated/', files);
for (const path of stale)
  console.log(`${check ? 'stale' : 'wrote'} ${path}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
