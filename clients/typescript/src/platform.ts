// Written by ./dev client from openapi/platform.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/platform.js';

export type * from './generated/platform.js';

/** A client of HSS platform. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"","refresh":"/api/v1/auth/refresh","cookies":false}, options);
