import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { processTree, treeMemoryMib } from '../../bench/process-tree.ts';

describe.runIf(process.platform === 'linux')('a process tree', () => {
  it('holds the process, its children and theirs, and their memory', async () => {
    const child = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; wait'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    try {
      const [output] = await once(child.stdout, 'data');
      const grandchild = Number(String(output));
      expect(processTree(Number(child.pid))).toEqual([child.pid, grandchild]);
      expect(processTree(process.pid)).toContain(grandchild);
      expect(treeMemoryMib(process.pid)).toBeGreaterThan(treeMemoryMib(Number(child.pid)));
      expect(treeMemoryMib(Number(child.pid))).toBeGreaterThan(0);
    } finally {
      const closed = once(child, 'close');
      child.stdin.end();
      child.kill();
      await closed;
    }
  });
});
