import { runCaptured } from '../../child-process.ts';

const LIMIT_MS = 600_000;

/** Runs a tool to its end; what it said is in the error when it fails. */
export async function requireRun(tool: string, args: readonly string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await runCaptured(tool, args, { timeLimitMs: LIMIT_MS });
  if (exitCode === 127) throw new Error(`"${tool}" is not installed.`);
  if (exitCode !== 0) throw new Error(`${tool} ended with ${exitCode}.\n${stdout}\n${stderr}`);
}
