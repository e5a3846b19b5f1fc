import { type Agent, request, type IncomingMessage } from 'node:http';

export interface HttpReply {
  readonly status: number;
  readonly body: unknown;
  /** `name=value` of each cookie that was set. */
  readonly cookies: string[];
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly agent?: Agent;
}

const TIMEOUT_MS = 30_000;

/** One JSON request over plain HTTP/1.1. Throws when the connection fails or nothing comes for 30 s. */
export function callJson({ method, url, body, headers, agent }: HttpCall): Promise<HttpReply> {
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      timeout: TIMEOUT_MS,
      headers: {
        ...headers,
        ...(content && { 'content-type': 'application/json', 'content-length': content.length }),
      },
      ...(agent && { agent }),
    });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${url}: no reply in ${TIMEOUT_MS} ms`)));
    sent.on('response', (response) => {
      readText(response).then((text) => resolve(replyOf(response, text)), reject);
    });
    sent.end(content);
  });
}

/** The body of a reply that must be a success; throws with status and body otherwise. */
export async function callOk(call: HttpCall): Promise<HttpReply> {
  const reply = await callJson(call);
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw new Error(`${call.method} ${call.url} → ${reply.status} ${JSON.stringify(reply.body)}`);
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function replyOf(response: IncomingMessage, text: string): HttpReply {
  const isJson = response.headers['content-type']?.includes('json') === true;
  return {
    status: response.statusCode ?? 0,
    body: isJson ? (JSON.parse(text) as unknown) : text,
    cookies: (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0] ?? ''),
  };
}
