// Written by ./dev client from openapi/reservia.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/reservia.js';

export type * from './generated/reservia.js';

/** A client of Reservia reservations. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"/reservia","cookies":true}, options);
