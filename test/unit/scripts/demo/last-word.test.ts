import { describe, expect, it } from 'vitest';
import { lastWord } from '../../../../scripts/demo/last-word.ts';

const summary = 'Synced 4210 items in 120 requests, 3 changes, 4.2 s';

describe("the demo's last word", () => {
  it('is the summary, also when lines come after it', () => {
    const printed: string[] = [];
    const output = lastWord((line) => printed.push(line));
    for (const line of ['Screenshot: /t/s.png', summary, 'closing']) output.line(line);
    output.end();
    expect(printed).toEqual(['Screenshot: /t/s.png', 'closing', summary]);
  });

  it('is said once', () => {
    const printed: string[] = [];
    const output = lastWord((line) => printed.push(line));
    output.line(summary);
    output.end();
    output.end();
    expect(printed).toEqual([summary]);
  });

  it('stays unsaid when the app gave none', () => {
    const printed: string[] = [];
    const output = lastWord((line) => printed.push(line));
    output.line('Sign in first.');
    output.end();
    expect(printed).toEqual(['Sign in first.']);
  });
});
