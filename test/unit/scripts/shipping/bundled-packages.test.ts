import { describe, expect, it } from 'vitest';
import { packageFolders } from '../../../../scripts/shipping/bundled-packages.ts';

const ROOT = '/work/cratewatch';
const MODULES = `${ROOT}/node_modules`;

describe('the packages of a bundle', () => {
  it.each([
    ['a package', `${MODULES}/zod/v4/core/core.js`, `${MODULES}/zod`],
    [
      'one with a scope',
      `${MODULES}/@tanstack/virtual-core/dist/index.js`,
      `${MODULES}/@tanstack/virtual-core`,
    ],
    [
      'one inside another',
      `${MODULES}/conf/node_modules/env-paths/index.js`,
      `${MODULES}/conf/node_modules/env-paths`,
    ],
    [
      'a wrapper around a file',
      `\0${MODULES}/ajv/dist/ajv.js?commonjs-es-import`,
      `${MODULES}/ajv`,
    ],
    ['what the bundler adds', '\0rolldown/runtime.js', `${MODULES}/rolldown`],
    ['a style sheet', `${MODULES}/uplot/dist/uPlot.min.css`, `${MODULES}/uplot`],
    ['a path of Windows', 'C:\\cw\\node_modules\\react\\index.js', 'C:\\cw\\node_modules\\react'],
  ])('are found by %s', (_what, moduleId, folder) => {
    expect(packageFolders([moduleId], ROOT)).toEqual([folder]);
  });

  it('are named once, sorted, and do not hold the project itself', () => {
    const ids = [
      `${MODULES}/zod/a.js`,
      `${ROOT}/electron/main.ts`,
      `${MODULES}/ajv/b.js`,
      `${MODULES}/zod/c.js`,
    ];
    expect(packageFolders(ids, ROOT)).toEqual([`${MODULES}/ajv`, `${MODULES}/zod`]);
  });
});
