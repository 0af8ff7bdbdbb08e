import { resolve } from 'node:path';

const PROJECT_ROOT = resolve(import.meta.dirname, '../../..');

/** What the built program is started with in a profile folder, whoever starts it. */
export function programArguments(profile: string, args: readonly string[]): readonly string[] {
  return [
    // As root Chromium's own sandbox cannot start; the renderer's `sandbox: true` still holds.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // There is no graphics card here, and while Chromium finds that out, a window that opens with a
    // debugger attached stands still now and then: 6 of 39, and none of 18 without the search.
    '--disable-gpu',
    PROJECT_ROOT,
    `--user-data-dir=${profile}`,
    ...args,
  ];
}
