import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../scripts/electron-runtime/default-app/command-line.mjs';

describe("the default app's command line", () => {
  it.each<[string, string[], ReturnType<typeof parseCommandLine>]>([
    ['takes a folder', ['.'], { kind: 'run', appPath: '.', modules: [] }],
    [
      'passes over switches before the folder',
      ['--no-sandbox', '--inspect=0', 'app'],
      { kind: 'run', appPath: 'app', modules: [] },
    ],
    [
      'leaves everything after the folder to the app',
      ['app', '-r', 'not-ours', '--app=other', 'file'],
      { kind: 'run', appPath: 'app', modules: [] },
    ],
    [
      'takes what Playwright passes',
      [
        '-r',
        '/loader.js',
        '--no-sandbox',
        '--inspect=0',
        '--remote-debugging-port=0',
        'app',
        '--x',
      ],
      { kind: 'run', appPath: 'app', modules: ['/loader.js'] },
    ],
    [
      'loads several modules in their order',
      ['--require', 'a', '-r', 'b', 'app'],
      { kind: 'run', appPath: 'app', modules: ['a', 'b'] },
    ],
    ['takes --app=', ['--app=/x/y'], { kind: 'run', appPath: '/x/y', modules: [] }],
    ['has nothing to run without a folder', ['--no-sandbox'], { kind: 'nothing-to-run' }],
    ['has nothing to run without arguments', [], { kind: 'nothing-to-run' }],
    ['misses the module after -r', ['-r'], { kind: 'missing-module' }],
  ])('%s', (_name, args, expected) => {
    expect(parseCommandLine(args)).toEqual(expected);
  });
});
