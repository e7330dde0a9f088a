// Written by ./dev client from openapi/reservia.json.
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
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/session/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by name; the session comes as a cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionLoginBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionLoginAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Wrong name or password */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/session/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: the session ends at once */
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
                        "application/json": components["schemas"]["MessageAnswer"];
                    };
                };
                /** @description A rule of the system refuses it */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not for this caller, or by a cookie from another site */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not in this state */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/session/status": {
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
                        "application/json": components["schemas"]["SessionStatusAnswer"];
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedOutAnswer"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/info/is_alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service answers, and whether it asks for passwords */
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
                        "application/json": components["schemas"]["AliveAnswer"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/info/get_version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the version of this contract */
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
                        "application/json": components["schemas"]["VersionAnswer"];
                    };
                };
                /** @description The token that came with it is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/info/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the resources */
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
                        "application/json": components["schemas"]["ResourceList"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/info/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the users */
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
                        "application/json": components["schemas"]["UserList"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Admins only */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/info/utilisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how much of the time each resource was held */
        get: {
            parameters: {
                query?: {
                    /** @description From when on; a week before `to` without it; a date or a date and time (ISO 8601), UTC unless it says otherwise */
                    from?: string;
                    /** @description Until when; now without it; a date or a date and time (ISO 8601), UTC unless it says otherwise */
                    to?: string;
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
                        "application/json": components["schemas"]["UtilisationAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/admin/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the resources */
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
                        "application/json": components["schemas"]["ResourceList"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List past reservations, newest first: of a resource those that have ended, of a user all */
        get: {
            parameters: {
                query?: {
                    /** @description Only of this resource */
                    resource_id?: number;
                    /** @description Only of this user; others' are for admins. Without user and resource: the caller's own */
                    user_id?: number;
                    /** @description The `next` of the page before */
                    before?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
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
                        "application/json": components["schemas"]["ReservationHistoryAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Somebody else's history */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description No such user */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a queue live (Server-Sent Events); Last-Event-ID goes on where a reader was */
        get: {
            parameters: {
                query: {
                    /** @description The resource's id */
                    resource_id: number;
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
                        "text/event-stream": string;
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many live connections of this account */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/admin/user/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a user */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserAddBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Admins only */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The name or the e-mail is another's */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/admin/user/modify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a user's e-mail, password or priority */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserModifyBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Somebody else's account */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description No such user */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The e-mail is another's */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/admin/resource/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a resource */
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
                    "application/json": components["schemas"]["ResourceAddBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Something that the body names is not there */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The name is another's */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/admin/resource/modify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a resource */
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
                    "application/json": components["schemas"]["ResourceModifyBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResourceAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The name is another's */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a resource: approved at once, or queued */
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
                    "application/json": components["schemas"]["ResourceIdBody"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReservationRequestedAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description No such resource */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The user holds it or waits for it already, or the queue is full */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a queue */
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
                    "application/json": components["schemas"]["ResourceIdBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReservationCancelledAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The user does not wait for it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a resource back; the next in the queue has it with the same commit */
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
                    "application/json": components["schemas"]["ResourceIdBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReservationReleasedAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The user does not hold it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/keep_alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a lease live on */
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
                    "application/json": components["schemas"]["ResourceIdBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReservationKeptAliveAnswer"];
                    };
                };
                /** @description The lease does not expire */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The user neither holds it nor waits for it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who holds a resource and who waits for it */
        get: {
            parameters: {
                query: {
                    /** @description The resource's id */
                    resource_id: number;
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
                        "application/json": components["schemas"]["ActiveReservations"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/active/all_users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who holds and who waits, of all resources, oldest request first */
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
                        "application/json": components["schemas"]["ActiveReservations"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/active/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the caller's own reservation of a resource */
        get: {
            parameters: {
                query: {
                    /** @description The resource's id */
                    resource_id: number;
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
                        "application/json": components["schemas"]["OwnReservation"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See where the caller stands, and how long it will probably take */
        get: {
            parameters: {
                query: {
                    /** @description The resource's id */
                    resource_id: number;
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
                        "application/json": components["schemas"]["QueuePosition"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: user, admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The caller neither holds it nor waits for it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
    "/reservation/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Serve one who waits sooner or later */
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
                    "application/json": components["schemas"]["PriorityBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PrioritisedAnswer"];
                    };
                };
                /** @description Bad input, with all its faults */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not signed in, or no longer */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Needs one of: admin, super */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The user does not wait for it */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Not in this state; or the first request with this Idempotency-Key still runs */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The content type must be application/json */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The Idempotency-Key was used for another request */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description Too many requests; Retry-After says when to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
                    };
                };
                /** @description The service cannot do it now; Retry-After says when to come back */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReserviaError"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A reservation that holds or waits. */
        ActiveReservation: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            user_id: number;
            user_name: string;
            /** Format: int64 */
            resource_id: number;
            resource_name: string;
            request_date: string;
            approved_date: null | string;
            status: string;
            /**
             * Format: int64
             * @description When its lease ends, in seconds since 1970; null when it does not.
             */
            valid_until_date: null | number;
            /** Format: int64 */
            fencing_token: null | number;
            /** Format: int32 */
            position: number;
            /** Format: int32 */
            priority: number;
        };
        /** @description Those who hold and wait. */
        ActiveReservations: {
            message: string;
            reservations: components["schemas"]["ActiveReservation"][];
            /** Format: int32 */
            count: number;
        };
        /** @description The service is there. */
        AliveAnswer: {
            status: string;
            service: string;
            /** @description Whether signing in by name alone is enough. */
            no_auth: boolean;
        };
        /** @description A mount is there. */
        HealthAnswer: {
            status: string;
            service: string;
            version: string;
            /** @description Now, in UTC. */
            timestamp: string;
        };
        /** @description A sentence for people. */
        MessageAnswer: {
            message: string;
        };
        /** @description The caller's own reservation of a resource, or null. */
        OwnReservation: {
            message: string;
            /** @description A reservation that holds or waits. */
            reservation: null | components["schemas"]["ActiveReservation"];
        };
        /** @description A reservation of the past, or one that is not over. */
        PastReservation: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            user_id: number;
            user_name: string;
            /** Format: int64 */
            resource_id: number;
            /** @description `requested`, `approved`, `cancelled`, `released` or `expired`. */
            status: string;
            request_date: string;
            approved_date: null | string;
            ended_date: null | string;
            /** Format: int64 */
            fencing_token: null | number;
        };
        /** @description Another priority was set. */
        PrioritisedAnswer: {
            message: string;
            /** Format: int64 */
            reservation_id: number;
            /** Format: int64 */
            resource_id: number;
            /** Format: int32 */
            priority: number;
            /** Format: int32 */
            position: number;
        };
        /** @description Whom to serve sooner or later. */
        PriorityBody: {
            /**
             * Format: int64
             * @description The resource's id.
             */
            resource_id: number;
            /**
             * Format: int64
             * @description Who waits for it.
             */
            user_id: number;
            /**
             * Format: int32
             * @description 0 (last) to 9 (first).
             */
            priority: number;
        };
        /** @description Where the caller stands. */
        QueuePosition: {
            /** Format: int64 */
            resource_id: number;
            /**
             * Format: int32
             * @description 0 for a holder, else the place in the queue from 1.
             */
            position: number;
            /**
             * Format: int32
             * @description Reservations that are served before: holders and those who wait.
             */
            ahead: number;
            /**
             * Format: double
             * @description Half of all waits like this one are shorter; null under 5 samples.
             */
            wait_p50_sec: null | number;
            /**
             * Format: double
             * @description Nine of ten waits like this one are shorter; null under 5 samples.
             */
            wait_p90_sec: null | number;
            /**
             * Format: int32
             * @description Ended holds that the forecast was made from, at most 200.
             */
            samples: number;
        };
        /** @description A reservation was cancelled. */
        ReservationCancelledAnswer: {
            message: string;
            /** Format: int64 */
            reservation_id: number;
            /** Format: int64 */
            resource_id: number;
            cancelled_date: string;
        };
        /** @description A page of history, newest first. */
        ReservationHistoryAnswer: {
            message: string;
            history: components["schemas"]["PastReservation"][];
            /** Format: int32 */
            count: number;
            /**
             * Format: int64
             * @description The `before` of the next page; null on the last.
             */
            next: null | number;
        };
        /** @description A lease lives on. */
        ReservationKeptAliveAnswer: {
            message: string;
            /** Format: int64 */
            reservation_id: number;
            /** Format: int64 */
            resource_id: number;
            valid_until_date: string;
            /** Format: int64 */
            fencing_token: null | number;
        };
        /** @description A reservation was released. */
        ReservationReleasedAnswer: {
            message: string;
            /** Format: int64 */
            reservation_id: number;
            /** Format: int64 */
            resource_id: number;
            released_date: string;
        };
        /** @description What came of a request. */
        ReservationRequestedAnswer: {
            message: string;
            /** Format: int64 */
            reservation_id: number;
            /** Format: int64 */
            resource_id: number;
            /** @description `approved` or `requested`. */
            status: string;
            /**
             * Format: int64
             * @description Grows with every grant of the resource; null while it waits.
             */
            fencing_token: null | number;
            /**
             * Format: int32
             * @description 0 when approved, else the place in the queue from 1.
             */
            position: number;
        };
        ReserviaError: {
            error: string;
        };
        /** @description A resource to make. */
        ResourceAddBody: {
            /** @description 1..200 characters, unique without regard to case. */
            name: string;
            /** @description Up to 1,000 characters. */
            comment?: null | string;
            /**
             * Format: int32
             * @description How many may hold it at once; 1.
             */
            capacity?: null | number;
        };
        /** @description A resource was made or modified. */
        ResourceAnswer: {
            message: string;
            /** Format: int64 */
            resource_id: number;
        };
        /** @description Which resource. */
        ResourceIdBody: {
            /**
             * Format: int64
             * @description The resource's id.
             */
            resource_id: number;
        };
        /** @description All resources, by id. */
        ResourceList: {
            message: string;
            resources: components["schemas"]["ResourceRow"][];
            /** Format: int32 */
            count: number;
        };
        /** @description A change of a resource; what is not named stays. */
        ResourceModifyBody: {
            /**
             * Format: int64
             * @description The resource's id.
             */
            resource_id: number;
            /** @description 1..200 characters, unique without regard to case. */
            name?: null | string;
            /** @description Up to 1,000 characters. */
            comment?: null | string;
            /**
             * Format: int32
             * @description How many may hold it at once. More are handed out at once, fewer evict nobody.
             */
            capacity?: null | number;
            /**
             * @description While it is not `available` nobody gets it; the queue stays.
             * @enum {null|string}
             */
            state?: "available" | "offline" | "maintenance" | null;
        };
        /** @description A resource. */
        ResourceRow: {
            /** Format: int64 */
            id: number;
            name: string;
            comment: null | string;
            /** Format: int32 */
            capacity: number;
            state: string;
            /**
             * Format: int32
             * @description Places that are taken.
             */
            held: number;
            /**
             * Format: int32
             * @description How many wait.
             */
            waiting: number;
        };
        /** @description How much one resource was used. */
        ResourceUtilisation: {
            /** Format: int64 */
            resource_id: number;
            resource_name: string;
            /** Format: int32 */
            capacity: number;
            /**
             * Format: int32
             * @description Holds that began before the end of the time and did not end before its begin.
             */
            holds: number;
            /**
             * Format: double
             * @description For how long its places were held within the time, all places together.
             */
            held_seconds: number;
            /**
             * Format: double
             * @description Share of the time of all its places, 0..1; more after places were taken away.
             */
            utilisation: number;
            /**
             * Format: double
             * @description From request to grant, over these holds; null without any.
             */
            mean_wait_seconds: null | number;
        };
        /** @description Somebody signed in. */
        SessionLoginAnswer: {
            message: string;
            user_name: string;
        };
        /** @description Name and password. */
        SessionLoginBody: {
            /** @description The user's name. */
            name: string;
            /** @description The password, or its SHA-256 as 64 hex digits; left out only where `no_auth` is true. */
            password?: null | string;
        };
        /** @description Who is signed in. */
        SessionStatusAnswer: {
            logged_in: boolean;
            /** Format: int64 */
            user_id: number;
            user_email: null | string;
            user_name: string;
            role: string;
            is_admin: boolean;
        };
        /** @description Nobody is signed in. */
        SignedOutAnswer: {
            logged_in: boolean;
        };
        /** @description A user to add. */
        UserAddBody: {
            /** @description 1..200 characters, unique without regard to case. */
            name: string;
            /**
             * Format: email
             * @description Unique without regard to case.
             */
            email: string;
            /** @description 1..200 characters, or the SHA-256 of the password as 64 hex digits. */
            password: string;
        };
        /** @description A user was made or modified. */
        UserAnswer: {
            message: string;
            /** Format: int64 */
            user_id: number;
        };
        /** @description All users, by id. */
        UserList: {
            message: string;
            users: components["schemas"]["UserRow"][];
            /** Format: int32 */
            count: number;
        };
        /** @description A change of a user; what is not named stays. */
        UserModifyBody: {
            /**
             * Format: int64
             * @description The user's id.
             */
            user_id: number;
            /**
             * Format: email
             * @description Unique without regard to case.
             */
            email?: null | string;
            /** @description 1..200 characters, or the SHA-256 of the password as 64 hex digits. */
            password?: null | string;
            /**
             * Format: int32
             * @description 0 (last) to 9 (first) for the user's next requests; set by admins.
             */
            priority?: null | number;
        };
        /** @description A user. */
        UserRow: {
            /** Format: int64 */
            id: number;
            name: string;
            email: null | string;
            role: string;
            /** Format: int32 */
            priority: number;
        };
        /** @description How much resources were used. */
        UtilisationAnswer: {
            message: string;
            from_date: string;
            to_date: string;
            resources: components["schemas"]["ResourceUtilisation"][];
        };
        /** @description The version of the contract. */
        VersionAnswer: {
            version: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ActiveReservation = components['schemas']['ActiveReservation'];
export type ActiveReservations = components['schemas']['ActiveReservations'];
export type AliveAnswer = components['schemas']['AliveAnswer'];
export type HealthAnswer = components['schemas']['HealthAnswer'];
export type MessageAnswer = components['schemas']['MessageAnswer'];
export type OwnReservation = components['schemas']['OwnReservation'];
export type PastReservation = components['schemas']['PastReservation'];
export type PrioritisedAnswer = components['schemas']['PrioritisedAnswer'];
export type PriorityBody = components['schemas']['PriorityBody'];
export type QueuePosition = components['schemas']['QueuePosition'];
export type ReservationCancelledAnswer = components['schemas']['ReservationCancelledAnswer'];
export type ReservationHistoryAnswer = components['schemas']['ReservationHistoryAnswer'];
export type ReservationKeptAliveAnswer = components['schemas']['ReservationKeptAliveAnswer'];
export type ReservationReleasedAnswer = components['schemas']['ReservationReleasedAnswer'];
export type ReservationRequestedAnswer = components['schemas']['ReservationRequestedAnswer'];
export type ReserviaError = components['schemas']['ReserviaError'];
export type ResourceAddBody = components['schemas']['ResourceAddBody'];
export type ResourceAnswer = components['schemas']['ResourceAnswer'];
export type ResourceIdBody = components['schemas']['ResourceIdBody'];
export type ResourceList = components['schemas']['ResourceList'];
export type ResourceModifyBody = components['schemas']['ResourceModifyBody'];
export type ResourceRow = components['schemas']['ResourceRow'];
export type ResourceUtilisation = components['schemas']['ResourceUtilisation'];
export type SessionLoginAnswer = components['schemas']['SessionLoginAnswer'];
export type SessionLoginBody = components['schemas']['SessionLoginBody'];
export type SessionStatusAnswer = components['schemas']['SessionStatusAnswer'];
export type SignedOutAnswer = components['schemas']['SignedOutAnswer'];
export type UserAddBody = components['schemas']['UserAddBody'];
export type UserAnswer = components['schemas']['UserAnswer'];
export type UserList = components['schemas']['UserList'];
export type UserModifyBody = components['schemas']['UserModifyBody'];
export type UserRow = components['schemas']['UserRow'];
export type UtilisationAnswer = components['schemas']['UtilisationAnswer'];
export type VersionAnswer = components['schemas']['VersionAnswer'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
