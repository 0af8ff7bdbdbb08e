import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../electron/sample-service/start-sample-service.ts';
import { systemClock } from '../../../shared/clock.ts';
import { libraryTruth } from './library-truth.ts';
import { type ServiceAnswer, type ServiceOrder, serviceOrderSchema } from './messages.ts';
import { signInAtSample } from './sign-in.ts';
import { faultOf } from './trouble.ts';

// The sample service in a process of its own, so that no client shares its time with it. It obeys
// one order at a time and ends with its parent.
const WEB_API = /^\/v1\//;

let service: SampleService | null = null;
let firstCounted = 0;

async function obey(order: ServiceOrder): Promise<ServiceAnswer> {
  if (order.kind === 'start') {
    await service?.close();
    service = await startSampleService({
      clock: systemClock,
      seed: 14,
      library: order.library,
      redirectUris: [],
    });
    return { kind: 'started', service: await signInAtSample(service) };
  }
  if (service === null) {
    throw new Error(`No service was started before "${order.kind}".`);
  }
  const { faults, library, requests } = service;
  switch (order.kind) {
    case 'begin': {
      firstCounted = requests.length;
      if (order.latencyMs > 0) {
        faults.add({
          match: { path: WEB_API, times: Number.POSITIVE_INFINITY },
          action: { kind: 'latency', ms: order.latencyMs },
        });
      }
      if (order.trouble !== null) {
        faults.add({
          match: { path: WEB_API, nth: order.trouble.atRequest },
          action: faultOf(order.trouble.kind, service),
        });
      }
      return { kind: 'begun' };
    }
    case 'report':
      return {
        kind: 'report',
        report: {
          truth: libraryTruth(library.snapshot()),
          requests: requests
            .slice(firstCounted)
            .map(({ path, status, atMs }) => ({ path, status, atMs })),
        },
      };
  }
}

process.on('message', (message) => {
  obey(serviceOrderSchema.parse(message)).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
