import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The modules of the main process and what each may import (house style, value 2). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  network: ['network'],
  session: ['session', 'network'],
  spotify: ['spotify', 'session', 'network'],
  storage: ['storage', 'session'],
  library: ['library', 'spotify', 'storage', 'session'],
  ipc: ['ipc', 'library', 'spotify', 'storage', 'session'],
  desktop: ['desktop', 'library', 'spotify', 'storage', 'session', 'network'],
  'sample-service': ['sample-service'],
};
const modules = Object.keys(mayImport);
/** Only these may know Electron itself; the others run in any Node process. */
const mayImportElectron = ['ipc', 'desktop'];

interface Case {
  readonly from: string;
  readonly specifier: string;
  readonly allowed: boolean;
}

const cases: readonly Case[] = [
  ...modules.flatMap((from) =>
    modules.map((to) => ({
      from: `electron/${from}/probe.ts`,
      specifier: from === to ? './other.ts' : `../${to}/other.ts`,
      allowed: mayImport[from]?.includes(to) ?? false,
    })),
  ),
  ...modules.flatMap((from) => [
    {
      from: `electron/${from}/probe.ts`,
      specifier: 'electron',
      allowed: mayImportElectron.includes(from),
    },
    { from: `electron/${from}/probe.ts`, specifier: '../../shared/clock.ts', allowed: true },
    { from: `electron/${from}/deeper/probe.ts`, specifier: '../../compose.ts', allowed: false },
    { from: `electron/${from}/probe.ts`, specifier: '../main.ts', allowed: false },
    { from: `electron/${from}/probe.ts`, specifier: '../../renderer/app.tsx', allowed: false },
    { from: `electron/${from}/probe.ts`, specifier: '../../test/doubles/clock.ts', allowed: false },
  ]),
  ...['../electron/session/session.ts', 'electron', 'node:fs', '../test/doubles/clock.ts'].flatMap(
    (specifier) =>
      ['renderer/probe.tsx', 'shared/probe.ts'].map((from) => ({
        from,
        specifier,
        allowed: false,
      })),
  ),
  { from: 'renderer/probe.tsx', specifier: '../shared/clock.ts', allowed: true },
  { from: 'shared/probe.ts', specifier: '../renderer/app.tsx', allowed: false },
  { from: 'shared/probe.ts', specifier: './clock.ts', allowed: true },
  { from: 'electron/probe.ts', specifier: './desktop/tray.ts', allowed: true },
  { from: 'electron/probe.ts', specifier: './sample-service/sample-service.ts', allowed: true },
];

/** Each case is a file of its own beside the others, so that one run of Biome judges all of them. */
const fileOf = ({ from }: Case, index: number) => from.replace('probe', `probe-${index}`);

/** The files that the project's own rules refuse, each holding nothing but its one import. */
function refusedFiles(): Set<string> {
  const tree = mkdtempSync(join(tmpdir(), 'cratewatch-imports-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(tree, 'biome.json'));
    for (const [index, { from, specifier }] of cases.entries()) {
      const path = join(tree, fileOf({ from, specifier, allowed: true }, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { x } from '${specifier}';\n\nexport const y = x;\n`);
    }
    const finished = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      [
        'lint',
        '--vcs-enabled=false',
        '--only=style/noRestrictedImports',
        '--max-diagnostics=none',
        '--reporter=json',
        '.',
      ],
      { cwd: tree, encoding: 'utf8' },
    );
    const report: {
      summary: { unchanged: number };
      diagnostics: { category: string; location: { path: string } }[];
    } = JSON.parse(finished.stdout);
    // Were a file passed over, its import would seem to be allowed.
    expect(report.summary.unchanged).toBeGreaterThanOrEqual(cases.length);
    return new Set(
      report.diagnostics
        .filter(({ category }) => category === 'lint/style/noRestrictedImports')
        .map(({ location }) => location.path),
    );
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

describe('import directions', () => {
  let refused = new Set<string>();
  beforeAll(() => {
    refused = refusedFiles();
  });

  const numbered = cases.map((one, index) => ({ ...one, file: fileOf(one, index) }));

  it.each(numbered.filter(({ allowed }) => !allowed))(
    '$from may not import $specifier',
    ({ file }) => {
      expect(refused).toContain(file);
    },
  );

  it.each(numbered.filter(({ allowed }) => allowed))('$from may import $specifier', ({ file }) => {
    expect(refused).not.toContain(file);
  });

  it('are ruled for every folder of the main process', () => {
    const folders = readdirSync(join(root, 'electron'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((name) => !modules.includes(name))).toEqual([]);
    expect(modules.filter((name) => !existsSync(join(root, 'electron', name)))).toEqual([]);
  });
});
