import type {
  DownloadResult,
  LookResult,
  UpdateEngine,
} from '../../../../../electron/desktop/updates/update-engine.ts';
import type { UpdateFault } from '../../../../../shared/update-state.ts';

interface Pending<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

function pending<T>(): Pending<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((give) => {
    resolve = give;
  });
  return { promise, resolve };
}

/** An engine whose every step ends when the test says so, and as it says. */
export class EngineByHand implements UpdateEngine {
  readonly calls: string[] = [];
  installFault: UpdateFault | null = null;
  #look = pending<LookResult>();
  #download = pending<DownloadResult>();
  #onProgress: (receivedBytes: number) => void = () => undefined;

  look(): Promise<LookResult> {
    this.calls.push('look');
    this.#look = pending();
    return this.#look.promise;
  }

  download(onProgress: (receivedBytes: number) => void): Promise<DownloadResult> {
    this.calls.push('download');
    this.#onProgress = onProgress;
    this.#download = pending();
    return this.#download.promise;
  }

  async cancel(): Promise<void> {
    this.calls.push('cancel');
    this.#download.resolve({ kind: 'cancelled' });
  }

  async prepareInstall(): Promise<UpdateFault | null> {
    this.calls.push('prepare');
    return this.installFault;
  }

  async finishInstall(): Promise<void> {
    this.calls.push('finish');
  }

  async discard(): Promise<void> {
    this.calls.push('discard');
    this.#download.resolve({ kind: 'cancelled' });
  }

  async found(result: LookResult): Promise<void> {
    this.#look.resolve(result);
    await settled();
  }

  received(bytes: number): void {
    this.#onProgress(bytes);
  }

  async downloaded(result: DownloadResult): Promise<void> {
    this.#download.resolve(result);
    await settled();
  }
}

/** Lets every promise that can settle now do so. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
