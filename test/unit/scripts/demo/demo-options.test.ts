import { describe, expect, it } from 'vitest';
import { demoOptions } from '../../../../scripts/demo/demo-options.ts';

const facts = {
  given: [] as readonly string[],
  hasOwnDisplay: false,
  profileFolder: '/t/profile',
  screenshotPath: '/t/screenshot.png',
};

describe("the demo's options", () => {
  it('are a fresh profile and the sample library', () => {
    expect(demoOptions(facts)).toEqual(['--user-data-dir=/t/profile', '--sample']);
  });

  it('ask for a picture where there is no screen', () => {
    expect(demoOptions({ ...facts, hasOwnDisplay: true })).toContain(
      '--screenshot=/t/screenshot.png',
    );
  });

  it('ask for a picture when the demo ends by itself', () => {
    expect(demoOptions({ ...facts, given: ['--exit-after-sync'] })).toEqual([
      '--user-data-dir=/t/profile',
      '--sample',
      '--screenshot=/t/screenshot.png',
      '--exit-after-sync',
    ]);
  });

  it('leave what the user chose to the user', () => {
    const given = ['--exit-after-sync', '--screenshot=mine.png', '--user-data-dir=/mine'];
    expect(demoOptions({ ...facts, given })).toEqual(['--sample', ...given]);
  });
});
