// A thin client over fetch: paths, bodies and answers are typed by a mount's document.
import type { Answer, Init, Method, OperationOf, PathsOf } from './operations.js';

export type { Answer, BodyOf, DataOf, ErrorOf, PathsOf } from './operations.js';

/** The tokens of a session. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
}

export interface ClientOptions {
  /** Where the server is: `http://localhost:8080`. */
  readonly server: string;
  /** The mount's path there; `''` on a port of the mount's own. */
  readonly path?: string;
  /** In place of the global fetch. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Tokens of an earlier sign-in. */
  readonly tokens?: Tokens | undefined;
  /** Told of new tokens, and of their end (`undefined`), to keep them somewhere. */
  readonly onTokens?: (tokens: Tokens | undefined) => void;
  /** How often a request is repeated when the connection fails or the server asks for it (409 while the first runs, 429, 503); 2 unless said. */
  readonly retries?: number;
}

/** What the generated modules know of their mounts. */
export interface MountOptions {
  readonly path: string;
  readonly refresh?: string;
  /** The mount's sessions are cookies, which the browser keeps. */
  readonly cookies: boolean;
}

type Call<P, M extends Method> = <K extends PathsOf<P, M>>(
  path: K,
  ...init: {} extends Init<OperationOf<P, K, M>> ? [init?: Init<OperationOf<P, K, M>>] : [init: Init<OperationOf<P, K, M>>]
) => Promise<Answer<OperationOf<P, K, M>>>;

/** The operations of a mount. What the server refuses is an answer with `ok: false`; only a connection that fails throws. */
export interface Client<P> {
  readonly get: Call<P, 'get'>;
  readonly put: Call<P, 'put'>;
  readonly post: Call<P, 'post'>;
  readonly patch: Call<P, 'patch'>;
  readonly delete: Call<P, 'delete'>;
  /** The answer itself, not read: for streams and downloads. */
  readonly raw: (method: Method, path: string, init?: RawInit) => Promise<Response>;
  /** The tokens of now: those of `auth/login`, `auth/register` and `auth/refresh` are kept, `auth/logout` ends them. */
  readonly tokens: Tokens | undefined;
}

/** What a request may carry, without types. */
export interface RawInit {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/** A refusal, thrown by {@link unwrap}. */
export class ApiError<E = unknown> extends Error {
  constructor(readonly status: number, readonly body: E | undefined, readonly requestId: string | undefined) {
    super(`The server answered ${status}`);
    this.name = 'ApiError';
  }
}

/** The data of an answer; throws {@link ApiError} when it is a refusal. */
export function unwrap<D, E>(answer: { ok: true; data: D } | { ok: false; status: number; error: E | undefined; headers: Headers }): D {
  if (answer.ok)
    return answer.data;
  throw new ApiError(answer.status, answer.error, answer.headers.get('X-Request-Id') ?? undefined);
}

const longestPauseMs = 10_000;

export function createClient<P>(mount: MountOptions, options: ClientOptions): Client<P> {
  const base = options.server.replace(/\/+$/, '') + (options.path ?? mount.path);
  const fetcher = options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));
  const retries = options.retries ?? 2;
  let tokens = options.tokens;
  let generation = 0;
  let refreshing: Promise<boolean> | undefined;

  function keep(next: Tokens | undefined): void {
    tokens = next;
    options.onTokens?.(next);
  }

  function attempt(method: Method, path: string, init: RawInit, key: string | undefined): Promise<Response> {
    const headers = new Headers(init.headers);
    if (tokens && !headers.has('Authorization'))
      headers.set('Authorization', `Bearer ${tokens.access}`);
    if (key !== undefined)
      headers.set('Idempotency-Key', key);
    if (init.ifMatch !== undefined)
      headers.set('If-Match', init.ifMatch);
    const request: RequestInit = { method: method.toUpperCase(), headers };
    if (init.signal)
      request.signal = init.signal;
    if (mount.cookies)
      request.credentials = 'include';
    if (isBodyInit(init.body)) {
      request.body = init.body;
    } else if (init.body !== undefined) {
      headers.set('Content-Type', 'application/json');
      request.body = JSON.stringify(init.body);
    }

    return fetcher(base + filled(path, init), request);
  }

  // However many requests find that the token has expired, one of them refreshes it and all go on with the new one.
  async function renew(seen: number): Promise<boolean> {
    if (generation !== seen)
      return true;
    refreshing ??= refresh().finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function refresh(): Promise<boolean> {
    const old = tokens?.refresh;
    if (mount.refresh === undefined || (old === undefined && !mount.cookies))
      return false;
    const response = await fetcher(base + mount.refresh, {
      method: 'POST',
      ...(mount.cookies ? { credentials: 'include' as const } : {}),
      ...(old !== undefined ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ refresh_token: old }) } : {}),
    });
    if (response.ok) {
      generation++;
      const next = tokensOf(await read(response), old);
      if (next)
        keep(next);
    } else if (response.status === 401 && tokens) {
      keep(undefined);
    }

    return response.ok;
  }

  async function send(method: Method, path: string, init: RawInit): Promise<Response> {
    // The same key at each try: what a lost answer has done already is not done again.
    const key = method === 'post' || method === 'patch' ? (init.idempotencyKey ?? newKey()) : init.idempotencyKey;
    const repeatable = method === 'get' || key !== undefined || (method === 'put' && init.ifMatch === undefined);
    let refreshed = /\/auth\/(login|refresh)$/.test(path);
    for (let tries = 0; ; ) {
      const seen = generation;
      let response: Response | undefined;
      try {
        response = await attempt(method, path, init, key);
      } catch (fault) {
        if (!repeatable || tries >= retries || init.signal?.aborted)
          throw fault;
      }

      if (response?.status === 401 && !refreshed) {
        refreshed = true;
        if (await renew(seen))
          continue;
      }

      const pause = response ? pauseAfter(response) : 200 * 2 ** tries;
      if (response && (!repeatable || tries >= retries || pause === undefined || pause > longestPauseMs))
        return response;
      tries++;
      await new Promise((resolve) => setTimeout(resolve, pause));
      init.signal?.throwIfAborted();
    }
  }

  async function call(method: Method, path: string, init: RawInit = {}): Promise<unknown> {
    const response = await send(method, path, init);
    const { ok, status, headers } = response;
    const content = await read(response);
    if (!ok)
      return { ok, status, headers, error: content };
    if (path.endsWith('/auth/logout'))
      keep(undefined);
    else if (method === 'post' && path.includes('/auth/'))
      adopt(content);
    return { ok, status, headers, data: content };
  }

  function adopt(content: unknown): void {
    const next = tokensOf(content, undefined);
    if (next && !mount.cookies)
      keep(next);
  }

  const of = (method: Method) => (path: string, init?: RawInit) => call(method, path, init);
  const client = {
    get: of('get'),
    put: of('put'),
    post: of('post'),
    patch: of('patch'),
    delete: of('delete'),
    raw: (method: Method, path: string, init: RawInit = {}) => send(method, path, init),
    get tokens() {
      return tokens;
    },
  };
  return client as unknown as Client<P>;
}

function filled(path: string, init: RawInit): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = init.path?.[name];
    if (value === undefined)
      throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(init.query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null)
        query.append(name, String(each));
    }
  }

  return query.size > 0 ? `${address}?${query}` : address;
}

// What the server asks to repeat, in milliseconds from now.
function pauseAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  return Number.isFinite(seconds) && [409, 429, 503].includes(response.status) ? seconds * 1000 : undefined;
}

async function read(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status === 204 || response.status === 304 || type === '')
    return undefined;
  if (/^application\/(.+\+)?json/.test(type))
    return response.json();
  return type.startsWith('text/') ? response.text() : response.blob();
}

function tokensOf(content: unknown, refresh: string | undefined): Tokens | undefined {
  const body = member(content, 'data') ?? content;
  const access = member(body, 'access_token') ?? member(body, 'token');
  const next = member(body, 'refresh_token') ?? refresh;
  return typeof access === 'string' ? { access, refresh: typeof next === 'string' ? next : undefined } : undefined;
}

const member = (of: unknown, name: string): unknown => (typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined);

const isBodyInit = (body: unknown): body is BodyInit =>
  body instanceof Blob || body instanceof FormData || body instanceof ArrayBuffer || ArrayBuffer.isView(body) || body instanceof URLSearchParams;

// Not randomUUID, which browsers have on secure origins alone.
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
