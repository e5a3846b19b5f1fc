import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import {
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { Hall, PLAYERS, SAY, SOCKET_OPTIONS, ackOf, clockReply, type Saying } from './bare.js';

@WebSocketGateway(SOCKET_OPTIONS)
class BareGateway implements OnGatewayConnection {
  @WebSocketServer() private readonly server!: Server;
  readonly hall = new Hall();

  handleConnection(socket: Socket): void {
    this.hall.enter(socket);
  }

  @SubscribeMessage('clock.sync')
  clock(): object {
    return clockReply();
  }

  @SubscribeMessage('answer.submit')
  submit(@MessageBody() request: { answerId: string; questionNo: number }): object {
    return ackOf(request);
  }

  @SubscribeMessage(SAY)
  say(@MessageBody() saying: Saying): object {
    return this.hall.say(saying, (view) => this.server.to(PLAYERS).emit('view', view));
  }
}

@Module({ providers: [BareGateway] })
class BareModule {}

/** A Nest gateway on Fastify and nothing else. Port 0 takes a free one. */
export async function startBareNestGateway(port: number): Promise<{ port: number; close: () => Promise<void> }> {
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  app.useWebSocketAdapter(new IoAdapter(app));
  await app.listen(port, '127.0.0.1');
  return {
    port: Number(new URL(await app.getUrl()).port),
    close: async () => {
      app.get(BareGateway).hall.close();
      await app.close();
    },
  };
}
