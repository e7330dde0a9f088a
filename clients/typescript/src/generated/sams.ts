// Written by ./dev client from openapi/sams.json.
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
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List categories by name */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
                    /** @description Only those that are switched on, or off */
                    is_active?: boolean;
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
                        "application/json": components["schemas"]["CategoryList"];
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
                /** @description Needs one of: employee, manager, admin */
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
                    "application/json": components["schemas"]["CreateCategoryRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description The code or the name is taken */
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
                /** @description Needs one of: admin */
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
                    /** @description The category's id, a UUID */
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
                        "application/json": components["schemas"]["Category"];
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
                /** @description Needs one of: employee, manager, admin */
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
        /** Change a category; its code stays */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The category's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateCategoryRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description The name is taken */
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
                /** @description Needs one of: admin */
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
        /** Delete a category that no asset is in */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The category's id, a UUID */
                    id: string;
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
                /** @description Needs one of: admin */
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
                /** @description Assets refer to it */
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
    "/api/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List locations by name */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
                    /** @description Only those of this site */
                    site?: string;
                    /** @description Only those that are switched on, or off */
                    is_active?: boolean;
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
                        "application/json": components["schemas"]["LocationList"];
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
                /** @description Needs one of: employee, manager, admin */
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
        /** Make a location */
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
                    "application/json": components["schemas"]["CreateLocationRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
                    };
                };
                /** @description The code is taken */
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
                /** @description Needs one of: admin */
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
    "/api/v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a location */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The location's id, a UUID */
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
                        "application/json": components["schemas"]["Location"];
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
                /** @description Needs one of: employee, manager, admin */
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
        /** Change a location; its code stays */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The location's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateLocationRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Location"];
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
                /** @description Needs one of: admin */
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
        /** Delete a location that no asset is at */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The location's id, a UUID */
                    id: string;
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
                /** @description Needs one of: admin */
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
                /** @description Assets refer to it */
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A category of assets. */
        Category: {
            /** Format: uuid */
            id: string;
            name: string;
            code: string;
            description: null | string;
            is_active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A page of a list, as all lists of asset management are. */
        CategoryList: {
            items: components["schemas"]["Category"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            total: number;
            /** Format: int32 */
            skip: number;
            /** Format: int32 */
            limit: number;
        };
        /** @description A category of assets to make. */
        CreateCategoryRequest: {
            /** @description 1..100 characters; no two categories have the same without regard to case. */
            name: string;
            /** @description 1..20 characters; unique, and for ever. */
            code: string;
            /** @description Up to 500 characters. */
            description?: null | string;
            /** @description Whether people should choose it for new assets; true when absent. */
            is_active?: null | boolean;
        };
        /** @description A place of assets to make. */
        CreateLocationRequest: {
            /** @description 1..100 characters. */
            name: string;
            /** @description 1..20 characters; unique, and for ever. */
            code: string;
            /** @description Up to 50 characters. */
            site?: null | string;
            /** @description Up to 50 characters. */
            building?: null | string;
            /** @description Up to 10 characters. */
            floor?: null | string;
            /** @description Up to 20 characters. */
            room?: null | string;
            /** @description Whether people should choose it for new assets; true when absent. */
            is_active?: null | boolean;
        };
        DetailError: {
            detail: string | {
                type: string;
                loc: unknown[];
                msg: string;
                input: unknown;
            }[];
        };
        /** @description A mount is there. */
        HealthAnswer: {
            status: string;
            service: string;
            version: string;
            /** @description Now, in UTC. */
            timestamp: string;
        };
        /** @description A place of assets. */
        Location: {
            /** Format: uuid */
            id: string;
            name: string;
            code: string;
            site: null | string;
            building: null | string;
            floor: null | string;
            room: null | string;
            is_active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A page of a list, as all lists of asset management are. */
        LocationList: {
            items: components["schemas"]["Location"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            total: number;
            /** Format: int32 */
            skip: number;
            /** Format: int32 */
            limit: number;
        };
        /** @description What to change of a category; what is not named stays. */
        UpdateCategoryRequest: {
            /** @description 1..100 characters; no two categories have the same without regard to case. */
            name?: null | string;
            /** @description Up to 500 characters; null takes it away. */
            description?: null | string;
            /** @description Whether people should choose it for new assets. */
            is_active?: null | boolean;
        };
        /** @description What to change of a location; what is not named stays. */
        UpdateLocationRequest: {
            /** @description 1..100 characters. */
            name?: null | string;
            /** @description Up to 50 characters; null takes it away. */
            site?: null | string;
            /** @description Up to 50 characters; null takes it away. */
            building?: null | string;
            /** @description Up to 10 characters; null takes it away. */
            floor?: null | string;
            /** @description Up to 20 characters; null takes it away. */
            room?: null | string;
            /** @description Whether people should choose it for new assets. */
            is_active?: null | boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Category = components['schemas']['Category'];
export type CategoryList = components['schemas']['CategoryList'];
export type CreateCategoryRequest = components['schemas']['CreateCategoryRequest'];
export type CreateLocationRequest = components['schemas']['CreateLocationRequest'];
export type DetailError = components['schemas']['DetailError'];
export type HealthAnswer = components['schemas']['HealthAnswer'];
export type Location = components['schemas']['Location'];
export type LocationList = components['schemas']['LocationList'];
export type UpdateCategoryRequest = components['schemas']['UpdateCategoryRequest'];
export type UpdateLocationRequest = components['schemas']['UpdateLocationRequest'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
