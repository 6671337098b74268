export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, with this content type. */
  readonly raw?: { readonly type: string; readonly body: string | Buffer };
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'PATCH';

/** One request. Paths begin with a slash; those outside `/api` and the health routes get the prefix. */
export async function call<Body = Record<string, unknown>>(
  base: string,
  method: Method,
  path: string,
  options: CallOptions = {},
): Promise<Answer<Body>> {
  const { token, body, raw, form, headers } = options;
  const address = /^\/(api|livez|readyz|metrics)/.test(path) ? path : `/api/v1${path}`;
  const type = raw?.type ?? (body === undefined ? undefined : 'application/json');
  const response = await fetch(`${base}${address}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(type ? { 'content-type': type } : {}),
      ...headers,
    },
    ...(form
      ? { body: form }
      : raw
        ? { body: raw.body as string }
        : body === undefined
          ? {}
          : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, text, headers: response.headers, body: (json ? JSON.parse(text) : {}) as Body };
}

export const DEMO_PASSWORD = 'nghedan';

export async function signIn(base: string, username: string, password = DEMO_PASSWORD): Promise<string> {
  const { status, body, text } = await call<{ accessToken: string }>(base, 'POST', '/auth/login', {
    body: { username, password },
  });
  if (status !== 200) throw new Error(`${username} could not sign in: ${status} ${text}`);
  return body.accessToken;
}
