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
                        "application/json": components["schemas"]["EnvironmentHealthAnswer"];
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
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthResponse"];
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
                /** @description The account is switched off, or no member yet */
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
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register as an employee */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegisterRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthResponse"];
                    };
                };
                /** @description The e-mail is registered */
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
                /** @description Only an admin may give this role */
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
        /** Exchange a refresh token for new tokens */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefreshTokenRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthResponse"];
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
                /** @description The refresh token is invalid or has expired */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description The account is switched off */
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
                        "application/json": components["schemas"]["User"];
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
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password; all other sessions end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePasswordRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The current password is wrong */
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
                    /** @description Only users whose name, e-mail or department contains this, without regard to case */
                    search?: string;
                    /** @description Only users with this role */
                    role?: "employee" | "manager" | "admin";
                    /** @description Only users that are switched on, or off */
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
                        "application/json": components["schemas"]["UserList"];
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
        /** Make a user, or make somebody with an account a member */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateUserRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description The e-mail is a user's */
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
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user; everybody their own record */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The user's id, a UUID */
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
                        "application/json": components["schemas"]["User"];
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
                /** @description Somebody else's record */
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
        /** Change a user */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The user's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateUserRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description One's own role, or switching oneself off */
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
        /** Take a user's role away and end their sessions; an account without any other role is deleted */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The user's id, a UUID */
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
                /** @description One's own account */
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
                /** @description Assets or pending workflows are the user's */
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
    "/api/v1/users/{id}/role": {
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
        /** Give a user another role */
        patch: {
            parameters: {
                query: {
                    /** @description The new role */
                    role: "employee" | "manager" | "admin";
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The user's id, a UUID */
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
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description One's own role */
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
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List requests, newest first; employees see their own */
        get: {
            parameters: {
                query?: {
                    /** @description Only requests of this type */
                    workflow_type?: "checkout" | "checkin" | "transfer" | "maintenance" | "disposal";
                    /** @description Only those in this status */
                    status?: "pending" | "approved" | "rejected" | "cancelled" | "completed";
                    /** @description Only those about this asset */
                    asset_id?: string;
                    /** @description How many rows to skip */
                    skip?: number;
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
                        "application/json": components["schemas"]["WorkflowList"];
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
        /** Ask for something to be done with an asset */
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
                    "application/json": components["schemas"]["CreateWorkflowRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The asset cannot be had for it */
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
                /** @description Not for employees */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such asset, or no such member */
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
    "/api/v1/workflows/my-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's requests, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Only requests of this type */
                    workflow_type?: "checkout" | "checkin" | "transfer" | "maintenance" | "disposal";
                    /** @description Only those in this status */
                    status?: "pending" | "approved" | "rejected" | "cancelled" | "completed";
                    /** @description How many rows to skip */
                    skip?: number;
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
                        "application/json": components["schemas"]["WorkflowList"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/my-unviewed-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the caller's requests that were decided and not yet marked as seen */
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
                        "application/json": components["schemas"]["WorkflowCount"];
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
    "/api/v1/workflows/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List checkouts whose asset should be back, the longest overdue first; employees see their own */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
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
                        "application/json": components["schemas"]["WorkflowList"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a workflow */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
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
                        "application/json": components["schemas"]["Workflow"];
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
                /** @description Somebody else's, and the caller is neither manager nor admin */
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a free asset */
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
                    "application/json": components["schemas"]["CheckoutRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The asset is not available */
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
                /** @description Needs one of: employee, manager, admin */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such asset */
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
    "/api/v1/workflows/checkin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an asset to be taken back */
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
                    "application/json": components["schemas"]["CheckinRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The caller does not have the asset */
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
                /** @description Needs one of: employee, manager, admin */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such asset */
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
    "/api/v1/workflows/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a request: it takes effect */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The workflow is not pending, or the asset cannot be had any more */
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
                /** @description Needs one of: admin, manager */
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
        /** Approve a request: it takes effect */
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
                    /** @description The workflow's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The workflow is not pending, or the asset cannot be had any more */
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
                /** @description Needs one of: admin, manager */
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
    "/api/v1/workflows/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a request: the asset stays as it is */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RejectionRequest"] | string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The workflow is not pending */
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
                /** @description Needs one of: admin, manager */
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
        /** Reject a request: the asset stays as it is */
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
                    /** @description The workflow's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RejectionRequest"] | string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The workflow is not pending */
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
                /** @description Needs one of: admin, manager */
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
    "/api/v1/workflows/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off one's own request */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
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
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The workflow is not pending */
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
                /** @description Only its requester */
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
        /** Call off one's own request */
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
                    /** @description The workflow's id, a UUID */
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
                        "application/json": components["schemas"]["Workflow"];
                    };
                };
                /** @description The workflow is not pending */
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
                /** @description Only its requester */
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
    "/api/v1/workflows/{id}/mark-viewed": {
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
        /** Mark one's own request as seen */
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
                    /** @description The workflow's id, a UUID */
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
                        "application/json": components["schemas"]["Workflow"];
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
                /** @description Only its requester */
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
    "/api/v1/workflows/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a workflow's comments, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description The workflow's id, a UUID */
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
                        "application/json": components["schemas"]["WorkflowComment"][];
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
                /** @description The workflow, or the comment, is somebody else's */
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
        /** Comment on a workflow */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkflowCommentText"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkflowComment"];
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
                /** @description The workflow, or the comment, is somebody else's */
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
    "/api/v1/workflows/{id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a comment another text */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
                    id: string;
                    /** @description The comment's id, a UUID */
                    comment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkflowCommentText"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkflowComment"];
                    };
                };
                /** @description The comment is on another workflow */
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
                /** @description The workflow, or the comment, is somebody else's */
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
        /** Delete a comment */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The workflow's id, a UUID */
                    id: string;
                    /** @description The comment's id, a UUID */
                    comment_id: string;
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
                /** @description The comment is on another workflow */
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
                /** @description The workflow, or the comment, is somebody else's */
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
    "/api/v1/statistics/workflow-timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count requests by day and type */
        get: {
            parameters: {
                query?: {
                    /** @description 7d, 30d or 90d, today included; anything else means 30d */
                    date_range?: string;
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
                        "application/json": components["schemas"]["WorkflowTimeline"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what happened to an asset, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["AssetHistoryEntry"][];
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
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search and list assets */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
                    /** @description How many rows to answer at most */
                    limit?: number;
                    /** @description Only assets whose tag, name, model or serial number has this text */
                    search?: string;
                    /** @description Only assets of this status */
                    status?: "available" | "assigned" | "in_transit" | "maintenance" | "disposed";
                    /** @description Only assets of this category */
                    category_id?: string;
                    /** @description Only assets at this location */
                    location_id?: string;
                    /** @description Only assets that this user has */
                    assigned_to?: string;
                    /** @description Only assets of this grade */
                    grade?: "A" | "B" | "C";
                    /** @description The field to sort by; an unknown one is created_at */
                    sort_by?: string;
                    /** @description Upwards or downwards */
                    sort_order?: "asc" | "desc";
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
                        "application/json": components["schemas"]["AssetList"];
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
        /** Make an asset; without a tag it gets the next one of its category and year */
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
                    "application/json": components["schemas"]["CreateAssetRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Asset"];
                    };
                };
                /** @description The tag is taken, or the status needs a holder */
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
                /** @description Needs one of: manager, admin */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DetailError"];
                    };
                };
                /** @description No such category, location or user */
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
    "/api/v1/assets/by-number/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an asset by its tag */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The asset's tag */
                    tag: string;
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
                        "application/json": components["schemas"]["Asset"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an asset, as it is or as it was */
        get: {
            parameters: {
                query?: {
                    /** @description The asset as it was at this time, deleted ones too; a date or a date and time (ISO 8601), UTC unless it says otherwise */
                    as_of?: string;
                };
                header?: never;
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["Asset"];
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
        /** Change an asset */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateAssetRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Asset"];
                    };
                };
                /** @description The tag cannot be changed, or the status needs a holder */
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
                /** @description Needs one of: manager, admin */
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
        /** Delete an asset; its tag stays taken, its history readable */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
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
    "/api/v1/assets/{id}/status": {
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
        /** Give an asset a status */
        patch: {
            parameters: {
                query: {
                    /** @description The status that it gets; every one but assigned takes the holder away */
                    new_status: "available" | "assigned" | "in_transit" | "maintenance" | "disposed";
                    /** @description Why; it is in the history */
                    reason?: string;
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["Asset"];
                    };
                };
                /** @description The status needs a holder */
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
                /** @description Needs one of: manager, admin */
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
    "/api/v1/assets/{id}/location": {
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
        /** Move an asset */
        patch: {
            parameters: {
                query: {
                    /** @description Where it goes */
                    new_location_id: string;
                    /** @description Why; it is in the history */
                    reason?: string;
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["Asset"];
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
                /** @description Needs one of: manager, admin */
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
    "/api/v1/assets/{id}/user": {
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
        /** Give an asset to a user, or take it back */
        patch: {
            parameters: {
                query?: {
                    /** @description Who gets it; without one it becomes available */
                    user_id?: string;
                    /** @description Why; it is in the history */
                    reason?: string;
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["Asset"];
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
                /** @description Needs one of: manager, admin */
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
    "/api/v1/statistics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See all counts together */
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
                        "application/json": components["schemas"]["StatisticsOverview"];
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
    "/api/v1/statistics/assets-by-category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count assets by category, the most first */
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
                        "application/json": components["schemas"]["AssetsOfCategory"][];
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
    "/api/v1/statistics/assets-by-location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count assets by location, the most first */
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
                        "application/json": components["schemas"]["AssetsAtLocation"][];
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
    "/api/v1/statistics/assets-by-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count assets by status, the most first */
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
                        "application/json": components["schemas"]["AssetsInStatus"][];
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
    "/api/v1/statistics/assets-by-grade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count assets by grade, A first */
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
                        "application/json": components["schemas"]["AssetsOfGrade"][];
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
    "/api/v1/statistics/workflow-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count workflows by status and type */
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
                        "application/json": components["schemas"]["WorkflowStatistics"];
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
    "/api/v1/assets/{id}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List an asset's reservations that are not over, by time */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["Reservation"][];
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
        put?: never;
        /** Reserve an asset for a time */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateReservationRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reservation"];
                    };
                };
                /** @description Another reservation overlaps, which is named; or the asset has too many */
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
    "/api/v1/assets/{id}/reservations/{rid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel a reservation */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case */
                    "If-Match"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
                    id: string;
                    /** @description The reservation's id, a UUID */
                    rid: string;
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
                /** @description It is somebody else's */
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
    "/api/v1/assets/{id}/reservations/{rid}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a reservation */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path: {
                    /** @description The asset's id, a UUID */
                    id: string;
                    /** @description The reservation's id, a UUID */
                    rid: string;
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
                        "application/json": components["schemas"]["Reservation"];
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
                /** @description It is somebody else's */
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
    "/api/v1/assets/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An asset's reservations and its running checkout as a calendar */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The asset's id, a UUID */
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
                        "text/calendar": string;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qrcode/generate/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An asset's QR code as an image */
        get: {
            parameters: {
                query?: {
                    /** @description Pixels a side; the image has the size that whole pixels for each module come to */
                    size?: number;
                };
                header?: never;
                path: {
                    /** @description The asset's id, a UUID */
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
                        "image/png": string;
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
    "/api/v1/qrcode/decode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The asset that a QR code leads to */
        get: {
            parameters: {
                query: {
                    /** @description What a reader shows: the address in the QR code, or the asset's id */
                    data: string;
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
                        "application/json": components["schemas"]["DecodedQrCode"];
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
                /** @description No such asset */
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
    "/api/v1/qrcode/bulk-generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the QR codes of several assets are; unknown assets are left out */
        post: {
            parameters: {
                query: {
                    /** @description The assets' ids; repeated, or separated by commas */
                    asset_ids: string[];
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
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
                        "application/json": components["schemas"]["QrCodeList"];
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
                /** @description Needs one of: employee, manager, admin */
                403: {
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
    "/api/v1/qrcode/print/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to print on an asset's label */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The asset's id, a UUID */
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
                        "application/json": components["schemas"]["QrCodePrint"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qrcode/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of labels to print; unknown assets are left out */
        get: {
            parameters: {
                query: {
                    /** @description The assets' ids; repeated, or separated by commas */
                    asset_ids: string[];
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
                        "text/html": string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make assets of the rows of a CSV file: accepted as a whole or refused with all its faults; dry_run answers 200 with a report */
        post: {
            parameters: {
                query?: {
                    /** @description Only say what it would come to */
                    dry_run?: boolean;
                };
                header?: {
                    /** @description Repeating the request with the same key gives the first answer again (24 h) */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssetImportReport"];
                    };
                };
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssetImport"];
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
                /** @description Needs one of: manager, admin */
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
                /** @description The content type must be text/csv */
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
    "/api/v1/assets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All assets as a CSV file that an import reads again, by tag */
        get: {
            parameters: {
                query?: {
                    /** @description Only assets whose tag, name, model or serial number has this text */
                    search?: string;
                    /** @description Only assets of this status */
                    status?: "available" | "assigned" | "in_transit" | "maintenance" | "disposed";
                    /** @description Only assets of this category */
                    category_id?: string;
                    /** @description Only assets at this location */
                    location_id?: string;
                    /** @description Only assets that this user has */
                    assigned_to?: string;
                    /** @description Only assets of this grade */
                    grade?: "A" | "B" | "C";
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
                        "text/csv": string;
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
                /** @description Needs one of: manager, admin */
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
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description How many rows to skip */
                    skip?: number;
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
                        "application/json": components["schemas"]["AssetImportList"];
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
                /** @description Needs one of: manager, admin */
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
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an import and how far it is */
        get: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that the caller has; 304 when it is still the newest */
                    "If-None-Match"?: string;
                };
                path: {
                    /** @description The import's id, a UUID */
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
                        "application/json": components["schemas"]["AssetImport"];
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
                /** @description Needs one of: manager, admin */
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
        /** @description A yes. */
        ApprovalRequest: {
            /** @description For the requester, up to 500 characters. */
            comment?: null | string;
            /** @description The same under the other call's name. */
            reason?: null | string;
        };
        /** @description An asset. */
        Asset: {
            /** Format: uuid */
            id: string;
            asset_tag: string;
            name: string;
            /** @enum {string} */
            status: "available" | "assigned" | "in_transit" | "maintenance" | "disposed";
            /** Format: uuid */
            category_id: string;
            /** Format: uuid */
            location_id: null | string;
            /** Format: uuid */
            assigned_to: null | string;
            /** Format: date-time */
            purchase_date: null | string;
            /**
             * Format: decimal
             * @description With two decimals, or null.
             */
            purchase_price: null | string;
            /** Format: date-time */
            warranty_end: null | string;
            /**
             * @description By the time since its purchase: below two years A, below four B, else C; A without a purchase date.
             * @enum {string}
             */
            grade: "A" | "B" | "C";
            notes: null | string;
            /** @description Where its QR code is, below the system's root. */
            qr_code_url: string;
            model: null | string;
            serial_number: null | string;
            supplier: null | string;
            category_name: null | string;
            location_name: null | string;
            /** @description The name of who has it, or null. */
            assigned_user_name: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A fault of a file. */
        AssetFileError: {
            /**
             * Format: int32
             * @description From 1: the line in which the row begins.
             */
            line: number;
            /** @description The column's name, or null when it is about the row. */
            column: null | string;
            message: string;
            /** @description The cell, or null. */
            value: null | string;
        };
        /** @description One thing that happened to an asset. */
        AssetHistoryEntry: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            asset_id: string;
            /**
             * @description `created`, `updated`, `assigned`, `unassigned`, `transferred`, `location_changed`, `status_changed`,
             *         `maintenance_start`, `maintenance_end`, `disposed`, `deleted`.
             */
            action: string;
            description: string;
            /** @description The id of the user who did it, or `system`. */
            performed_by: string;
            /** @description The name of that user, or null. */
            user_name: null | string;
            user_email: null | string;
            old_values: null | {
                [key: string]: unknown;
            };
            new_values: null | {
                [key: string]: unknown;
            };
            /** Format: uuid */
            from_user_id: null | string;
            /** Format: uuid */
            to_user_id: null | string;
            /** Format: uuid */
            from_location_id: null | string;
            /** Format: uuid */
            to_location_id: null | string;
            /**
             * Format: uuid
             * @description The workflow that did it, or null.
             */
            workflow_id: null | string;
            /** Format: date-time */
            created_at: string;
        };
        /** @description An import of a file of assets. */
        AssetImport: {
            id: string;
            /** @description `accepted`, `running`, `completed`, or `failed` when some rows could not become assets. */
            status: string;
            /**
             * Format: int32
             * @description How many the file has.
             */
            rows: number;
            /**
             * Format: int32
             * @description How many are assets by now; brought up to date every 250 rows.
             */
            created: number;
            /** @description The rows that could not become assets. */
            errors: components["schemas"]["AssetImportError"][];
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            completed_at: null | string;
        };
        /** @description A row that could not become an asset. */
        AssetImportError: {
            /**
             * Format: int32
             * @description The line of the file, from 1.
             */
            line: number;
            asset_tag: string;
            message: string;
        };
        /** @description A page of a list, as all lists of asset management are. */
        AssetImportList: {
            items: components["schemas"]["AssetImport"][];
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
        /** @description What an import would come to. */
        AssetImportReport: {
            dry_run: boolean;
            /** @description Whether the file has no faults. */
            valid: boolean;
            /**
             * Format: int32
             * @description How many it has.
             */
            rows: number;
            /**
             * Format: int32
             * @description How many faults.
             */
            total_errors: number;
            /** @description The first 1,000 of them. */
            errors: components["schemas"]["AssetFileError"][];
        };
        /** @description A page of a list, as all lists of asset management are. */
        AssetList: {
            items: components["schemas"]["Asset"][];
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
        /** @description How many assets are at a location. */
        AssetsAtLocation: {
            location_id: string;
            location_name: string;
            location_code: string;
            site: null | string;
            /** Format: int64 */
            asset_count: number;
        };
        /** @description How many assets are in a status. */
        AssetsInStatus: {
            status: string;
            /** Format: int64 */
            asset_count: number;
        };
        /** @description How many assets are of a category. */
        AssetsOfCategory: {
            category_id: string;
            category_name: string;
            category_code: string;
            /** Format: int64 */
            asset_count: number;
        };
        /** @description How many assets are of a grade. */
        AssetsOfGrade: {
            grade: string;
            /** Format: int64 */
            asset_count: number;
        };
        /** @description Who signed in, with the tokens. */
        AuthResponse: {
            /** @description A user of asset management. */
            user: components["schemas"]["User"];
            access_token: string;
            refresh_token: string;
            token_type: string;
        };
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
        /** @description A change of one's own password. */
        ChangePasswordRequest: {
            /** @description The password of now. */
            old_password: string;
            /** @description 8..200 characters. */
            new_password: string;
        };
        /** @description A holder brings an asset back. */
        CheckinRequest: {
            /** @description The asset's id. */
            asset_id: string;
            /** @description Up to 1,000 characters. */
            reason?: null | string;
        };
        /** @description Somebody wants a free asset. */
        CheckoutRequest: {
            /** @description The asset's id. */
            asset_id: string;
            /** @description What for, up to 1,000 characters. */
            reason?: null | string;
            /** @description When it is expected back; UTC unless it says otherwise. */
            expected_return_date?: string | null;
        };
        /** @description An asset to make. */
        CreateAssetRequest: {
            /** @description Up to 50 characters, unique for ever; absent: the next `SRS-&lt;category code&gt;-&lt;year&gt;-&lt;number&gt;`. */
            asset_tag?: null | string;
            /** @description 1..200 characters. */
            name: string;
            /**
             * @description Available when absent, or assigned when somebody gets it.
             * @enum {null|string}
             */
            status?: "available" | "assigned" | "in_transit" | "maintenance" | "disposed" | null;
            /** @description The category's id. */
            category_id: string;
            /** @description The location's id. */
            location_id?: null | string;
            /** @description The id of the user who has it from the beginning. */
            assigned_to?: null | string;
            /** @description A date, or a date and time; UTC unless it says otherwise. */
            purchase_date?: string | null;
            /**
             * Format: double
             * @description 0 or more, with at most two decimals; a number or a text.
             */
            purchase_price?: null | number | string;
            /** @description A date, or a date and time; UTC unless it says otherwise. */
            warranty_end?: string | null;
            /** @description Up to 1,000 characters. */
            notes?: null | string;
            /** @description Up to 255 characters. */
            model?: null | string;
            /** @description Up to 255 characters. */
            serial_number?: null | string;
            /** @description Up to 255 characters. */
            supplier?: null | string;
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
        /** @description A reservation to make. */
        CreateReservationRequest: {
            /** @description From when, inclusive; within the next 365 days. UTC unless it says otherwise. */
            from: string;
            /** @description Until when, exclusive; later than now and than `from`, by 365 days at most. */
            to: string;
            /** @description What for; up to 500 characters. */
            purpose?: null | string;
        };
        /** @description A user to make. Somebody who has an account elsewhere becomes a member; the password is then left alone. */
        CreateUserRequest: {
            /**
             * Format: email
             * @description Unique without regard to case.
             */
            email: string;
            /** @description 8..200 characters. */
            password: string;
            /** @description 1..100 characters. */
            name: string;
            /**
             * @description `employee` when absent.
             * @enum {null|string}
             */
            role?: "employee" | "manager" | "admin" | null;
            /** @description Up to 100 characters. */
            department?: null | string;
            /** @description Up to 50 characters. */
            employee_id?: null | string;
        };
        /** @description A request of any type. */
        CreateWorkflowRequest: {
            /**
             * @description What is asked for; `maintenance` and `disposal` only by managers and admins.
             * @enum {string}
             */
            type: "checkout" | "checkin" | "transfer" | "maintenance" | "disposal";
            /** @description The asset's id. */
            asset_id: string;
            /** @description Who gets the asset: required for a transfer, where it must be an active member; for others it means nothing. */
            assignee_id?: null | string;
            /** @description Why, up to 1,000 characters. */
            reason?: null | string;
            /** @description When it is expected back; UTC unless it says otherwise. */
            expected_return_date?: string | null;
        };
        /** @description The asset that a QR code leads to. */
        DecodedQrCode: {
            id: string;
            asset_tag: string;
            name: string;
            status: string;
            category_id: string;
            location_id: null | string;
            assigned_to: null | string;
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
        /** @description A mount is there, and says what kind of server it is on. */
        EnvironmentHealthAnswer: {
            status: string;
            service: string;
            version: string;
            /** @description `development` or `production`. */
            environment: string;
            /** @description Now, in UTC. */
            timestamp: string;
        };
        /** @description The size of a label. */
        LabelFormat: {
            width: string;
            height: string;
            qr_size: string;
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
        /** @description Credentials. */
        LoginRequest: {
            /**
             * Format: email
             * @description The account's e-mail.
             */
            email: string;
            /** @description The account's password, 1..200 characters. */
            password: string;
        };
        /** @description Where an asset's QR code is. */
        QrCodeLink: {
            asset_id: string;
            asset_tag: string;
            name: string;
            /** @description Below the mount. */
            qr_code_url: string;
        };
        /** @description QR codes of several assets. */
        QrCodeList: {
            /**
             * Format: int32
             * @description How many; unknown assets are left out.
             */
            total: number;
            qr_codes: components["schemas"]["QrCodeLink"][];
        };
        /** @description What to print on an asset's label. */
        QrCodePrint: {
            asset_id: string;
            asset_tag: string;
            name: string;
            /** @description Its name. */
            category: null | string;
            /** @description Its name, or null. */
            location: null | string;
            /** @description Below the mount. */
            qr_code_url: string;
            /** @description The size of a label. */
            label_format: components["schemas"]["LabelFormat"];
        };
        /** @description A refresh token to exchange. */
        RefreshTokenRequest: {
            /** @description The newest refresh token of the session. */
            refresh_token: string;
        };
        /** @description A new employee. */
        RegisterRequest: {
            /**
             * Format: email
             * @description Unique without regard to case.
             */
            email: string;
            /** @description 8..200 characters. */
            password: string;
            /** @description 1..100 characters. */
            name: string;
            /** @description Up to 50 characters. */
            employee_id?: null | string;
            /** @description Up to 100 characters. */
            department?: null | string;
            /**
             * @description Only `employee`, unless an admin registers somebody.
             * @enum {null|string}
             */
            role?: "employee" | "manager" | "admin" | null;
        };
        /** @description A no. */
        RejectionRequest: {
            /** @description For the requester, up to 1,000 characters. */
            reason?: null | string;
            /** @description The same under the other call's name. */
            comment?: null | string;
        };
        /** @description An asset is kept for a person for some time. */
        Reservation: {
            id: string;
            asset_id: string;
            user_id: string;
            /**
             * Format: date-time
             * @description Inclusive.
             */
            from: string;
            /**
             * Format: date-time
             * @description Exclusive.
             */
            to: string;
            purpose: null | string;
            /** Format: date-time */
            created_at: string;
        };
        /** @description All of asset management in numbers. Deleted assets are not counted; of users, categories and locations only those that are switched on. */
        StatisticsOverview: {
            /** Format: int64 */
            total_assets: number;
            /** @description Every status, also one without any asset. */
            assets_by_status: {
                [key: string]: number;
            };
            /** Format: int64 */
            pending_workflows: number;
            /** Format: int64 */
            total_users: number;
            /** Format: int64 */
            total_categories: number;
            /** Format: int64 */
            total_locations: number;
        };
        /** @description What to change of an asset; what is not named stays, and null takes away what an asset can be without. */
        UpdateAssetRequest: {
            /** @description The tag never changes: only the present one is accepted. */
            asset_tag?: null | string;
            /** @description 1..200 characters. */
            name?: null | string;
            /**
             * @description Every one but assigned takes the holder away.
             * @enum {null|string}
             */
            status?: "available" | "assigned" | "in_transit" | "maintenance" | "disposed" | null;
            /** @description The category's id. */
            category_id?: null | string;
            /** @description The location's id. */
            location_id?: null | string;
            /** @description The id of the user who gets it. */
            assigned_to?: null | string;
            /** @description A date, or a date and time; UTC unless it says otherwise. */
            purchase_date?: string | null;
            /**
             * Format: double
             * @description 0 or more, with at most two decimals; a number or a text.
             */
            purchase_price?: null | number | string;
            /** @description A date, or a date and time; UTC unless it says otherwise. */
            warranty_end?: string | null;
            /** @description Up to 1,000 characters. */
            notes?: null | string;
            /** @description Up to 255 characters. */
            model?: null | string;
            /** @description Up to 255 characters. */
            serial_number?: null | string;
            /** @description Up to 255 characters. */
            supplier?: null | string;
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
        /** @description What to change of a user; what is not named stays. */
        UpdateUserRequest: {
            /** @description 1..100 characters. */
            name?: null | string;
            /**
             * @description The new role.
             * @enum {null|string}
             */
            role?: "employee" | "manager" | "admin" | null;
            /** @description Up to 100 characters; null takes it away. */
            department?: null | string;
            /** @description Up to 50 characters; null takes it away. */
            employee_id?: null | string;
            /** @description Whether the user may do anything here. */
            is_active?: null | boolean;
        };
        /** @description A user of asset management. */
        User: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @description `admin`, `manager` or `employee`; empty for an account that is no member (any more). */
            role: string;
            department: null | string;
            employee_id: null | string;
            is_active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A page of a list, as all lists of asset management are. */
        UserList: {
            items: components["schemas"]["User"][];
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
        /** @description A workflow: a request about an asset, and what became of it. */
        Workflow: {
            /** Format: uuid */
            id: string;
            /**
             * @description `checkout`, `checkin`, `transfer`, `maintenance` or `disposal`.
             * @enum {string}
             */
            type: "checkout" | "checkin" | "transfer" | "maintenance" | "disposal";
            /**
             * @description `pending`, `approved`, `rejected` or `cancelled`.
             * @enum {string}
             */
            status: "pending" | "approved" | "rejected" | "cancelled" | "completed";
            /** Format: uuid */
            asset_id: string;
            /** @description An asset as workflows name it: as it is now. */
            asset: null | components["schemas"]["WorkflowAsset"];
            /** Format: uuid */
            requester_id: string;
            /** @description A person as workflows and comments name them. */
            requester: null | components["schemas"]["WorkflowUser"];
            /** Format: uuid */
            assignee_id: null | string;
            /** @description A person as workflows and comments name them. */
            assignee: null | components["schemas"]["WorkflowUser"];
            /**
             * Format: uuid
             * @description Who approved or rejected it.
             */
            approver_id: null | string;
            /** @description A person as workflows and comments name them. */
            approver: null | components["schemas"]["WorkflowUser"];
            reason: null | string;
            /** Format: date-time */
            expected_return_date: null | string;
            /** Format: date-time */
            approved_at: null | string;
            /** Format: date-time */
            rejected_at: null | string;
            reject_reason: null | string;
            /**
             * Format: date-time
             * @description Always null: no workflow is ever completed.
             */
            completed_at: null | string;
            /** @description The approver's comment. */
            completion_notes: null | string;
            /** @description Whether its requester has marked it as seen since it was decided. */
            viewed_by_requester: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description An asset as workflows name it: as it is now. */
        WorkflowAsset: {
            id: string;
            asset_tag: string;
            name: string;
            status: string;
            category_id: string;
            location_id: null | string;
            assigned_to: null | string;
        };
        /** @description A comment on a workflow. */
        WorkflowComment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            workflow_id: string;
            /** Format: uuid */
            user_id: string;
            /** @description A person as workflows and comments name them. */
            user: null | components["schemas"]["WorkflowUser"];
            comment: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description A comment's text. */
        WorkflowCommentText: {
            /** @description 1..5,000 characters. */
            comment: string;
        };
        /** @description How many there are. */
        WorkflowCount: {
            /** Format: int64 */
            count: number;
        };
        /** @description How many requests of each type were made on a day. */
        WorkflowDay: {
            /** Format: date */
            date: string;
            /** Format: int64 */
            checkout: number;
            /** Format: int64 */
            checkin: number;
            /** Format: int64 */
            transfer: number;
            /** Format: int64 */
            maintenance: number;
            /** Format: int64 */
            disposal: number;
        };
        /** @description A page of a list, as all lists of asset management are. */
        WorkflowList: {
            items: components["schemas"]["Workflow"][];
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
        /** @description Workflows in numbers. */
        WorkflowStatistics: {
            /** Format: int64 */
            total_workflows: number;
            /** @description Every status, also one without any workflow. */
            by_status: {
                [key: string]: number;
            };
            /** @description Only types that were used. */
            by_type: {
                [key: string]: number;
            };
        };
        /** @description How many requests were made on each day (UTC), from the first to the last. */
        WorkflowTimeline: {
            /** @description Every day, also one without any. */
            timeline: components["schemas"]["WorkflowDay"][];
            /** @description `7d`, `30d` or `90d`. */
            date_range: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
        };
        /** @description A person as workflows and comments name them. */
        WorkflowUser: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @description Null for who is no active member any more. */
            role: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ApprovalRequest = components['schemas']['ApprovalRequest'];
export type Asset = components['schemas']['Asset'];
export type AssetFileError = components['schemas']['AssetFileError'];
export type AssetHistoryEntry = components['schemas']['AssetHistoryEntry'];
export type AssetImport = components['schemas']['AssetImport'];
export type AssetImportError = components['schemas']['AssetImportError'];
export type AssetImportList = components['schemas']['AssetImportList'];
export type AssetImportReport = components['schemas']['AssetImportReport'];
export type AssetList = components['schemas']['AssetList'];
export type AssetsAtLocation = components['schemas']['AssetsAtLocation'];
export type AssetsInStatus = components['schemas']['AssetsInStatus'];
export type AssetsOfCategory = components['schemas']['AssetsOfCategory'];
export type AssetsOfGrade = components['schemas']['AssetsOfGrade'];
export type AuthResponse = components['schemas']['AuthResponse'];
export type Category = components['schemas']['Category'];
export type CategoryList = components['schemas']['CategoryList'];
export type ChangePasswordRequest = components['schemas']['ChangePasswordRequest'];
export type CheckinRequest = components['schemas']['CheckinRequest'];
export type CheckoutRequest = components['schemas']['CheckoutRequest'];
export type CreateAssetRequest = components['schemas']['CreateAssetRequest'];
export type CreateCategoryRequest = components['schemas']['CreateCategoryRequest'];
export type CreateLocationRequest = components['schemas']['CreateLocationRequest'];
export type CreateReservationRequest = components['schemas']['CreateReservationRequest'];
export type CreateUserRequest = components['schemas']['CreateUserRequest'];
export type CreateWorkflowRequest = components['schemas']['CreateWorkflowRequest'];
export type DecodedQrCode = components['schemas']['DecodedQrCode'];
export type DetailError = components['schemas']['DetailError'];
export type EnvironmentHealthAnswer = components['schemas']['EnvironmentHealthAnswer'];
export type LabelFormat = components['schemas']['LabelFormat'];
export type Location = components['schemas']['Location'];
export type LocationList = components['schemas']['LocationList'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type QrCodeLink = components['schemas']['QrCodeLink'];
export type QrCodeList = components['schemas']['QrCodeList'];
export type QrCodePrint = components['schemas']['QrCodePrint'];
export type RefreshTokenRequest = components['schemas']['RefreshTokenRequest'];
export type RegisterRequest = components['schemas']['RegisterRequest'];
export type RejectionRequest = components['schemas']['RejectionRequest'];
export type Reservation = components['schemas']['Reservation'];
export type StatisticsOverview = components['schemas']['StatisticsOverview'];
export type UpdateAssetRequest = components['schemas']['UpdateAssetRequest'];
export type UpdateCategoryRequest = components['schemas']['UpdateCategoryRequest'];
export type UpdateLocationRequest = components['schemas']['UpdateLocationRequest'];
export type UpdateUserRequest = components['schemas']['UpdateUserRequest'];
export type User = components['schemas']['User'];
export type UserList = components['schemas']['UserList'];
export type Workflow = components['schemas']['Workflow'];
export type WorkflowAsset = components['schemas']['WorkflowAsset'];
export type WorkflowComment = components['schemas']['WorkflowComment'];
export type WorkflowCommentText = components['schemas']['WorkflowCommentText'];
export type WorkflowCount = components['schemas']['WorkflowCount'];
export type WorkflowDay = components['schemas']['WorkflowDay'];
export type WorkflowList = components['schemas']['WorkflowList'];
export type WorkflowStatistics = components['schemas']['WorkflowStatistics'];
export type WorkflowTimeline = components['schemas']['WorkflowTimeline'];
export type WorkflowUser = components['schemas']['WorkflowUser'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
