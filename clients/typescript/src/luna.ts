// Written by ./dev client from openapi/luna.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/luna.js';

export type * from './generated/luna.js';

/** A client of LUNA library and robots. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"/luna","refresh":"/api/v1/auth/refresh","cookies":false}, options);
