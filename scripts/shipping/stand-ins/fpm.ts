#!/usr/bin/env node
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PackageRequest, readFpmArguments } from './fpm-arguments.ts';
import { debControl, rpmSpec } from './package-descriptions.ts';
import { requireRun } from './require-run.ts';

// Stands in for fpm, with which electron-builder makes deb and rpm packages, where fpm cannot be
// downloaded. It takes the arguments that electron-builder passes and calls Debian's own tools. For
// building and testing only: what is released is made by fpm.

/** Puts every file where it is to be after installation; hard links, since these are 270 MB. */
async function stage({ files }: PackageRequest, root: string): Promise<void> {
  for (const { from, to } of files) {
    const target = join(root, to);
    if (from.endsWith('/')) {
      await mkdir(target, { recursive: true });
      await requireRun('cp', ['-a', '--link', `${from}.`, target]);
    } else {
      await mkdir(dirname(target), { recursive: true });
      await copyFile(from, target);
      await chmod(target, 0o644);
    }
  }
}

async function makeDeb(request: PackageRequest, work: string, root: string): Promise<void> {
  const control = join(root, 'DEBIAN');
  await mkdir(control);
  await writeFile(join(control, 'control'), debControl(request));
  for (const [name, from] of [
    ['postinst', request.afterInstall],
    ['postrm', request.afterRemove],
  ] as const) {
    await copyFile(from, join(control, name));
    await chmod(join(control, name), 0o755);
  }
  const compression = { xz: ['-Zxz'], gz: ['-Zgzip', '-z1'], zst: ['-Zzstd', '-z1'] }[
    request.compression
  ];
  if (compression === undefined) throw new Error(`Compression ${request.compression} is unknown.`);
  const made = join(work, 'made.deb');
  await requireRun('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, made]);
  await copyFile(made, request.output);
}

async function makeRpm(request: PackageRequest, work: string, root: string): Promise<void> {
  const spec = join(work, 'package.spec');
  await writeFile(spec, await rpmSpec(request, root));
  const top = join(work, 'rpmbuild');
  await requireRun('rpmbuild', [
    '-bb',
    '--define',
    `_topdir ${top}`,
    '--target',
    request.arch,
    spec,
  ]);
  const { name, version, iteration, arch } = request;
  const made = join(top, 'RPMS', arch, `${name}-${version}-${iteration}.${arch}.rpm`);
  await copyFile(made, request.output);
}

const request = readFpmArguments(process.argv.slice(2));
// Beside the output: hard links do not reach across file systems.
const work = await mkdtemp(join(dirname(request.output), '.fpm-'));
try {
  const root = join(work, 'root');
  await mkdir(root, { mode: 0o755 });
  await stage(request, root);
  await (request.type === 'deb' ? makeDeb : makeRpm)(request, work, root);
} finally {
  await rm(work, { recursive: true, force: true });
}
