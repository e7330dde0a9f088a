// It compiles, and what @ts-expect-error stands before does not: a type that goes wrong in the generated modules is an error here.
import { unwrap } from '@hss/client';
import { connect as connectHss, type BookingAnswer, type CreateBookingBody, type HssError } from '@hss/client/hss';
import { connect as connectSams, type Asset, type AssetList, type CreateAssetRequest, type User, type Workflow } from '@hss/client/sams';
import { connect as connectStore, type DetailError, type ProductAnswer } from '@hss/client/store';

const hss = connectHss({ server: 'http://localhost:8080' });
const sams = connectSams({ server: 'http://localhost:8080' });
const store = connectStore({ server: 'http://localhost:8080' });

export const booking: CreateBookingBody = {
  customer_name: 'Thandi M',
  email: 'thandi@example.org',
  pickup_date: '2026-12-01',
  pickup_window: '08:00-11:00',
  address: '1 Burnett St',
  items: [{ type: 'bed' }, { type: 'box', name: null }],
  pricing: { duration: 3, monthlySubtotal: 310, handlingFee: 350, total: 1280 },
};

// @ts-expect-error a required member is missing
export const incomplete: CreateBookingBody = { email: 'thandi@example.org' };

// @ts-expect-error no item has this type
export const piano: CreateBookingBody['items'][number] = { type: 'piano' };

export async function calls(): Promise<void> {
  const created = await hss.post('/api/v1/bookings', { body: booking, idempotencyKey: 'my-first' });
  if (created.ok) {
    const id: string = created.data.booking_id;
    const read: BookingAnswer = unwrap(await hss.get('/api/v1/bookings/{id}', { path: { id } }));
    // @ts-expect-error a booking has no such member
    read.colour;
    // @ts-expect-error it may be null
    read.payment_reference.length;
  } else {
    const code: HssError['error']['code'] | undefined = created.error?.error.code;
    code?.length;
  }

  const products: ProductAnswer[] = unwrap(await store.get('/api/v1/products', { query: { sort: '-price', limit: 10 } }));
  products.length;
  const refused = await store.delete('/api/v1/products/{id}', { path: { id: 1 }, ifMatch: '"3"' });
  if (refused.ok)
    refused.data satisfies undefined;
  else
    refused.error satisfies DetailError | undefined;
  const invoice: Blob = unwrap(await store.get('/api/v1/orders/{id}/invoice', { path: { id: 1 } }));
  invoice.size;
  unwrap(await store.post('/api/v1/auth/logout'));

  const request: CreateAssetRequest = { name: 'Laptop', category_id: 'c-1', purchase_price: '1200.50', purchase_date: '2026-01-15' };
  const asset: Asset = unwrap(await sams.post('/api/v1/assets', { body: request }));
  asset.purchase_price satisfies string | null;
  asset.grade satisfies 'A' | 'B' | 'C';
  const page: AssetList = unwrap(await sams.get('/api/v1/assets', { query: { status: 'available', limit: 100 } }));
  page.items[0]?.asset_tag.length;
  const workflow: Workflow = unwrap(await sams.post('/api/v1/workflows/{id}/reject', { path: { id: 'w-1' }, body: 'Not now' }));
  workflow.status satisfies 'pending' | 'approved' | 'rejected' | 'cancelled' | 'completed';
  const signed = unwrap(await sams.post('/api/v1/auth/login', { body: { email: 'a@b.c', password: 'x' } }));
  signed.user satisfies User;

  // @ts-expect-error a wrong field
  await sams.post('/api/v1/assets', { body: { name: 'Laptop', category_id: 'c-1', colour: 'red' } });
  // @ts-expect-error a price is no flag
  const price: CreateAssetRequest['purchase_price'] = true;
  price;
  // @ts-expect-error without its name
  const nameless: CreateAssetRequest = { category_id: 'c-1' };
  nameless.name;

  // @ts-expect-error there is no such path
  await hss.get('/api/v1/pianos');
  // @ts-expect-error nor this method on it
  await hss.delete('/api/v1/bookings');
  // @ts-expect-error the path has an id
  await hss.get('/api/v1/bookings/{id}');
  // @ts-expect-error the body is missing
  await hss.post('/api/v1/bookings', {});
  // @ts-expect-error a field of another type
  await hss.post('/api/v1/bookings', { body: { ...booking, pickup_date: 20261201 } });
  // @ts-expect-error no such order
  await store.get('/api/v1/products', { query: { sort: 'colour' } });
  // @ts-expect-error no such parameter
  await store.get('/api/v1/products', { query: { colour: 'red' } });
}
