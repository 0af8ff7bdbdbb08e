import { describe, expect, it } from 'vitest';
import { changesTexts } from '../../../../shared/texts/changes-texts.ts';
import { connectionTexts } from '../../../../shared/texts/connection-texts.ts';
import { overviewTexts } from '../../../../shared/texts/overview-texts.ts';
import { proxySettingsTexts } from '../../../../shared/texts/proxy-settings-texts.ts';
import { requestLedgerTexts } from '../../../../shared/texts/request-ledger-texts.ts';
import { requestSettingsTexts } from '../../../../shared/texts/request-settings-texts.ts';
import { settingsTexts } from '../../../../shared/texts/settings-texts.ts';
import { shellTexts } from '../../../../shared/texts/shell-texts.ts';
import { signInWaysTexts } from '../../../../shared/texts/sign-in-ways-texts.ts';
import { welcomeTexts } from '../../../../shared/texts/welcome-texts.ts';
import { complaintsAbout } from './plain-words.ts';

/** Every text of a tree, with its path; a function is asked with a word that stands for any. */
function textsOf(node: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return textsOf(node(...Array(node.length).fill('Ada')), path);
  return Object.entries(Object(node)).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

const TEXTS = [
  ...textsOf(changesTexts, 'changes'),
  ...textsOf(connectionTexts, 'connection'),
  ...textsOf(overviewTexts, 'overview'),
  ...textsOf(proxySettingsTexts, 'proxy-settings'),
  ...textsOf(requestLedgerTexts, 'request-ledger'),
  ...textsOf(requestSettingsTexts, 'request-settings'),
  ...textsOf(settingsTexts, 'settings'),
  ...textsOf(shellTexts, 'shell'),
  ...textsOf(signInWaysTexts, 'sign-in-ways'),
  ...textsOf(welcomeTexts, 'welcome'),
];

// What Spotify's own dashboard calls these; the user has to find them there by this name.
const NAMES_AT_SPOTIFY = /“Which API\/SDKs are you planning to use\?”|“Web API”/g;

describe('the fixed texts of the window', () => {
  it('are found at all', () => {
    expect(TEXTS.length).toBeGreaterThan(100);
  });

  it('are plain and calm', () => {
    for (const [path, text] of TEXTS) {
      const own = text.replace(NAMES_AT_SPOTIFY, '');
      expect.soft(complaintsAbout(own), `${path}: ${text}`).toEqual([]);
    }
  });

  it('end with a full stop where they are sentences', () => {
    for (const [path, text] of TEXTS) {
      if (/[a-z]\. \p{Lu}/u.test(text)) expect.soft(text, path).toMatch(/[.:]$/);
    }
  });
});
