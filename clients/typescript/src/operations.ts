// What the generated `paths` of a mount say about one operation.

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that have this method. */
export type PathsOf<P, M extends Method> = { [K in keyof P]: P[K] extends Record<M, object> ? K : never }[keyof P] & string;

export type OperationOf<P, K extends keyof P, M extends Method> = P[K] extends Record<M, infer O> ? O : never;

type Success = 200 | 201 | 202 | 204;

/** JSON as its type, text as text, anything else as a file. */
type ContentOf<R> = R extends { content: infer C }
  ? C extends { 'application/json': infer J }
    ? J
    : keyof C extends `text/${string}`
      ? string
      : Blob
  : undefined;

/** What the operation answers when all goes well. */
export type DataOf<O> = O extends { responses: infer R } ? { [S in keyof R]: S extends Success ? ContentOf<R[S]> : never }[keyof R] : never;

/** What it answers otherwise: the mount's dialect. */
export type ErrorOf<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends Success ? never : R[S] extends { content: infer C } ? C[keyof C] : never }[keyof R]
  : never;

type SentAs<B> = B extends { content: infer C } ? (C extends { 'application/json': infer J } ? J : BodyInit) : never;

/** The body of an operation. */
export type BodyOf<O> = O extends { requestBody?: infer B } ? SentAs<NonNullable<B>> : never;

// Of a part that the document does not have, nothing may be given.
type Part<O, N extends 'path' | 'query'> = O extends { parameters: Record<N, infer V> }
  ? Record<N, V>
  : O extends { parameters: Partial<Record<N, infer V>> }
    ? [NonNullable<V>] extends [never]
      ? {}
      : Partial<Record<N, V>>
    : {};

type BodyPart<O> = O extends { requestBody: infer B }
  ? { body: SentAs<B> }
  : O extends { requestBody?: infer B }
    ? [NonNullable<B>] extends [never]
      ? {}
      : { body?: SentAs<NonNullable<B>> }
    : {};

/** What a request of the operation carries. */
export type Init<O> = Part<O, 'path'> &
  Part<O, 'query'> &
  BodyPart<O> & {
    headers?: Readonly<Record<string, string>>;
    /** In place of one that the client makes, to repeat a request later with the first answer. */
    idempotencyKey?: string;
    /** The ETag that a change is based on. */
    ifMatch?: string;
    signal?: AbortSignal;
  };

/** An answer: the data, or the mount's error (`undefined` if it did not come from the server itself). */
export type Answer<O> =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly data: DataOf<O> }
  | { readonly ok: false; readonly status: number; readonly headers: Headers; readonly error: ErrorOf<O> | undefined };
