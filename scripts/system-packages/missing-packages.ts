/**
 * What is wanted and not installed, in the order wanted.
 *
 * Newer Debian and Ubuntu releases renamed some libraries with the ending `t64` (64-bit time); a
 * library counts as installed under either name.
 *
 * @param statusLines output of `dpkg-query -W -f='${Package} ${db:Status-Status}\n'`
 */
export function missingPackages(wanted: readonly string[], statusLines: string): string[] {
  const installed = new Set<string>();
  for (const line of statusLines.split('\n')) {
    const [name, status] = line.split(' ');
    if (name !== undefined && status === 'installed') installed.add(name);
  }
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** The names under which this release has the packages. */
export function namesInRelease(wanted: readonly string[], known: ReadonlySet<string>): string[] {
  return wanted.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
