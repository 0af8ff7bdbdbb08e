import type { SampleLibrarySize } from '../../../electron/sample-service/sample-service.ts';
import { Child } from './child.ts';
import {
  type ClientName,
  type DownloadOrder,
  type DownloadResult,
  downloadAnswerSchema,
  type ServiceOrder,
  type ServiceReport,
  serviceAnswerSchema,
  type Trouble,
} from './messages.ts';

export interface RunOrder {
  readonly client: ClientName;
  readonly library: SampleLibrarySize;
  readonly trouble?: Trouble;
  readonly latencyMs?: number;
}

/** One download: what the client says of it, and what the service saw. */
export interface Run extends DownloadResult, ServiceReport {}

/** Runs downloads one after the other, each on a library made anew and in a process of its own. */
export class Runner {
  readonly #service = new Child(new URL('./service-process.ts', import.meta.url));

  async run({ client, library, trouble, latencyMs }: RunOrder): Promise<Run> {
    const started = await this.#ask({ kind: 'start', library: { ...library } }, 'started');
    const download = new Child(new URL('./download-process.ts', import.meta.url));
    try {
      const order: DownloadOrder = { client, service: started.service };
      downloadAnswerSchema.parse(await download.ask(order));
      await this.#ask(
        { kind: 'begin', trouble: trouble ?? null, latencyMs: latencyMs ?? 0 },
        'begun',
      );
      const done = downloadAnswerSchema.parse(await download.ask({ kind: 'go' }));
      if (done.kind !== 'done') {
        throw new Error('The download did not say what came of it.');
      }
      const { report } = await this.#ask({ kind: 'report' }, 'report');
      return { ...done, ...report };
    } finally {
      await download.end();
    }
  }

  end(): Promise<void> {
    return this.#service.end();
  }

  async #ask<K extends 'started' | 'begun' | 'report'>(order: ServiceOrder, kind: K) {
    const answer = serviceAnswerSchema.parse(await this.#service.ask(order));
    if (!isOf(answer, kind)) {
      throw new Error(`The service answered "${answer.kind}" to "${order.kind}".`);
    }
    return answer;
  }
}

function isOf<T extends { kind: string }, K extends T['kind']>(
  answer: T,
  kind: K,
): answer is Extract<T, { kind: K }> {
  return answer.kind === kind;
}
