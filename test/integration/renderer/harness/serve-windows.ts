import type { TestProject } from 'vitest/node';
import { serveBuiltWindow } from '../../../visual/built-window.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the window over its double is served; ends with a slash. */
    readonly windowsUrl: string;
  }
}

/** Builds the window once for all test files, as that takes longer than most of them. */
export default async function serveWindows(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await serveBuiltWindow();
  project.provide('windowsUrl', url);
  return close;
}
