import type { Clock } from '../../shared/clock.ts';

/**
 * The value of a promise, or `late` when it takes longer or the signal aborts. The work itself is
 * not stopped.
 */
export function withinLimit<T>(
  work: Promise<T>,
  clock: Clock,
  limitMs: number,
  signal?: AbortSignal,
): Promise<{ readonly kind: 'in-time'; readonly value: T } | { readonly kind: 'late' }> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(limitMs, late);
    signal?.addEventListener('abort', late, { once: true });
    function end(): void {
      timer.cancel();
      signal?.removeEventListener('abort', late);
    }
    function late(): void {
      end();
      resolve({ kind: 'late' });
    }
    if (signal?.aborted === true) {
      late();
    }
    work.then(
      (value) => {
        end();
        resolve({ kind: 'in-time', value });
      },
      (error: unknown) => {
        end();
        reject(error);
      },
    );
  });
}
