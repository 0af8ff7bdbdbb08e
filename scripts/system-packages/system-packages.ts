import { existsSync } from 'node:fs';
import { type FinishedChild, runCaptured } from '../child-process.ts';
import { PlainFailure } from '../plain-failure.ts';
import { missingPackages, namesInRelease } from './missing-packages.ts';
import { packagePlan } from './package-plan.ts';
import { type PackageSet, packagesOf } from './package-sets.ts';

const updateLimitMs = 180_000;
const installLimitMs = 600_000;

/** `missing`: what to do is in `advice`; nothing could be installed from here. */
export type PackagesOutcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'missing'; readonly advice: string };

/**
 * Sees to it that the system has what these sets name. Installs when it may (root on Debian or
 * Ubuntu), otherwise says what is missing. Systems without dpkg are taken to be complete: there is
 * no telling what their packages are called.
 *
 * @param announce takes a line about something slow that begins
 * @throws PlainFailure when an installation fails or takes longer than 13 minutes
 */
export async function ensureSystemPackages(
  sets: readonly PackageSet[],
  announce: (line: string) => void,
): Promise<PackagesOutcome> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return { kind: 'ready' };
  const missing = await missingNow(packagesOf(sets));
  const plan = packagePlan({ missing, isRoot: process.getuid?.() === 0 });
  switch (plan.kind) {
    case 'complete':
      return { kind: 'ready' };
    case 'ask':
      return {
        kind: 'missing',
        advice: `This system lacks some packages. Install them with:\n  ${plan.command}`,
      };
    case 'install':
      announce(`Installing system packages: ${plan.packages.join(' ')}…`);
      await install(plan.packages);
      return { kind: 'ready' };
  }
}

async function missingNow(wanted: readonly string[]): Promise<string[]> {
  // Patterns, so that a name dpkg has never heard of is no error.
  const finished = await runCaptured(
    'dpkg-query',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query has placeholders of its own.
    ['-W', '-f=${Package} ${db:Status-Status}\\n', ...wanted.map((name) => `${name}*`)],
    { timeLimitMs: 20_000 },
  );
  return missingPackages(wanted, finished.stdout);
}

async function install(packages: readonly string[]): Promise<void> {
  requireSuccess('update', await aptGet(['update'], updateLimitMs));
  const known = await runCaptured('apt-cache', ['pkgnames'], { timeLimitMs: 60_000 });
  const names = namesInRelease(packages, new Set(known.stdout.split('\n')));
  requireSuccess(
    'install',
    await aptGet(['install', '-y', '--no-install-recommends', ...names], installLimitMs),
  );
}

function aptGet(args: readonly string[], timeLimitMs: number): Promise<FinishedChild> {
  // Another apt run (unattended upgrades) may hold the lock for a while.
  return runCaptured('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeLimitMs,
  });
}

function requireSuccess(step: string, finished: FinishedChild): void {
  if (finished.exitCode === 0) return;
  const why = finished.timedOut
    ? 'It took too long. Check the network and try again.'
    : finished.stderr.trim().split('\n').slice(-8).join('\n');
  throw new PlainFailure(`"apt-get ${step}" failed, so system packages are missing.\n${why}`);
}
