// Written by ./dev client from openapi/luna.json.
import { createClient, type Client, type ClientOptions } from './client.js';
import type { paths } from './generated/luna.js';

export type * from './generated/luna.js';

/** A client of LUNA library and robots. */
export const connect = (options: ClientOptions): Client<paths> => createClient<paths>({"path":"/luna","cookies":false}, options);
