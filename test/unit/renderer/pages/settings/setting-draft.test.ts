import { describe, expect, it } from 'vitest';
import {
  FOLLOWS,
  hintOf,
  onLeaving,
  type SettingDraft,
  shownText,
} from '../../../../../renderer/pages/settings/setting-draft.ts';
import {
  numberKind,
  PORTS_KIND,
  REDIRECT_URI_KIND,
  SCOPES_KIND,
} from '../../../../../renderer/pages/settings/setting-kinds.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../../shared/session-defaults.ts';
import { sessionSettingsSchema } from '../../../../../shared/session-settings.ts';
import { settingsTexts } from '../../../../../shared/texts/settings-texts.ts';

const SECONDS = numberKind('skewSeconds');

function typed(text: string, hasLeft = false): SettingDraft {
  return { kind: 'typed', text, hasLeft };
}

describe('what a field shows', () => {
  it('is the setting, until something is typed', () => {
    expect(shownText(FOLLOWS, 30, SECONDS)).toBe('30');
    expect(shownText(FOLLOWS, 45, SECONDS)).toBe('45');
  });

  it('is then what was typed, whatever the setting turns into', () => {
    for (const value of [30, 45]) {
      expect(shownText(typed('6'), value, SECONDS)).toBe('6');
      expect(shownText({ kind: 'saving', text: '60' }, value, SECONDS)).toBe('60');
      expect(shownText({ kind: 'refused', text: '60', problem: '' }, value, SECONDS)).toBe('60');
    }
  });
});

describe('leaving a field', () => {
  it.each<[SettingDraft, ReturnType<typeof onLeaving>['kind']]>([
    [FOLLOWS, 'nothing'],
    [{ kind: 'saving', text: '60' }, 'nothing'],
    [typed('60'), 'save'],
    [typed(' 060 '), 'save'],
    // What was refused is tried again: the disk may have room now.
    [{ kind: 'refused', text: '60', problem: 'x' }, 'save'],
    [typed('30'), 'drop'],
    [typed(' 30 '), 'drop'],
    [typed('9'), 'complain'],
    [typed('301'), 'complain'],
    [typed('abc'), 'complain'],
    [typed(''), 'complain'],
  ])('%o: %s', (draft, kind) => {
    expect(onLeaving(draft, 30, SECONDS).kind).toBe(kind);
  });

  it('saves the number, not its text', () => {
    expect(onLeaving(typed(' 060 '), 30, SECONDS)).toEqual({
      kind: 'save',
      text: ' 060 ',
      value: 60,
    });
  });

  it('saves nothing at all where an empty field has a meaning', () => {
    const uri = 'http://127.0.0.1:43821/callback';
    expect(onLeaving(typed(' '), uri, REDIRECT_URI_KIND)).toMatchObject({
      kind: 'save',
      value: null,
    });
    expect(onLeaving(typed(''), null, REDIRECT_URI_KIND)).toEqual({ kind: 'drop' });
  });

  it('saves what is merely doubtful', () => {
    expect(onLeaving(typed('any'), [43821], PORTS_KIND)).toMatchObject({ value: [0] });
  });

  it('never saves what the main process would refuse', () => {
    const texts = ['', '0', '1', '80', '-5', '1e3', '99999', 'any', 'x', 'user-library-read', '١٢'];
    for (const text of texts) {
      const saved = {
        skewSeconds: onLeaving(typed(text), 30, SECONDS),
        maxRetries: onLeaving(typed(text), 3, numberKind('maxRetries')),
        redirectPorts: onLeaving(typed(text), [43821], PORTS_KIND),
        scopes: onLeaving(typed(text), ['user-read-private'], SCOPES_KIND),
        manualRedirectUri: onLeaving(typed(text), 'https://x.org/', REDIRECT_URI_KIND),
      };
      for (const [name, leaving] of Object.entries(saved)) {
        if (leaving.kind !== 'save') continue;
        const settings = { ...DEFAULT_SESSION_SETTINGS, [name]: leaving.value };
        expect
          .soft(sessionSettingsSchema.safeParse(settings).success, `${name} ${text}`)
          .toBe(true);
      }
    }
  });
});

describe('what is said below a field', () => {
  it('is nothing while a number may still become right, and something once it is left', () => {
    expect(hintOf(typed('3'), 30, SECONDS)).toBeNull();
    expect(hintOf(typed('3', true), 30, SECONDS)).toMatchObject({ look: 'wrong' });
    expect(hintOf(typed(''), 30, SECONDS)).toBeNull();
    expect(hintOf(typed('', true), 30, SECONDS)).toEqual({
      look: 'wrong',
      text: settingsTexts.problems.empty,
    });
  });

  it('is at once what cannot become right any more', () => {
    expect(hintOf(typed('3000'), 30, SECONDS)?.look).toBe('wrong');
    expect(hintOf(typed('3s'), 30, SECONDS)?.look).toBe('wrong');
  });

  it('is why the main process did not take it', () => {
    const draft = { kind: 'refused', text: '60', problem: 'The disk is full.' } as const;
    expect(hintOf(draft, 30, SECONDS)).toEqual({ look: 'wrong', text: 'The disk is full.' });
  });

  it('is that it was saved, until something is typed again', () => {
    const saved = { kind: 'follows', isSaved: true } as const;
    expect(hintOf(saved, 60, SECONDS)).toEqual({ look: 'valid', text: settingsTexts.saved });
    expect(hintOf(saved, null, REDIRECT_URI_KIND)?.text).toBe(settingsTexts.saved);
    expect(hintOf(typed('61'), 60, SECONDS)).toBeNull();
    expect(hintOf(FOLLOWS, 60, SECONDS)).toBeNull();
  });

  it('is the remark on what is doubtful, also once it is set', () => {
    expect(hintOf(FOLLOWS, [0], PORTS_KIND)?.look).toBe('doubtful');
  });

  it('is nothing for every default', () => {
    const defaults = DEFAULT_SESSION_SETTINGS;
    expect(hintOf(FOLLOWS, defaults.redirectPorts, PORTS_KIND)).toBeNull();
    expect(hintOf(FOLLOWS, defaults.manualRedirectUri, REDIRECT_URI_KIND)).toBeNull();
    expect(hintOf(FOLLOWS, defaults.scopes, SCOPES_KIND)).toBeNull();
  });
});
