interface Version {
  readonly numbers: readonly number[];
  /** Empty for a release. */
  readonly before: readonly string[];
}

/**
 * Whether one version is newer than another (Semantic Versioning 2.0.0, §11). False where one of
 * them is none.
 */
export function isNewerVersion(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)];
  return a !== null && b !== null && compare(a, b) > 0;
}

function parse(text: string): Version | null {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (match === null) return null;
  const [, major, minor, patch, before] = match;
  return { numbers: [major, minor, patch].map(Number), before: before?.split('.') ?? [] };
}

function compare(one: Version, other: Version): number {
  const byNumbers = firstDifference(
    one.numbers.map((number, index) => number - (other.numbers[index] ?? 0)),
  );
  if (byNumbers !== 0 || one.before.length === 0 || other.before.length === 0) {
    // What comes before a release is older than it.
    return byNumbers || other.before.length - one.before.length;
  }
  const byParts = one.before.map((part, index) => compareParts(part, other.before[index]));
  return firstDifference(byParts) || one.before.length - other.before.length;
}

function compareParts(one: string, other: string | undefined): number {
  if (other === undefined) return 1;
  const isNumber = [one, other].map((part) => /^\d+$/.test(part));
  if (isNumber[0] && isNumber[1]) return Number(one) - Number(other);
  if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1;
  return one < other ? -1 : Number(one > other);
}

function firstDifference(differences: readonly number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}
