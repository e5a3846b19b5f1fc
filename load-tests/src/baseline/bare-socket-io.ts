import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { Hall, PLAYERS, SAY, SOCKET_OPTIONS, ackOf, clockReply, type Saying } from './bare.js';

type Ack = (reply: object) => void;

/** socket.io and nothing else. Port 0 takes a free one. */
export async function startBareSocketIo(port: number): Promise<{ port: number; close: () => Promise<void> }> {
  const http = createServer();
  const server = new Server(http, SOCKET_OPTIONS);
  const hall = new Hall();
  server.on('connection', (socket) => {
    hall.enter(socket);
    socket.on('clock.sync', (_request: object, ack: Ack) => ack(clockReply()));
    socket.on('answer.submit', (request: { answerId: string; questionNo: number }, ack: Ack) => ack(ackOf(request)));
    socket.on(SAY, (saying: Saying, ack: Ack) =>
      ack(hall.say(saying, (view) => server.to(PLAYERS).emit('view', view))),
    );
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    port: (http.address() as AddressInfo).port,
    close: async () => {
      hall.close();
      await server.close();
    },
  };
}
