import type { Clock } from '../../shared/clock.ts';

/** The value of a promise, or `late` when it takes longer. The work itself is not stopped. */
export function withinLimit<T>(
  work: Promise<T>,
  clock: Clock,
  limitMs: number,
): Promise<{ readonly kind: 'in-time'; readonly value: T } | { readonly kind: 'late' }> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(limitMs, () => resolve({ kind: 'late' }));
    work.then(
      (value) => {
        timer.cancel();
        resolve({ kind: 'in-time', value });
      },
      (error: unknown) => {
        timer.cancel();
        reject(error);
      },
    );
  });
}
