// Written by ./dev client from openapi/sams.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/sams.js';

export type * from './generated/sams.js';

/** A client of SAMS assets. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"/sams","refresh":"/api/v1/auth/refresh","cookies":false}, options);
