import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainFailure } from '../plain-failure.ts';
import type { BundledPackage } from './bundled-packages.ts';

/** Licences that let us ship the code in a program of ours when their text comes along. */
const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
];

/** Outside the bundles: the native modules, and what was compiled into them. */
const NATIVE = ['@photostructure/sqlite', 'keytar', 'node-addon-api', 'node-gyp-build'] as const;

const BUNDLES = ['main', 'preload', 'renderer'] as const;

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Whole, as the package brings it. */
  readonly text: string;
}

/**
 * Every npm package of which something is shipped, sorted by name.
 *
 * @throws PlainFailure when one has no licence text, or a licence that nobody has looked at
 */
export async function shippedPackages(projectRoot: string): Promise<readonly ShippedPackage[]> {
  const folders = new Set(NATIVE.map((name) => join(projectRoot, 'node_modules', name)));
  for (const bundle of BUNDLES) {
    const listPath = join(projectRoot, 'out', 'packages', `${bundle}.json`);
    const bundled: readonly BundledPackage[] = JSON.parse(await readFile(listPath, 'utf8'));
    for (const { folder } of bundled) folders.add(folder);
  }
  const packages = await Promise.all([...folders].map(readPackage));
  const byName = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readPackage(folder: string): Promise<ShippedPackage> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  if (!ALLOWED.includes(license)) {
    throw new PlainFailure(
      `${name} is under "${license}". Read that licence; where it fits, name it in ${import.meta.filename}.`,
    );
  }
  const own = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort();
  const files = own.length > 0 ? own.map((file) => join(folder, file)) : await writtenFor(name);
  if (files.length === 0) {
    throw new PlainFailure(`${name} brings no licence text, so it cannot be shipped.`);
  }
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return {
    name: String(name),
    version: String(version),
    licence: String(license),
    text: texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n'),
  };
}

/** Of packages that name their licence and their author, and bring no text. */
async function writtenFor(name: string): Promise<string[]> {
  const folder = join(import.meta.dirname, 'licence-texts');
  const files = await readdir(folder);
  return files.filter((file) => file === `${name}.txt`).map((file) => join(folder, file));
}

const RULE = '-'.repeat(80);

/** The file that is shipped beside the program. */
export function licenceDocument(packages: readonly ShippedPackage[]): string {
  const head = [
    'Cratewatch contains the packages below. Electron and Chromium, which it runs on, have',
    'licence files of their own beside this one. SQLite, which @photostructure/sqlite contains,',
    'is in the public domain.',
  ];
  const entries = packages.map(({ name, version, licence, text }) =>
    [RULE, `${name} ${version} – ${licence}`, RULE, '', text, ''].join('\n'),
  );
  return `${[...head, ''].join('\n')}\n${entries.join('\n')}`;
}
