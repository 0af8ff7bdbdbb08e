import { describe, expect, it } from 'vitest';
import { packageTable } from '../../../../scripts/shipping/package-table.ts';

describe('the table of packages', () => {
  it('says of each whether it was built here, how large it is, and why the others were not', () => {
    const table = packageTable([
      { name: 'cratewatch_1.0.0_amd64.deb', bytes: 79_202_504 },
      { name: 'cratewatch-1.0.0.x86_64.rpm', bytes: 80_000_000 },
      { name: 'Cratewatch-1.0.0-linux-x64.tar.gz', bytes: 110_000_000 },
    ]);
    expect(table).toMatch(/^cratewatch_1.0.0_amd64.deb +79.2 MB +built here$/m);
    expect(table).toMatch(/^AppImage +configured only: its tools are downloaded from GitHub$/m);
    expect(table).toMatch(/^dmg, zip +configured only: built on macOS$/m);
    expect(table).not.toMatch(/^(deb|rpm|tar\.gz) /m);
  });

  it('names what could be built and was not', () => {
    expect(packageTable([])).toMatch(/^deb +configured only/m);
  });
});
