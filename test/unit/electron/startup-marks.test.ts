import { afterEach, expect, test, vi } from 'vitest';
import { printMark } from '../../../electron/startup-marks.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test.each([
  { asked: '1', packaged: false, lines: 1 },
  { asked: '', packaged: false, lines: 0 },
  { asked: '1', packaged: true, lines: 0 },
])(
  'asked "$asked" in a packaged build: $packaged, prints $lines lines',
  ({ asked, packaged, lines }) => {
    vi.stubEnv('CRATEWATCH_BENCH_MARKS', asked);
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    printMark('tray-shown', { packaged });
    expect(write).toHaveBeenCalledTimes(lines);
    for (const [line] of write.mock.calls) {
      expect(line).toMatch(/^mark tray-shown \d+(\.\d+)?\n$/);
    }
  },
);
