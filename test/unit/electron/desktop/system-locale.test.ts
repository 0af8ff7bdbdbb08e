import { describe, expect, it } from 'vitest';
import { type LocaleSources, systemLocale } from '../../../../electron/desktop/system-locale.ts';

const LINUX: LocaleSources = {
  platform: 'linux',
  environment: { LANG: 'en_US.UTF-8' },
  reported: 'en-US',
  language: 'en-US',
  hours: null,
};

describe('the regional format of the system', () => {
  it.each<[string, LocaleSources['environment'], string]>([
    ['the choice of formats', { LANG: 'en_US.UTF-8', LC_TIME: 'de_AT.UTF-8' }, 'de-AT'],
    ['the language where formats were not chosen', { LANG: 'fr_FR.UTF-8' }, 'fr-FR'],
    ['what overrides all', { LC_ALL: 'sv_SE', LC_TIME: 'de_AT', LANG: 'en_US' }, 'sv-SE'],
    ['a name with a modifier', { LC_TIME: 'nl_NL.UTF-8@euro' }, 'nl-NL'],
    ['a language without a place', { LANG: 'eo' }, 'eo'],
    [
      'an empty variable as one that is not set',
      { LC_ALL: '', LC_TIME: '', LANG: 'da_DK' },
      'da-DK',
    ],
  ])('is, on Linux, %s', (_, environment, expected) => {
    expect(systemLocale({ ...LINUX, environment })).toBe(expected);
  });

  it.each([{}, { LC_ALL: 'C.UTF-8' }, { LANG: 'C' }, { LANG: 'POSIX' }, { LANG: '../../etc' }])(
    'is what Electron reports where the variables name no place (%o)',
    (environment) => {
      expect(systemLocale({ ...LINUX, environment, reported: 'en-NZ' })).toBe('en-NZ');
    },
  );

  it.each(['darwin', 'win32'] as const)('is what Electron reports on %s', (platform) => {
    const environment = { LANG: 'ja_JP.UTF-8' };
    expect(systemLocale({ ...LINUX, platform, environment, reported: 'de-CH' })).toBe('de-CH');
  });

  it.each([
    [24, 'en-US-u-hc-h23'],
    [12, 'en-US-u-hc-h12'],
    [null, 'en-US'],
  ] as const)('has the hours that were chosen apart from it (%s)', (hours, expected) => {
    expect(systemLocale({ ...LINUX, platform: 'darwin', hours })).toBe(expected);
  });

  it('is one that can be used, even where nothing usable is reported', () => {
    const sources = { ...LINUX, environment: { LANG: 'C.UTF-8' }, reported: '' };
    expect(systemLocale({ ...sources, language: 'fr' })).toBe('fr');
    expect(systemLocale({ ...sources, language: '' })).toBe('en-GB');
  });

  it('is what Electron reports as ICU writes it', () => {
    const sources = { ...LINUX, environment: { LANG: 'C.UTF-8' }, language: 'fr' };
    expect(systemLocale({ ...sources, reported: 'en-US@posix' })).toBe('en-US');
  });

  it('leaves out calendars and digits that English words do not go with', () => {
    const reported = 'th-TH-u-ca-buddhist-nu-thai';
    expect(systemLocale({ ...LINUX, environment: {}, reported })).toBe('th-TH');
  });
});
