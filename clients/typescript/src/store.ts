// Written by ./dev client from openapi/store.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/store.js';

export type * from './generated/store.js';

/** A client of Online store. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"/store","refresh":"/api/v1/auth/refresh","cookies":true}, options);
