// Written by ./dev client from openapi/store.json.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthAnswer"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a customer's account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StoreRegisterBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoreUser"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the tokens come as cookies */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoreSignedIn"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Wrong e-mail or password */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh token's cookie for new cookies */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The refresh token is missing, invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: the tokens end at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoreSignedIn"];
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a user's profile */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The account's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StoreProfileBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoreUser"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Somebody else's profile */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the invoice of an order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search and list products */
        get: {
            parameters: {
                query?: {
                    /** @description Only products whose name, model, description, distributor or serial number has this text */
                    q?: string;
                    /** @description Only products of this category */
                    category_id?: number;
                    /** @description Only products whose final_price is at least this */
                    min_price?: number;
                    /** @description Only products whose final_price is at most this */
                    max_price?: number;
                    /** @description Only products that are in stock, or only those that are not */
                    in_stock?: boolean;
                    /** @description The order; - is downwards, rating has the best first */
                    sort?: "id" | "-id" | "name" | "price" | "-price" | "rating";
                    /** @description How many products to answer at most; all of them without it */
                    limit?: number;
                    /** @description How many rows to skip */
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"][];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        /** Make a product */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateProductBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a product */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        /** Change a product; sales managers its price only */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateProductBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager, sales_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a product; orders keep their lines */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/discount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set a discount on products */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DiscountBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"][];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: sales_manager, product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/products/discount/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Take the discount off products */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClearDiscountBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"][];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: sales_manager, product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all categories */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryAnswer"][];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        /** Make a category */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a category */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The category's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryAnswer"];
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        /** Rename a category */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The category's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        post?: never;
        /** Delete a category that no product is in */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The category's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a product's quantities */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StockAnswer"];
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/stock/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the movements of a product's units, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to answer at most */
                    limit?: number;
                    /** @description Only movements before this version: the X-Next-Cursor of the page before */
                    before?: number;
                };
                header?: never;
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Movement"][];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's orders, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Only orders in this status */
                    status?: "processing" | "in-transit" | "delivered" | "cancelled" | "refund_requested" | "refunded";
                    /** @description How many orders to answer at most; all of them without it */
                    limit?: number;
                    /** @description How many rows to skip */
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"][];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: customer */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        /** Place an order */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateOrderBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: customer */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List everybody's orders, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Only orders in this status */
                    status?: "processing" | "in-transit" | "delivered" | "cancelled" | "refund_requested" | "refunded";
                    /** @description How many orders to answer at most; all of them without it */
                    limit?: number;
                    /** @description How many rows to skip */
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"][];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager, sales_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"];
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete an order; stock stays */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move an order to another status */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrderStatusBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an order that is still processing */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: customer */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/refund/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for money back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RefundRequestBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: customer */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{id}/refund/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a refund */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The order's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefundDecisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: sales_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a product's approved reviews, and the caller's own, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"][];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        /** Review a product of a delivered order */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateReviewBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: customer */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the reviews that wait for a moderator, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many reviews to answer at most; all of them without it */
                    limit?: number;
                    /** @description How many rows to skip */
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"][];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/my-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's reviews, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many reviews to answer at most; all of them without it */
                    limit?: number;
                    /** @description How many rows to skip */
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"][];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: customer */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an approved review */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The review's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Show a review to everybody */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The review's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReviewAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/reviews/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Keep a review from everybody */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The review's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: product_manager */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wishlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the products that the caller wishes for, the newest wish first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"][];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        /** Wish for a product */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WishBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProductAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        /** End all wishes */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wishlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a wish */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The product's number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description There is a newer version than If-Match names */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a conversation; a guest gets its secret */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OpenConversationBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the conversations that are not closed, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueAnswer"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: support_agent */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a conversation */
        get: {
            parameters: {
                query?: {
                    /** @description The secret that a guest got when the conversation was opened */
                    conversation_token?: string;
                };
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The conversation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationAnswer"];
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description The secret that a guest got when the conversation was opened */
                    conversation_token?: string;
                    /** @description Only what came after this message; without it the newest messages */
                    after?: string;
                };
                header?: never;
                path: {
                    /** @description The conversation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageAnswer"][];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a conversation */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The conversation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Needs one of: support_agent */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a conversation */
        post: {
            parameters: {
                query?: {
                    /** @description The secret that a guest got when the conversation was opened */
                    conversation_token?: string;
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The conversation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CloseConversationBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/conversations/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a file, in the form field file */
        post: {
            parameters: {
                query?: {
                    /** @description The secret that a guest got when the conversation was opened */
                    conversation_token?: string;
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The conversation's id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The content type must be multipart/form-data */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support/attachments/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a conversation */
        get: {
            parameters: {
                query?: {
                    /** @description The secret that a guest got when the conversation was opened */
                    conversation_token?: string;
                };
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The id of the message that it came with */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        /** @description The version */
                        ETag?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
                /** @description The part that Range names */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
                /** @description The caller has this version */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such thing, or not for this caller */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The file has no such part */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Bad input, with all its faults */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A file that came with a message. */
        AttachmentAnswer: {
            id: string;
            filename: string;
            mime_type: string;
            /** Format: int64 */
            size_bytes: number;
            /** Format: date-time */
            created_at: string;
        };
        /** @description Units of a product in the cart. */
        CartItemAnswer: {
            /** Format: int64 */
            product_id: number;
            name: string;
            /** Format: double */
            price: number;
            /** Format: int32 */
            quantity: number;
            /** Format: double */
            total_price: number;
            image: null | string;
            model: null | string;
            category: null | string;
        };
        /** @description Units of a product in the cart. */
        CartItemBody: {
            /**
             * Format: int32
             * @description How many.
             */
            quantity: number;
            /**
             * Format: double
             * @description Of all of them; price x quantity when absent.
             */
            total_price?: null | number;
            /**
             * Format: int32
             * @description The product.
             */
            product_id: number;
            /** @description Up to 200 characters. */
            name: string;
            /**
             * Format: double
             * @description Of one.
             */
            price: number;
            /** @description Where its picture is. */
            image?: null | string;
            /** @description Up to 100 characters. */
            model?: null | string;
            /** @description Up to 100 characters. */
            category?: null | string;
        };
        /** @description A category as the store shows it. */
        CategoryAnswer: {
            /** Format: int64 */
            id: number;
            name: string;
        };
        /** @description A category to make, or its new name. */
        CategoryBody: {
            /** @description 1..100 characters; it is trimmed, each word gets a capital, and no two categories have the same without regard to case. */
            name: string;
        };
        /** @description The end of a discount of several products. */
        ClearDiscountBody: {
            /** @description 1..200 numbers; unknown ones are passed over. */
            product_ids: (number | string)[];
        };
        /** @description How a conversation ended. */
        CloseConversationBody: {
            /** @description What came out, up to 2000 characters. */
            resolution_notes?: null | string;
        };
        /** @description What the customer had before them. */
        ContextAnswer: {
            cart_items: components["schemas"]["CartItemAnswer"][];
            orders_summary: components["schemas"]["OrderSummaryAnswer"][];
            wish_list_items: components["schemas"]["WishItemAnswer"][];
            /** Format: date-time */
            captured_at: string;
        };
        /** @description A whole conversation. */
        ConversationAnswer: {
            id: string;
            status: string;
            customer_id: null | string;
            /** @description The guest's secret, only to who has it. */
            conversation_token: null | string;
            assigned_agent_id: null | string;
            guest_name: null | string;
            guest_email: null | string;
            /** Format: date-time */
            last_message_at: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            closed_at: null | string;
            resolution_notes: null | string;
            /** @description What the customer had before them. */
            context_snapshot: null | components["schemas"]["ContextAnswer"];
            /** @description The newest ones, oldest first. */
            messages: components["schemas"]["MessageAnswer"][];
        };
        /** @description A conversation in the queue. */
        ConversationSummary: {
            id: string;
            status: string;
            customer_id: null | string;
            assigned_agent_id: null | string;
            guest_name: null | string;
            guest_email: null | string;
            /** Format: date-time */
            last_message_at: null | string;
            /** Format: date-time */
            created_at: string;
        };
        /** @description An order to place. */
        CreateOrderBody: {
            /** @description 1..500 characters. */
            delivery_address: string;
            /** @description Products and quantities; a product named twice adds up. */
            items: components["schemas"]["ItemBody"][];
        };
        /** @description A product to make. */
        CreateProductBody: {
            /** @description 1..200 characters. */
            name: string;
            /** @description 1..100 characters. */
            model: string;
            /** @description 1..100 characters; no two products have the same. */
            serial_number: string;
            /** @description Up to 500 characters. */
            description?: null | string;
            /**
             * Format: double
             * @description 0 or more, with at most two decimals; 0 when absent.
             */
            price?: null | number | string;
            /**
             * Format: int64
             * @description Units that are available; 0 when absent.
             */
            stock?: null | number | string;
            /**
             * Format: int64
             * @description The category's number.
             */
            category_id: number | string;
            /** @description Where its picture is; the default picture when absent or empty. */
            image?: null | string;
            /**
             * Format: double
             * @description 0..5.
             */
            rating?: null | number | string;
            /** @description Up to 100 characters. */
            warranty_status?: null | string;
            /** @description Up to 200 characters. */
            distributor?: null | string;
        };
        /** @description A review to write: a rating, a comment, or both. */
        CreateReviewBody: {
            /**
             * Format: int32
             * @description 1..5.
             */
            rating?: null | number | string;
            /** @description 10..1,000 characters. */
            comment?: null | string;
        };
        /** @description A sentence for people. */
        DetailAnswer: {
            detail: string;
        };
        DetailError: {
            detail: string | {
                type: string;
                loc: unknown[];
                msg: string;
                input: unknown;
            }[];
            total_errors?: number;
        };
        /** @description A discount of several products. */
        DiscountBody: {
            /** @description 1..200 numbers; unknown ones are passed over. */
            product_ids: (number | string)[];
            /**
             * Format: double
             * @description Percent, above 0 and at most 100, with at most two decimals.
             */
            discount_rate: number | string;
        };
        /** @description A mount is there. */
        HealthAnswer: {
            status: string;
            service: string;
            version: string;
            /** @description Now, in UTC. */
            timestamp: string;
        };
        /** @description Units of a product. */
        ItemBody: {
            /**
             * Format: int64
             * @description The product's number.
             */
            product_id: number;
            /**
             * Format: int64
             * @description 1 or more.
             */
            quantity: number;
        };
        /** @description Credentials. */
        LoginBody: {
            /** @description The account's e-mail. */
            email: string;
            /** @description The account's password. */
            password: string;
        };
        /** @description A message. */
        MessageAnswer: {
            id: string;
            conversation_id: string;
            sender_role: string;
            sender_id: null | string;
            body: null | string;
            /** @description `delivered`: it is stored, and whoever takes part gets it. */
            status: string;
            /** Format: date-time */
            created_at: string;
            /** @description A file that came with a message. */
            attachment: null | components["schemas"]["AttachmentAnswer"];
        };
        /** @description One movement of a product's units. */
        Movement: {
            /**
             * Format: int64
             * @description The stock's version: the place in the ledger. One confirmation may settle several orders.
             */
            version: number;
            /** @description `adjusted`, `held`, `sold`, `released`, `return_announced`, `returned`, `return_released`, `release_marked`. */
            type: string;
            /**
             * Format: int64
             * @description Units; the difference of an adjustment.
             */
            quantity: number;
            /**
             * Format: int64
             * @description The order, or null for an adjustment.
             */
            order_id: null | number;
            /** Format: date-time */
            at: string;
            /** @description Who: an account, or `system`. */
            actor: string;
        };
        /** @description A conversation to open. Name and e-mail count for guests; with an account they are the account's. */
        OpenConversationBody: {
            /** @description Up to 200 characters. */
            guest_name?: null | string;
            /** @description Where an answer reaches a guest later. */
            guest_email?: null | string;
            /** @description What the customer says first, up to 4000 characters. */
            initial_message?: null | string;
            /** @description What is in the cart. */
            cart_items?: null | components["schemas"]["CartItemBody"][];
            /** @description What is on the wish list. */
            wish_list_items?: null | components["schemas"]["WishItemBody"][];
        };
        /** @description An order. */
        OrderAnswer: {
            /** Format: int64 */
            id: number;
            customer_id: string;
            status: string;
            /** Format: double */
            total_amount: number;
            /** Format: double */
            tax_amount: number;
            /** Format: double */
            shipping_amount: number;
            delivery_address: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            items: components["schemas"]["OrderItemAnswer"][];
            /** Format: date-time */
            delivered_at: null | string;
            /** Format: date-time */
            cancelled_at: null | string;
            /** Format: date-time */
            refund_requested_at: null | string;
            /** Format: date-time */
            refunded_at: null | string;
            /** Format: double */
            refund_amount: null | number;
            refund_reason: null | string;
            refund_items: null | components["schemas"]["RefundItemAnswer"][];
            customer_name: string;
        };
        /** @description A line of an order, with the price of its purchase. */
        OrderItemAnswer: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            order_id: number;
            /** Format: int64 */
            product_id: number;
            product_name: string;
            /** Format: double */
            product_price: number;
            /** Format: int64 */
            quantity: number;
            /** Format: double */
            subtotal: number;
        };
        /** @description A new status. */
        OrderStatusBody: {
            /**
             * @description Where the order goes.
             * @enum {string}
             */
            status: "processing" | "in-transit" | "delivered" | "cancelled" | "refund_requested" | "refunded";
        };
        /** @description One of the customer's orders. */
        OrderSummaryAnswer: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            order_id: number;
            status: string;
            /** Format: double */
            total_amount: number;
            /**
             * Format: int64
             * @description Units in all lines.
             */
            item_count: number;
            /** Format: date-time */
            created_at: string;
        };
        /** @description A product as the store shows it. */
        ProductAnswer: {
            /** Format: int64 */
            id: number;
            name: string;
            model: string;
            serial_number: string;
            description: null | string;
            /** Format: double */
            price: number;
            /**
             * Format: int64
             * @description Available units.
             */
            stock: number;
            /** Format: int64 */
            category_id: number;
            /** @description The category's name. */
            category: string;
            image: null | string;
            /** Format: double */
            rating: null | number;
            warranty_status: null | string;
            distributor: null | string;
            discount_active: boolean;
            /**
             * Format: double
             * @description Percent; 0 without a discount.
             */
            discount_rate: number;
            /** Format: double */
            final_price: number;
        };
        /** @description The queue. */
        QueueAnswer: {
            conversations: components["schemas"]["ConversationSummary"][];
        };
        /** @description A decision about a refund. */
        RefundDecisionBody: {
            /** @description Whether money is paid back. */
            approved: boolean;
            /**
             * Format: double
             * @description How much; without it the purchase prices of the units.
             */
            refund_amount?: null | number;
            /** @description For the customer, up to 1,000 characters. */
            notes?: null | string;
        };
        /** @description Units that the customer wants to give back. */
        RefundItemAnswer: {
            /** Format: int64 */
            product_id: number;
            /** Format: int64 */
            quantity: number;
        };
        /** @description A wish for money back. */
        RefundRequestBody: {
            /** @description Why, up to 1,000 characters. */
            reason?: null | string;
            /** @description Which units; without it all of them. */
            items?: null | components["schemas"]["ItemBody"][];
        };
        /** @description A review. */
        ReviewAnswer: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            product_id: number;
            user_id: string;
            user_name: string;
            /** Format: int64 */
            order_id: number;
            /** Format: int32 */
            rating: null | number;
            comment: null | string;
            /** @description `pending`, `approved` or `disapproved`. */
            status: string;
            is_approved: boolean;
            approved_by: null | string;
            /** Format: date-time */
            approved_at: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Quantities: `available + held + sold = received`. */
        StockAnswer: {
            /** Format: int64 */
            product_id: number;
            /** Format: int64 */
            available: number;
            /** Format: int64 */
            held: number;
            /** Format: int64 */
            sold: number;
            /** Format: int64 */
            received: number;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description What to change of a user; what is not named stays. */
        StoreProfileBody: {
            /** @description 1..100 characters. */
            first_name?: null | string;
            /** @description 1..100 characters. */
            last_name?: null | string;
            /** @description Up to 500 characters. */
            address?: null | string;
        };
        /** @description A new customer. */
        StoreRegisterBody: {
            /** @description 1..100 characters. */
            first_name: string;
            /** @description 1..100 characters. */
            last_name: string;
            /**
             * Format: email
             * @description Unique without regard to case.
             */
            email: string;
            /** @description 8..200 characters. */
            password: string;
            /** @description Up to 500 characters. */
            address?: null | string;
            /**
             * @description Only `customer`: the other roles are given.
             * @enum {null|string}
             */
            role?: "customer" | "product_manager" | "sales_manager" | "support_agent" | null;
        };
        /** @description Who signed in. */
        StoreSignedIn: {
            user_id: string;
            first_name: string;
            last_name: string;
            email: string;
            role: string;
            address: string;
            tax_id: string;
        };
        /** @description A user of the store. */
        StoreUser: {
            id: string;
            first_name: string;
            last_name: string;
            email: string;
            role: string;
            address: string;
            tax_id: string;
        };
        /** @description A change of a product. What is absent or null stays; the bounds are those of a new product. */
        UpdateProductBody: {
            /** @description 1..200 characters. */
            name?: null | string;
            /** @description 1..100 characters. */
            model?: null | string;
            /** @description 1..100 characters; no two products have the same. */
            serial_number?: null | string;
            /** @description Up to 500 characters. */
            description?: null | string;
            /**
             * Format: double
             * @description 0 or more, with at most two decimals.
             */
            price?: null | number | string;
            /**
             * Format: int64
             * @description Units that are available from now on.
             */
            stock?: null | number | string;
            /**
             * Format: int64
             * @description The category's number.
             */
            category_id?: null | number | string;
            /** @description Where its picture is; empty for the default picture. */
            image?: null | string;
            /**
             * Format: double
             * @description 0..5.
             */
            rating?: null | number | string;
            /** @description Up to 100 characters. */
            warranty_status?: null | string;
            /** @description Up to 200 characters. */
            distributor?: null | string;
        };
        /** @description A product to wish for. */
        WishBody: {
            /**
             * Format: int64
             * @description The product's number.
             */
            product_id: number | string;
        };
        /** @description A product on the wish list. */
        WishItemAnswer: {
            /** Format: int64 */
            product_id: number;
            name: string;
            /** Format: double */
            price: number;
            image: null | string;
            model: null | string;
            category: null | string;
        };
        /** @description A product as the customer's program shows it. */
        WishItemBody: {
            /**
             * Format: int32
             * @description The product.
             */
            product_id: number;
            /** @description Up to 200 characters. */
            name: string;
            /**
             * Format: double
             * @description Of one.
             */
            price: number;
            /** @description Where its picture is. */
            image?: null | string;
            /** @description Up to 100 characters. */
            model?: null | string;
            /** @description Up to 100 characters. */
            category?: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AttachmentAnswer = components['schemas']['AttachmentAnswer'];
export type CartItemAnswer = components['schemas']['CartItemAnswer'];
export type CartItemBody = components['schemas']['CartItemBody'];
export type CategoryAnswer = components['schemas']['CategoryAnswer'];
export type CategoryBody = components['schemas']['CategoryBody'];
export type ClearDiscountBody = components['schemas']['ClearDiscountBody'];
export type CloseConversationBody = components['schemas']['CloseConversationBody'];
export type ContextAnswer = components['schemas']['ContextAnswer'];
export type ConversationAnswer = components['schemas']['ConversationAnswer'];
export type ConversationSummary = components['schemas']['ConversationSummary'];
export type CreateOrderBody = components['schemas']['CreateOrderBody'];
export type CreateProductBody = components['schemas']['CreateProductBody'];
export type CreateReviewBody = components['schemas']['CreateReviewBody'];
export type DetailAnswer = components['schemas']['DetailAnswer'];
export type DetailError = components['schemas']['DetailError'];
export type DiscountBody = components['schemas']['DiscountBody'];
export type HealthAnswer = components['schemas']['HealthAnswer'];
export type ItemBody = components['schemas']['ItemBody'];
export type LoginBody = components['schemas']['LoginBody'];
export type MessageAnswer = components['schemas']['MessageAnswer'];
export type Movement = components['schemas']['Movement'];
export type OpenConversationBody = components['schemas']['OpenConversationBody'];
export type OrderAnswer = components['schemas']['OrderAnswer'];
export type OrderItemAnswer = components['schemas']['OrderItemAnswer'];
export type OrderStatusBody = components['schemas']['OrderStatusBody'];
export type OrderSummaryAnswer = components['schemas']['OrderSummaryAnswer'];
export type ProductAnswer = components['schemas']['ProductAnswer'];
export type QueueAnswer = components['schemas']['QueueAnswer'];
export type RefundDecisionBody = components['schemas']['RefundDecisionBody'];
export type RefundItemAnswer = components['schemas']['RefundItemAnswer'];
export type RefundRequestBody = components['schemas']['RefundRequestBody'];
export type ReviewAnswer = components['schemas']['ReviewAnswer'];
export type StockAnswer = components['schemas']['StockAnswer'];
export type StoreProfileBody = components['schemas']['StoreProfileBody'];
export type StoreRegisterBody = components['schemas']['StoreRegisterBody'];
export type StoreSignedIn = components['schemas']['StoreSignedIn'];
export type StoreUser = components['schemas']['StoreUser'];
export type UpdateProductBody = components['schemas']['UpdateProductBody'];
export type WishBody = components['schemas']['WishBody'];
export type WishItemAnswer = components['schemas']['WishItemAnswer'];
export type WishItemBody = components['schemas']['WishItemBody'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
