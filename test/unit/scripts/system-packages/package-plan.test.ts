import { describe, expect, it } from 'vitest';
import { packagePlan } from '../../../../scripts/system-packages/package-plan.ts';

describe('what to do about system packages', () => {
  it('is nothing when none is missing', () => {
    expect(packagePlan({ missing: [], isRoot: false })).toEqual({ kind: 'complete' });
  });

  it('is to install them when root', () => {
    expect(packagePlan({ missing: ['xvfb'], isRoot: true })).toEqual({
      kind: 'install',
      packages: ['xvfb'],
    });
  });

  it('is one command to copy for anybody else', () => {
    const plan = packagePlan({ missing: ['xvfb', 'dbus'], isRoot: false });
    expect(plan).toEqual({
      kind: 'ask',
      command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb dbus',
    });
  });
});
