// Against a running server in Development: node dist-test/session.js http://127.0.0.1:8080
import assert from 'node:assert/strict';
import { ApiError, unwrap, type Tokens } from '@hss/client';
import { connect, type CreateBookingBody } from '@hss/client/hss';
import { connect as connectSams, type CreateAssetRequest } from '@hss/client/sams';
import { connect as connectStore } from '@hss/client/store';

const server = process.argv[2]!;
const signIn = { body: { email: 'customer@hss.local', password: 'Customer123!' } };

const steps: Record<string, () => Promise<void>> = {
  async 'signs in, keeps the tokens, and ends them'() {
    const told: (Tokens | undefined)[] = [];
    const hss = connect({ server, onTokens: (tokens) => told.push(tokens) });
    assert.equal((await hss.get('/api/v1/bookings')).status, 401);
    assert.equal((await hss.post('/api/v1/auth/login', { body: { ...signIn.body, password: 'Wrong123!' } })).status, 401);
    const signed = unwrap(await hss.post('/api/v1/auth/login', signIn));
    assert.equal(hss.tokens?.access, signed.token);
    assert.ok(Array.isArray(unwrap(await hss.get('/api/v1/bookings', { query: { limit: 5 } })).bookings));
    unwrap(await hss.post('/api/v1/auth/logout'));
    assert.deepEqual(told, [{ access: signed.token, refresh: signed.refresh_token }, undefined]);
  },

  async 'refreshes once for all requests that find their token expired'() {
    let refreshes = 0;
    const signed = unwrap(await connect({ server }).post('/api/v1/auth/login', signIn));
    const hss = connect({
      server,
      tokens: { access: 'expired', refresh: signed.refresh_token },
      fetch: (url, init) => {
        refreshes += url.endsWith('/auth/refresh') ? 1 : 0;
        return fetch(url, init);
      },
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => hss.get('/api/v1/bookings')));
    assert.deepEqual(answers.map((a) => a.status), Array(10).fill(200));
    assert.equal(refreshes, 1);
    assert.notEqual(hss.tokens?.access, 'expired');
    assert.notEqual(hss.tokens?.refresh, signed.refresh_token);
  },

  async 'gives up when the refresh token is refused'() {
    const hss = connect({ server, tokens: { access: 'expired', refresh: 'never given' } });
    const answer = await hss.get('/api/v1/bookings');
    assert.equal(answer.ok, false);
    assert.equal(answer.ok || answer.error?.error.code, 'unauthorized');
    assert.equal(hss.tokens, undefined);
    assert.throws(() => unwrap(answer), (e) => e instanceof ApiError && e.status === 401 && e.requestId !== undefined);
  },

  async 'repeats a request whose answer was lost, and it is done once'() {
    const keys: (string | null)[] = [];
    let lost = false;
    const hss = connect({
      server,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (!url.endsWith('/bookings') || init.method !== 'POST')
          return answer;
        keys.push(new Headers(init.headers).get('Idempotency-Key'));
        if (lost)
          return answer;
        lost = true;
        throw new TypeError('the connection was cut');
      },
    });
    unwrap(await hss.post('/api/v1/auth/login', signIn));
    const before = unwrap(await hss.get('/api/v1/bookings', { query: { limit: 100 } })).bookings.length;
    const created = await hss.post('/api/v1/bookings', { body: booking() });
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('Idempotent-Replayed'), 'true');
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.match(keys[0] ?? '', /^[0-9a-f]{32}$/);
    assert.equal(unwrap(await hss.get('/api/v1/bookings', { query: { limit: 100 } })).bookings.length, before + 1);
    // Another call is another operation.
    unwrap(await hss.post('/api/v1/bookings', { body: booking() }));
    assert.notEqual(keys[2], keys[0]);
  },

  async 'does not repeat what is not safe to repeat'() {
    let tries = 0;
    const hss = connect({
      server,
      fetch: () => {
        tries++;
        return Promise.reject(new TypeError('the connection was cut'));
      },
    });
    await assert.rejects(hss.raw('delete', '/api/v1/bookings'), TypeError);
    assert.equal(tries, 1);
    await assert.rejects(hss.get('/api/v1/bookings'), TypeError);
    assert.equal(tries, 1 + 3);
  },

  async 'answers a refusal in the dialect of its mount'() {
    const hss = connect({ server });
    unwrap(await hss.post('/api/v1/auth/login', signIn));
    const wrong = await hss.post('/api/v1/bookings', { body: { ...booking(), address: '' } });
    assert.ok(!wrong.ok);
    assert.deepEqual([wrong.status, wrong.error?.error.code], [400, 'validation_error']);
  },

  async 'makes and changes an asset'() {
    const sams = connectSams({ server });
    unwrap(await sams.post('/api/v1/auth/login', { body: { email: 'manager@suresoft.com', password: 'manager123!' } }));
    const category = unwrap(await sams.get('/api/v1/categories', { query: { limit: 1 } })).items[0]!;
    const request: CreateAssetRequest = { name: 'Laptop', category_id: category.id, purchase_price: 1200.5, purchase_date: '2024-01-15' };
    const made = await sams.post('/api/v1/assets', { body: request });
    assert.ok(made.ok);
    assert.equal(made.data.purchase_price, '1200.50');
    const etag = made.headers.get('ETag')!;
    const path = { id: made.data.id };
    assert.equal(unwrap(await sams.put('/api/v1/assets/{id}', { path, body: { notes: 'New' }, ifMatch: etag })).notes, 'New');
    const stale = await sams.put('/api/v1/assets/{id}', { path, body: { notes: 'Old' }, ifMatch: etag });
    assert.deepEqual([stale.ok, stale.status], [false, 412]);
  },

  async 'goes by cookies on the store'() {
    const jar = new Map<string, string>();
    let refreshes = 0;
    const store = connectStore({
      server,
      // What a browser does by credentials: 'include'.
      fetch: async (url, init) => {
        assert.equal(init.credentials, 'include');
        refreshes += url.endsWith('/auth/refresh') ? 1 : 0;
        const headers = new Headers(init.headers);
        headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
        const answer = await fetch(url, { ...init, headers });
        for (const cookie of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
          jar.set(name!, value!);
        }
        return answer;
      },
    });
    unwrap(await store.post('/api/v1/auth/login', { body: { email: 'customer@example.com', password: '12345678' } }));
    assert.equal(store.tokens, undefined);
    jar.delete('access_token');
    const answers = await Promise.all(Array.from({ length: 5 }, () => store.get('/api/v1/orders', { query: { limit: 3 } })));
    assert.deepEqual(answers.map((a) => a.status), Array(5).fill(200));
    assert.equal(refreshes, 1);
    unwrap(await store.post('/api/v1/auth/logout'));
    assert.equal((await store.get('/api/v1/orders')).status, 401);
  },
};

function booking(): CreateBookingBody {
  return {
    customer_name: 'Thandi M',
    email: 'thandi@example.org',
    pickup_date: '2030-12-01',
    pickup_window: '08:00-11:00',
    address: '1 Burnett St',
    items: [{ type: 'bed' }, { type: 'box' }],
    pricing: { duration: 3, monthlySubtotal: 310, handlingFee: 350, total: 1280 },
  };
}

for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log(`ok ${name}`);
  } catch (fault) {
    console.log(`FAILED ${name}: ${fault instanceof Error ? fault.stack : fault}`);
    process.exitCode = 1;
  }
}
