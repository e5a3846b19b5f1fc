import type { IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { isOriginAllowed } from '../http/origin.js';
import { securityHeaders } from '../http/security-headers.js';
import { sessionIdFromCookie } from '../http/session-cookie.js';
import { Metrics } from '../metrics/metrics.js';

/** A command with its longest texts stays far below this. */
const MAX_MESSAGE_BYTES = 16 * 1_024;

/** socket.io as thousands of phones need it: no compression (240 kB a connection), small messages, quick notice of the dead. */
export class SocketAdapter extends IoAdapter {
  constructor(
    private readonly context: INestApplicationContext,
    private readonly publicUrl: string | null,
  ) {
    super(context);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      serveClient: false,
      transports: ['websocket', 'polling'],
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      pingInterval: 10_000,
      pingTimeout: 5_000,
      allowRequest: (request: IncomingMessage, decide: (error: string | null, isAllowed: boolean) => void) =>
        decide(null, this.isAllowed(request)),
    } as ServerOptions);
    // The engine answers polls and malformed requests past all hooks of the application. An upgrade is no document.
    server.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (request.headers.upgrade !== undefined) return next();
      for (const [name, value] of Object.entries(securityHeaders(request.headers.host ?? '')))
        response.setHeader(name, value);
      next();
    });
    const naming = { name: 'sockets', help: 'Open connections of phones, stages and consoles.' };
    this.context.get(Metrics).reading(naming, () => [[{}, server.engine.clientsCount]]);
    return server;
  }

  /** Browsers send cookies with foreign pages' sockets too: only pages of this server may open one. */
  private isAllowed(request: IncomingMessage): boolean {
    const fetchSite = request.headers['sec-fetch-site'];
    return isOriginAllowed({
      origin: request.headers.origin,
      fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
      host: request.headers.host ?? '',
      publicUrl: this.publicUrl,
      hasSession: sessionIdFromCookie(request.headers) !== null,
    });
  }
}
