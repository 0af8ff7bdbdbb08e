/** A package that can be made for Linux, and how. */
export interface LinuxPackage {
  readonly target: 'AppImage' | 'deb' | 'rpm' | 'tar.gz';
  /** The tool that makes it is downloaded, and nothing on this system can stand in for it. */
  readonly needsDownload: boolean;
}

export const LINUX_PACKAGES: readonly LinuxPackage[] = [
  { target: 'deb', needsDownload: false },
  { target: 'rpm', needsDownload: false },
  { target: 'tar.gz', needsDownload: false },
  // Its first part is a program (the AppImage runtime) that mounts the rest.
  { target: 'AppImage', needsDownload: true },
];

/** A package as it lies in the output folder. */
export interface MadePackage {
  readonly name: string;
  readonly bytes: number;
}

/** What was built, and what can only be built elsewhere, line by line. */
export function packageTable(made: readonly MadePackage[]): string {
  const isMade = (target: string) => made.some(({ name }) => name.endsWith(`.${target}`));
  const rows = [
    ...made.map(({ name, bytes }) => [name, `${(bytes / 1_000_000).toFixed(1)} MB`, 'built here']),
    ...LINUX_PACKAGES.filter(({ target }) => !isMade(target)).map(({ target }) => [
      target,
      '',
      'configured only: its tools are downloaded from GitHub',
    ]),
    ['dmg, zip', '', 'configured only: built on macOS'],
    ['nsis', '', 'configured only: built on Windows'],
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map(([name = '', size = '', state = '']) =>
      `${name.padEnd(width(0))}  ${size.padStart(width(1))}  ${state}`.trimEnd(),
    )
    .join('\n');
}
