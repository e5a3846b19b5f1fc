import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { Controller, HttpCode, Module, Post, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PaperReplies } from '../month/month-swarm.js';

/** A program: says over HTTP what the product said, stores nothing. Takes the replies as a line of input, prints `listening <port>`. */
let replies: PaperReplies | null = null;

@Controller('api')
class BareContest {
  @Post('registration')
  @HttpCode(200)
  register(): unknown {
    return replies?.registration;
  }

  @Post('contests/:id/attempts')
  @HttpCode(200)
  start(): unknown {
    return replies?.start;
  }

  @Put('attempts/:id/answers/:line')
  answer(): unknown {
    return replies?.answer;
  }

  @Post('attempts/:id/submission')
  @HttpCode(200)
  submit(): unknown {
    return replies?.submit;
  }
}

@Module({ controllers: [BareContest] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
const input = createInterface({ input: process.stdin });
// The parent's end closes the pipe: nobody is left behind when it dies.
input.once('close', () => process.exit(0));
input.once('line', (line) => {
  replies = JSON.parse(line) as PaperReplies;
  void app.getUrl().then((url) => process.stdout.write(`listening ${new URL(url).port}\n`));
});
