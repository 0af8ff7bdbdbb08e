/**
 * Prints when a step of the start was reached, for `npm run bench`. Only a development build does,
 * and only when asked: stdout belongs to the user.
 */
export function printMark(
  name: 'tray-shown' | 'window-content',
  { packaged }: { readonly packaged: boolean },
): void {
  if (!packaged && process.env.CRATEWATCH_BENCH_MARKS === '1') {
    process.stdout.write(`mark ${name} ${performance.timeOrigin + performance.now()}\n`);
  }
}
