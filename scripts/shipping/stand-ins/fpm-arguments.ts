export interface PackagedPath {
  /** A file, or with a slash at its end everything in a folder. */
  readonly from: string;
  /** Absolute, on the computer where the package is installed. */
  readonly to: string;
}

/** What a package is to be, as the arguments of fpm say it. */
export interface PackageRequest {
  readonly type: 'deb' | 'rpm';
  readonly name: string;
  readonly version: string;
  readonly iteration: string;
  /** As the package format calls it. */
  readonly arch: string;
  readonly maintainer: string;
  readonly vendor: string;
  readonly url: string;
  readonly licence: string;
  readonly section: string;
  readonly summary: string;
  readonly description: string;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  readonly compression: string;
  /** Scripts of the package, as files. */
  readonly afterInstall: string;
  readonly afterRemove: string;
  readonly files: readonly PackagedPath[];
  /** Where the package goes. */
  readonly output: string;
}

/** fpm takes Debian's names for rpm packages, too. */
const RPM_ARCH: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' };

const FLAGS: readonly string[] = ['--force', '--rpm-auto-add-directories'];

/**
 * Reads the arguments that electron-builder gives to fpm (its FpmTarget).
 *
 * @throws when one is missing or is not among those it gives
 */
export function readFpmArguments(args: readonly string[]): PackageRequest {
  const values = new Map<string, string[]>();
  const files: PackagedPath[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (FLAGS.includes(argument)) continue;
    if (argument.startsWith('-')) {
      index += 1;
      values.set(argument, [...(values.get(argument) ?? []), args[index] ?? '']);
      continue;
    }
    const [from, to] = argument.split('=');
    if (!from || !to) throw new Error(`fpm was given "${argument}", which is no path=path.`);
    files.push({ from, to });
  }
  const all = (name: string): readonly string[] => values.get(name) ?? [];
  const one = (name: string): string => {
    const value = all(name)[0];
    if (value === undefined) throw new Error(`fpm was not given ${name}.`);
    return value;
  };
  const type = one('-t');
  if (type !== 'deb' && type !== 'rpm') throw new Error(`No packages of type ${type}.`);
  // A deb's first line is its summary; the rest is told apart by the space before it.
  const [firstLine = '', ...otherLines] = one('--description').split('\n');
  return {
    type,
    name: one('--name'),
    version: one('--version'),
    iteration: all('--iteration')[0] ?? '1',
    arch:
      type === 'rpm'
        ? (RPM_ARCH[one('--architecture')] ?? one('--architecture'))
        : one('--architecture'),
    maintainer: one('--maintainer'),
    vendor: one('--vendor'),
    url: one('--url'),
    licence: one('--license'),
    section: all('--category')[0] ?? 'default',
    summary: type === 'rpm' ? one('--rpm-summary') : firstLine,
    description: type === 'rpm' ? one('--description') : otherLines.join('\n').trim(),
    depends: all('-d'),
    recommends: all('--deb-recommends'),
    compression: one(type === 'deb' ? '--deb-compression' : '--rpm-compression'),
    afterInstall: one('--after-install'),
    afterRemove: one('--after-remove'),
    files,
    output: one('--package'),
  };
}
