// Written by ./dev client from openapi/hss.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/hss.js';

export type * from './generated/hss.js';

/** A client of HSS storage bookings. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"/hss","refresh":"/api/v1/auth/refresh","cookies":false}, options);
