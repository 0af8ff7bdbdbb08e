import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** An npm package of which something stands in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
}

/** Bundlers put a few lines of their own into what they make. */
const BUNDLER_PARTS: readonly (readonly [prefix: string, packageName: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];

/**
 * Writes down which packages went into a bundle, as the bundler's own module graph has them: into
 * `out/packages/main.json` for `out/main`, and so on. Packaging makes the licence file of it.
 */
export function writeBundledPackages(projectRoot: string): Plugin {
  return {
    name: 'cratewatch:bundled-packages',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('The bundle has no folder.');
      const moduleIds = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds : [],
      );
      const packages = await Promise.all(packageFolders(moduleIds, projectRoot).map(describe));
      const listPath = join(dirname(dir), 'packages', `${basename(dir)}.json`);
      await mkdir(dirname(listPath), { recursive: true });
      await writeFile(listPath, `${JSON.stringify(packages, null, 2)}\n`);
    },
  };
}

/** The folders of the packages that these modules belong to, each once, sorted. */
export function packageFolders(moduleIds: readonly string[], projectRoot: string): string[] {
  const folders = moduleIds.flatMap((id) => {
    const part = BUNDLER_PARTS.find(([prefix]) => id.startsWith(prefix));
    if (part !== undefined) return [join(projectRoot, 'node_modules', part[1])];
    // A wrapper that a plugin made around a file has a mark before its path.
    return (
      /^\0?(?<folder>.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\?]+)[/\\]/.exec(id)?.groups
        ?.folder ?? []
    );
  });
  return [...new Set(folders)].sort();
}

async function describe(folder: string): Promise<BundledPackage> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return { name: String(name), version: String(version), folder };
}
