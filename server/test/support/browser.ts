export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** As much of a browser as the server notices: keeps the session cookie and says where its page is from. */
export class Browser {
  /** `name=value`, as it would be sent. */
  cookie: string | null = null;

  constructor(
    private readonly serverOrigin: string,
    private readonly pageOrigin: string | null = serverOrigin,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, undefined, {});
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, body, {});
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  private async send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const response = await fetch(`${this.serverOrigin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method !== 'GET' && this.pageOrigin !== null && { origin: this.pageOrigin }),
        ...(this.cookie !== null && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    this.keep(response.headers.get('set-cookie'));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  private keep(setCookie: string | null): void {
    if (setCookie !== null) {
      const pair = setCookie.split(';')[0] ?? '';
      this.cookie = pair.endsWith('=') ? null : pair;
    }
  }
}
