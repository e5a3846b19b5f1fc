import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Config } from '../config/config.js';

/** From half a millisecond to ten seconds. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Names are given without the product's own beginning. */
interface Naming<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

/** Figures for Prometheus. Counting costs next to nothing, whether or not anybody asks; labels never hold names or codes. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly registry = new Registry();

  constructor(config: Config) {
    // Event-loop lag, memory, garbage collection, processor time: observers of the whole process, only where somebody looks.
    if (config.metricsToken !== null) collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string = never>(naming: Naming<Label>): Counter<Label> {
    return new Counter({ ...this.named(naming), labelNames: naming.labels ?? [] });
  }

  /** Seconds, in steps from half a millisecond to ten seconds, or in steps of its own. */
  histogram<Label extends string = never>(
    naming: Naming<Label> & { readonly steps?: readonly number[] },
  ): Histogram<Label> {
    const buckets = [...(naming.steps ?? SECONDS)];
    return new Histogram({ ...this.named(naming), labelNames: naming.labels ?? [], buckets });
  }

  /** A figure that is read when somebody asks: pairs of labels and value. */
  reading<Label extends string = never>(
    naming: Naming<Label>,
    read: () => readonly (readonly [Partial<Record<Label, string>>, number])[],
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      ...this.named(naming),
      labelNames: naming.labels ?? [],
      collect: () => {
        gauge.reset();
        for (const [labels, value] of read()) gauge.set(labels, value);
      },
    });
  }

  /** All figures in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }

  private named({ name, help }: Naming<string>) {
    return { name: `anquanli_${name}`, help, registers: [this.registry] };
  }
}
